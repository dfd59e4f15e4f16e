import Execution
import Learning

/// How well a trained network does on one part of its data.
struct PartEvaluation: Sendable, Codable {
  /// What it says beside what is right.
  enum Findings: Sendable, Codable {
    case classes(ConfusionMatrix)
    case targets(PredictedTargets)
  }

  var part: Part
  var findings: Findings
  var loss: Double
  /// Pictures that were taken for what they are not, the surest answers first; nil where no examples are pictures.
  var mistakes: PictureSheet?
  /// What the probabilities of one class say; nil where no class is to be found among others.
  var curves: DecisionCurves?
}

extension PartEvaluation: LessonValue {
  /// What is known of an evaluation before it is made.
  struct Outline: DeclaringOutline {
    /// The names of the numbers that are predicted; nil for classes.
    var targets: [String]?
    /// The names of the classes; nil if only the run can tell.
    var classes: [String]?
    /// Whether there are, or may be, curves of the probabilities of one class.
    var hasCurves = false
    /// The curves; known after the run.
    var curves: DecisionCurves?

    static let values: [NamedValue<PartEvaluation>] =
      [
        .ofClasses("accuracy", "of classes, the share of right answers") { $0.accuracy },
        .perClass("precision", "per class, the share of right answers among those given") {
          $0.precision
        },
        .perClass("recall", "per class, the share of its examples that are found") { $0.recall },
        .perClass("f1", "per class, the harmonic mean of both") { $0.f1 },
        .ofClasses("confusion_matrix", "counts, true classes as rows") { $0.counts }
          .known { $0.tellConfusion(of: $1.classes) },
      ] + PredictedTargets.values + [
        .init("loss", "the loss on the part, with scale_target of the scaled numbers") { $0.loss },
        .ofClasses("report", "precision, recall and f1 as text") {
          ClassificationReport(of: $0).text
        },
      ] + DecisionCurves.values
  }

  static var kind: String { "evaluation" }

  var outline: Outline {
    switch findings {
    case .classes(let matrix):
      Outline(classes: matrix.classes, hasCurves: curves != nil, curves: curves)
    case .targets(let targets): Outline(targets: targets.names)
    }
  }

  func display(rows: Int) -> [Output] {
    switch findings {
    case .classes(let matrix):
      [.text(ClassificationReport(of: matrix).text), .figure(figure(of: matrix))]
        + (mistakes.map { [.pictures($0)] } ?? [])
    case .targets(let targets): targets.display(of: part)
    }
  }

  func table(ofMember name: String) -> Table? {
    guard name == "report", case .classes(let matrix) = findings else { return nil }
    let report = ClassificationReport(of: matrix)
    let scores = ClassificationReport.titles + [ClassificationReport.supportTitle]
    return Table(
      columns: [Table.Column("class")] + scores.map { Table.Column($0, .end) },
      rows: (report.classes + report.averages).map { [$0.name] + $0.scores + ["\($0.support)"] })
  }

  private func figure(of matrix: ConfusionMatrix) -> Figure {
    Figure(
      title: "Confusion matrix, \(part.rawValue) part",
      x: Axis("predicted class", categories: matrix.classes),
      y: Axis("true class", categories: matrix.classes), layers: [.cells(matrix.cells)])
  }
}

extension ConfusionMatrix {
  /// The confusion matrix with counts and the share of each true class.
  var cells: Cells {
    let shares = rowShares
    let texts = counts.indices.map { truth in
      counts[truth].indices.map { predicted in
        [
          String(counts[truth][predicted]),
          fixedDecimals(100 * shares[truth][predicted], 1) + " %",
        ]
      }
    }
    return Cells(
      values: counts.map { $0.map(Double.init) }, texts: texts, valueTitle: "examples",
      shares: Cells.Shares(
        percentages: shares.map { $0.map { 100 * $0 } }, title: "% of the true class"),
      areSquares: true)
  }
}

extension NamedValue<PartEvaluation> {
  fileprivate static func ofClasses<Content: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (ConfusionMatrix) -> Content
  ) -> Self {
    Self(name, help) { evaluation in
      if case .classes(let matrix) = evaluation.findings { content(matrix) } else { nil }
    }
    .exists(unless: { $0.targets.map(lackOfClasses) })
  }

  /// A share for each class.
  fileprivate static func perClass(
    _ name: String, _ help: String, _ shares: @escaping @Sendable (ConfusionMatrix) -> [Double]
  ) -> Self {
    ofClasses(name, help, shares).known { field, outline in
      field.shape = .list(count: outline.classes?.count, of: .number)
      field.possible = 0...1
      field.dimensions = [Field.Dimension("class", labels: outline.classes ?? [])]
    }
  }
}

extension Field {
  fileprivate mutating func tellConfusion(of classes: [String]?) {
    shape = .list(count: classes?.count, of: .list(count: classes?.count, of: .number))
    title = "confusion matrix"
    quantity = "examples"
    dimensions = ["true class", "predicted class"].map { Dimension($0, labels: classes ?? []) }
  }
}
