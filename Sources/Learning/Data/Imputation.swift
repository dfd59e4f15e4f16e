/// What stands in for the missing numbers of a column.
public enum ImputationRule: String, Sendable, Codable {
  /// The arithmetic mean of its other numbers.
  case mean
  /// Their median: of an even count, the mean of the middle two.
  case median

  /// What some numbers, at least one, come to.
  func value(of numbers: [Double]) -> Double {
    switch self {
    case .mean: numbers.mean
    case .median: Array(numbers.sorted()[(numbers.count - 1) / 2...numbers.count / 2]).mean
    }
  }
}

/// The missing numbers of a data set, and what is put in their places.
///
/// The rules of scikit-learn's `SimpleImputer` with the strategies `mean` and `median`: a column's missing numbers become
/// what its others come to in the rows that are learnt from. A column that has none there is an error; scikit-learn would
/// leave it out.
struct Imputation {
  /// A column of the inputs in which numbers are missing.
  struct Column: Sendable, Equatable, Codable {
    let name: String
    /// Its place among the inputs.
    let index: Int
    /// The rows in which its number is missing.
    @Packed var rows: [Int]
  }

  /// A column without a number in the rows that are learnt from.
  struct EmptyColumn: Error {
    let name: String
    let rule: ImputationRule
  }

  let rule: ImputationRule
  let columns: [Column]

  /// Fills the gaps of a matrix, whatever stands in them, with what is learnt from some of its rows.
  func fill(_ matrix: inout Matrix<Double>, learningFrom rows: [Int]) throws(EmptyColumn) {
    for column in columns {
      var isMissing = [Bool](repeating: false, count: matrix.rows)
      for row in column.rows { isMissing[row] = true }
      let numbers = rows.filter { !isMissing[$0] }.map { matrix[$0, column.index] }
      if numbers.isEmpty { throw EmptyColumn(name: column.name, rule: rule) }
      let value = rule.value(of: numbers)
      for row in column.rows { matrix[row, column.index] = value }
    }
  }
}
