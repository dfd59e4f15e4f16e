import Execution
import Learning

/// The rows for which a network's outputs are no finite numbers, as after a training that diverged.
struct UndefinedAnswers {
  private let predictions: Predictions

  init(in predictions: Predictions) {
    self.predictions = predictions
  }

  /// That what is shown for these rows is no answer; nil where all outputs are finite.
  ///
  /// - Parameter classes: the names of the classes that the network tells apart.
  func note(classes: [String]) -> Note? {
    let rows = predictions.outputs.rows
    let count = (0..<rows).count { row in
      !predictions.probabilities(row: row).allSatisfy(\.isFinite)
    }
    guard count > 0, let first = classes.first else { return nil }
    return Note(
      .warning,
      "The network's outputs are not finite for \(count) of \(rows) rows: it gives no answer there, and"
        + " the first class, '\(first)', stands in its place.")
  }
}
