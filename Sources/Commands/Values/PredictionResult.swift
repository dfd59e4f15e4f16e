import Execution

/// What a trained network says about new examples.
struct PredictionResult: Sendable, Codable {
  /// What it says.
  enum Answers: Sendable, Codable {
    /// The most probable class of each example, and per example the probability of each class.
    case classes([String], probabilities: [[Double]])
    /// Per example one number for each target.
    case values([[Double]])
  }

  var answers: Answers
  /// Whether the lesson asks about a list, be it of one example.
  var isList: Bool
}

extension PredictionResult: LessonValue {
  /// What is known of predictions before they are made.
  struct Outline: ValueOutline {
    /// The number of examples, or nil for a single one that is no list.
    var count: Int?
    /// The number of classes; known after the run.
    var classCount: Int?
    /// The names of the numbers that are predicted; nil for classes.
    var targets: [String]?

    var fields: [Field] {
      if let targets {
        return [field("value", targets.count == 1 ? .number : numbers(targets.count))]
      }
      return [field("label", .text), field("probabilities", numbers(classCount))]
    }

    func reason(ofMissing name: String) -> String? {
      switch (name, targets) {
      case ("label", let targets?), ("probabilities", let targets?):
        "that is of classes, and the run predicts \(targetWords(targets))"
      case ("value", nil): "that is of predicted numbers, and the run tells classes apart"
      default: nil
      }
    }

    private func numbers(_ count: Int?) -> Shape { .list(count: count, of: .number) }

    private func field(_ name: String, _ shape: Shape) -> Field {
      Field(name, count.map { .list(count: $0, of: shape) } ?? shape)
    }
  }

  static var kind: String { "prediction" }

  var outline: Outline {
    switch answers {
    case .classes(let labels, let probabilities):
      Outline(count: isList ? labels.count : nil, classCount: probabilities.first?.count)
    case .values(let values):
      Outline(
        count: isList ? values.count : nil,
        targets: (values.first ?? []).indices.map { "\($0)" })
    }
  }

  var members: [Value.Member] {
    switch answers {
    case .classes(let labels, let probabilities):
      [
        member("label", labels.map(Value.text)),
        member("probabilities", probabilities.map(Value.numbers)),
      ]
    case .values(let values):
      [member("value", values.map { $0.count == 1 ? .number($0[0]) : .numbers($0) })]
    }
  }

  private func member(_ name: String, _ perExample: [Value]) -> Value.Member {
    .init(name, isList ? .list(perExample) : perExample[0])
  }

  func display(rows: Int) -> [Output] { [] }
}
