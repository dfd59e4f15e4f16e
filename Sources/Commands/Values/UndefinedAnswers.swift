import Execution
import Learning

/// The rows for which a network's outputs are no finite numbers, as after a training that diverged.
struct UndefinedAnswers {
  private let rows: [Int]
  private let rowCount: Int

  init(in predictions: Predictions) {
    let outputs = predictions.outputs
    rowCount = outputs.rows
    // Nearly always there are none, which is soon found.
    rows =
      outputs.elements.allSatisfy(\.isFinite)
      ? []
      : (0..<outputs.rows).filter { row in
        !outputs.elements[row * outputs.columns..<(row + 1) * outputs.columns]
          .allSatisfy(\.isFinite)
      }
  }

  /// That what is shown of the numbers predicted for these rows is no answer; nil where all outputs are finite.
  func noteOnNumbers() -> Note? {
    note("it predicts no number there")
  }

  /// That the classes that stand for these rows are no answer; nil where all outputs are finite.
  ///
  /// - Parameters:
  ///   - classes: the names of the classes that the network tells apart.
  ///   - answers: of each row, the number of the class that it is taken for.
  func note(classes: [String], answers: [Int]) -> Note? {
    let standIns = Set(rows.map { answers[$0] })
    let words = standIns.count == 1 ? standIns.first.map { "class '\(classes[$0])'" } : nil
    return note("it gives no answer there, and \(words ?? "some class") stands in its place")
  }

  private func note(_ consequence: String) -> Note? {
    rows.isEmpty
      ? nil
      : Note(
        .warning,
        "The network's outputs are not finite for \(rows.count) of \(rowCount) rows: \(consequence)."
      )
  }
}
