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
  /// The names of the classes, or of the numbers that are predicted.
  var names: [String]
  /// The examples as readers see them.
  var inputs: [String]
  /// Which of them are texts of which the vocabulary has no word, ascending.
  var unknownTexts: [Int] = []
  /// Whether the lesson asks about a list, be it of one example.
  var isList: Bool
}

extension PredictionResult: LessonValue {
  /// Of more texts that say nothing to the network, the rest are only counted.
  private static let mostNotes = 5

  /// What is known of predictions before they are made.
  struct Outline: DeclaringOutline {
    /// The number of examples, or nil for a single one that is no list.
    var count: Int?
    /// The number of classes; nil if only the run can tell.
    var classCount: Int?
    /// The names of the numbers that are predicted; nil for classes.
    var targets: [String]?

    static let values: [NamedValue<PredictionResult>] = [
      .answers("label", "of classes, the most probable one of each example", each: { _ in .text }) {
        if case .classes(let labels, _) = $0 { labels } else { nil }
      }
      .exists(unless: { $0.targets.map(lackOfClasses) }),
      .answers(
        "probabilities", "the probability of each class",
        each: { .list(count: $0.classCount, of: .number) }
      ) {
        if case .classes(_, let probabilities) = $0 { probabilities } else { nil }
      }
      .exists(unless: { $0.targets.map(lackOfClasses) }),
      .answers(
        "value", "of numbers, the one predicted for each example", each: \.shapeOfTargets
      ) {
        if case .values(let values) = $0 { values.map(numberOrNumbers) } else { nil }
      }
      .exists(if: { $0.targets != nil }, else: lackOfTargets),
    ]

    private var shapeOfTargets: Shape {
      targets?.count == 1 ? .number : .list(count: targets?.count, of: .number)
    }

    private static func numberOrNumbers(_ targets: [Double]) -> Value {
      targets.count == 1 ? .number(targets[0]) : .numbers(targets)
    }
  }

  static var kind: String { "prediction" }

  var outline: Outline {
    switch answers {
    case .classes: Outline(count: isList ? inputs.count : nil, classCount: names.count)
    case .values: Outline(count: isList ? inputs.count : nil, targets: names)
    }
  }

  /// A row for each example.
  func display(rows: Int) -> [Output] {
    let shown = min(max(0, rows), inputs.count)
    let columns =
      switch answers {
      case .classes: [Table.Column("predicted")] + names.map { Table.Column($0, .end) }
      case .values: names.map { Table.Column("predicted \($0)", .end) }
      }
    return [
      .table(
        Table(
          columns: [Table.Column("input")] + columns,
          rows: (0..<shown).map { [inputs[$0]] + cells(ofExample: $0) },
          remark: shown < inputs.count ? "\(shown) of \(inputs.count) examples" : nil))
    ] + notes(onTexts: unknownTexts.filter { $0 < shown }).map(Output.note)
  }

  private func notes(onTexts unknown: [Int]) -> [Note] {
    let told = unknown.prefix(Self.mostNotes).map { index in
      "The vocabulary has no word of '\(inputs[index])', so that the answer rests on the network's"
        + " biases alone."
    }
    let rest = unknown.count - told.count
    return (told + (rest > 0 ? ["The same goes for \(rest) more of the texts."] : []))
      .map { Note(.warning, $0) }
  }

  private func cells(ofExample index: Int) -> [String] {
    switch answers {
    case .classes(let labels, let probabilities):
      [labels[index]] + probabilities[index].map { fixedDecimals($0, 4) }
    case .values(let values): values[index].map { significantDigits($0, 6) }
    }
  }
}

extension NamedValue<PredictionResult> {
  /// What is said of each example: a list of it if the lesson asks about a list.
  fileprivate static func answers<Content: ValueConvertible>(
    _ name: String, _ help: String,
    each shape: @escaping @Sendable (PredictionResult.Outline) -> Shape,
    _ content: @escaping @Sendable (PredictionResult.Answers) -> [Content]?
  ) -> Self {
    Self(name, help) { result in
      content(result.answers).map { result.isList ? $0.lessonValue : $0[0].lessonValue }
    }
    .known { field, outline in
      let one = shape(outline)
      field.shape = outline.count.map { .list(count: $0, of: one) } ?? one
    }
  }
}
