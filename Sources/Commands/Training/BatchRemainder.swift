import Execution
import Notebook

/// What the last batch of an epoch is left with, where the rows do not come out even.
struct BatchRemainder {
  /// The rows that train; nil if only the run can tell.
  var rows: Int?
  var batchSize: Int

  /// Warns of batches of one row, of which batch normalization makes nothing: a row less its own mean is 0, whatever it
  /// holds.
  func checkNormalization(at range: SourceRange?, _ scope: inout Scope) {
    guard let rows, rows > 1 else { return }
    let reason: String
    if batchSize == 1 {
      reason = "in batches of 1 each is alone"
    } else if rows % batchSize == 1 {
      reason = "of \(rows) rows in batches of \(batchSize) the last is alone"
    } else {
      return
    }
    scope.warning(
      .outOfRange,
      "batch normalization learns nothing from a row that is alone in its batch, and \(reason);"
        + " choose another size, such as \(nextSize(for: rows))", at: range)
  }

  /// The smallest larger size that leaves no single row.
  private func nextSize(for rows: Int) -> Int {
    (batchSize + 1..<rows).first { rows % $0 != 1 } ?? rows
  }
}
