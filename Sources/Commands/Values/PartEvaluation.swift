import Execution
import Learning

/// How well a trained network does on one part of its data.
struct PartEvaluation: Sendable, Codable {
  var part: Part
  var matrix: ConfusionMatrix
  var loss: Double
}

extension PartEvaluation: LessonValue {
  /// What is known of an evaluation before it is made.
  struct Outline: ValueOutline {
    /// The number of classes, if it is known.
    var classCount: Int?

    var fields: [Field] {
      let perClass = Shape.list(count: classCount, of: .number)
      return [
        Field("accuracy", .number), Field("precision", perClass), Field("recall", perClass),
        Field("f1", perClass), Field("confusion_matrix", .list(count: classCount, of: perClass)),
        Field("loss", .number), Field("report", .text),
      ]
    }
  }

  static var kind: String { "evaluation" }

  var outline: Outline { Outline(classCount: matrix.classes.count) }

  var members: [Value.Member] {
    [
      .init("accuracy", .number(matrix.accuracy)), .init("precision", .numbers(matrix.precision)),
      .init("recall", .numbers(matrix.recall)), .init("f1", .numbers(matrix.f1)),
      .init("confusion_matrix", .list(matrix.counts.map { .integers($0) })),
      .init("loss", .number(loss)), .init("report", .text(report)),
    ]
  }

  var report: String { ClassificationReport(of: matrix).text }

  func display(rows: Int) -> [Output] {
    [.text(report), .figure(figure)]
  }

  /// The confusion matrix with counts and the share of each true class.
  var figure: Figure {
    let shares = matrix.rowShares
    let lines = matrix.counts.indices.map { truth in
      matrix.counts[truth].indices.map { predicted in
        [
          String(matrix.counts[truth][predicted]),
          fixedDecimals(100 * shares[truth][predicted], 1) + " %",
        ]
      }
    }
    return Figure(
      title: "Confusion matrix, \(part.rawValue) part",
      Heatmap(
        rowTitle: "true class", columnTitle: "predicted class", rowLabels: matrix.classes,
        columnLabels: matrix.classes, values: matrix.counts.map { $0.map(Double.init) },
        cellLines: lines, valueTitle: "examples"))
  }
}
