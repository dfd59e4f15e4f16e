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
  struct Outline: ValueOutline {
    /// The names of the numbers that are predicted; nil for classes.
    var targets: [String]?
    /// The names of the classes; nil if only the run can tell.
    var classes: [String]?
    /// Whether there are, or may be, curves of the probabilities of one class.
    var hasCurves = false
    /// The curves; known after the run.
    var curves: DecisionCurves?

    var fields: [Field] {
      if let targets { return PredictedTargets.fields(targets) + [Field("loss", .number)] }
      let perClass = Shape.list(count: classes?.count, of: .number)
      var shares = ["precision", "recall", "f1"].map { Field($0, perClass) }
      for index in shares.indices {
        shares[index].possible = 0...1
        shares[index].dimensions = [Field.Dimension("class", labels: classes ?? [])]
      }
      var matrix = Field(
        "confusion_matrix", .list(count: classes?.count, of: perClass), title: "confusion matrix",
        quantity: "examples")
      matrix.dimensions = ["true class", "predicted class"].map {
        Field.Dimension($0, labels: classes ?? [])
      }
      return [Field("accuracy", .number)] + shares + [
        matrix, Field("loss", .number), Field("report", .text),
      ] + (hasCurves ? DecisionCurves.fields(of: curves) : [])
    }

    func reason(ofMissing name: String) -> String? {
      if let targets {
        let isOfClasses = Outline().fields.contains { $0.name == name }
        return isOfClasses
          ? "that is of classes, and the run predicts \(targetWords(targets))" : nil
      }
      let isOfTargets = PredictedTargets.fields(["y"]).contains { $0.name == name }
      return isOfTargets ? "that is of predicted numbers, and the run tells classes apart" : nil
    }
  }

  static var kind: String { "evaluation" }

  var outline: Outline {
    switch findings {
    case .classes(let matrix):
      Outline(classes: matrix.classes, hasCurves: curves != nil, curves: curves)
    case .targets(let targets): Outline(targets: targets.names)
    }
  }

  var members: [Value.Member] { measures + details }

  /// The curves and the report take longer to make than all the rest, and most paths name neither.
  func member(_ name: String) -> Value? {
    measures.value(named: name) ?? details.value(named: name)
  }

  private var measures: [Value.Member] {
    switch findings {
    case .classes(let matrix):
      [
        .init("accuracy", .number(matrix.accuracy)),
        .init("precision", .numbers(matrix.precision)), .init("recall", .numbers(matrix.recall)),
        .init("f1", .numbers(matrix.f1)),
        .init("confusion_matrix", .list(matrix.counts.map { .integers($0) })),
        .init("loss", .number(loss)),
      ]
    case .targets(let targets): targets.members + [.init("loss", .number(loss))]
    }
  }

  private var details: [Value.Member] {
    switch findings {
    case .classes(let matrix):
      [.init("report", .text(ClassificationReport(of: matrix).text))] + (curves?.members ?? [])
    case .targets: []
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
