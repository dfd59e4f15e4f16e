import Execution

/// What a trained network says about new examples.
struct PredictionResult: Sendable, Codable {
  /// The most probable class of each example.
  var labels: [String]
  /// Per example the probability of each class.
  var probabilities: [[Double]]
  /// Whether the lesson asks about a list, be it of one example.
  var isList: Bool
}

extension PredictionResult: LessonValue {
  /// What is known of predictions before they are made.
  struct Outline: ValueOutline {
    /// The number of examples, or nil for a single one that is no list.
    var count: Int?
    var classCount: Int?

    var fields: [Field] {
      let probabilities = Shape.list(count: classCount, of: .number)
      guard let count else {
        return [Field("label", .text), Field("probabilities", probabilities)]
      }
      return [
        Field("label", .list(count: count, of: .text)),
        Field("probabilities", .list(count: count, of: probabilities)),
      ]
    }
  }

  static var kind: String { "prediction" }

  var outline: Outline {
    Outline(count: isList ? labels.count : nil, classCount: probabilities.first?.count)
  }

  var members: [Value.Member] {
    let perExample = probabilities.map { Value.numbers($0) }
    if isList {
      return [.init("label", .texts(labels)), .init("probabilities", .list(perExample))]
    }
    return [.init("label", .text(labels[0])), .init("probabilities", perExample[0])]
  }

  func display(rows: Int) -> [Output] { [] }
}
