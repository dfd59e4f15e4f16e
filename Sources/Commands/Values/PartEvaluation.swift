import Execution
import Learning

/// How well a trained network does on one part of its data.
struct PartEvaluation: Sendable, Codable {
  var part: Part
  var matrix: ConfusionMatrix
  var loss: Double
  /// What the probabilities of one class say; nil where no class is to be found among others.
  var curves: DecisionCurves?
}

extension PartEvaluation: LessonValue {
  /// What is known of an evaluation before it is made.
  struct Outline: ValueOutline {
    /// The number of classes, if it is known.
    var classCount: Int?
    /// Their names; known after the run.
    var classes: [String] = []
    /// Whether there are, or may be, curves of the probabilities of one class.
    var hasCurves = false
    /// The curves; known after the run.
    var curves: DecisionCurves?

    var fields: [Field] {
      let perClass = Shape.list(count: classCount, of: .number)
      var shares = ["precision", "recall", "f1"].map { Field($0, perClass) }
      for index in shares.indices {
        shares[index].possible = 0...1
        shares[index].dimensions = [Field.Dimension("class", labels: classes)]
      }
      var matrix = Field(
        "confusion_matrix", .list(count: classCount, of: perClass), title: "confusion matrix",
        quantity: "examples")
      matrix.dimensions = ["true class", "predicted class"].map {
        Field.Dimension($0, labels: classes)
      }
      return [Field("accuracy", .number)] + shares + [
        matrix, Field("loss", .number), Field("report", .text),
      ] + (hasCurves ? DecisionCurves.fields(of: curves) : [])
    }
  }

  static var kind: String { "evaluation" }

  var outline: Outline {
    Outline(
      classCount: matrix.classes.count, classes: matrix.classes, hasCurves: curves != nil,
      curves: curves)
  }

  var members: [Value.Member] {
    [
      .init("accuracy", .number(matrix.accuracy)), .init("precision", .numbers(matrix.precision)),
      .init("recall", .numbers(matrix.recall)), .init("f1", .numbers(matrix.f1)),
      .init("confusion_matrix", .list(matrix.counts.map { .integers($0) })),
      .init("loss", .number(loss)), .init("report", .text(report)),
    ] + (curves?.members ?? [])
  }

  var report: String { ClassificationReport(of: matrix).text }

  func display(rows: Int) -> [Output] {
    [.text(report), .figure(figure)]
  }

  private var figure: Figure {
    Figure(
      title: "Confusion matrix, \(part.rawValue) part",
      x: Axis("predicted class", categories: matrix.classes),
      y: Axis("true class", categories: matrix.classes), layers: [.cells(cells)])
  }

  /// The confusion matrix with counts and the share of each true class.
  var cells: Cells {
    let shares = matrix.rowShares
    let texts = matrix.counts.indices.map { truth in
      matrix.counts[truth].indices.map { predicted in
        [
          String(matrix.counts[truth][predicted]),
          fixedDecimals(100 * shares[truth][predicted], 1) + " %",
        ]
      }
    }
    return Cells(
      values: matrix.counts.map { $0.map(Double.init) }, texts: texts, valueTitle: "examples",
      areSquares: true)
  }
}
