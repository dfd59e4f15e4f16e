/// What there is in a column of numbers.
public struct ColumnDescription: Sendable, Equatable, Codable {
  /// The column's name.
  public let name: String
  /// The least number.
  public let least: Double
  /// The greatest number.
  public let greatest: Double
  /// The arithmetic mean.
  public let mean: Double
  /// The root of the mean squared distance from the mean (NumPy's `std`, with its `ddof` of 0).
  public let standardDeviation: Double
  /// How many different numbers there are.
  public let distinctCount: Int
  /// The share of the rows of the file in which the number was missing; nil if the rows come from no file.
  public let missingShare: Double?
  /// How the numbers lie between the least and the greatest; nil if all are equal.
  public let histogram: Histogram?

  /// How many intervals a histogram has.
  private static let intervals = 10

  /// Describes all columns of a matrix with at least one row.
  ///
  /// - Throws: `CancellationError` if `isCancelled`, asked before every column, has said so.
  static func all(
    of matrix: Matrix<Double>, names: [String], missing: MissingCounts? = nil,
    isCancelled: () -> Bool
  ) throws(CancellationError) -> [ColumnDescription] {
    var columns: [ColumnDescription] = []
    for (column, name) in names.enumerated() {
      if isCancelled() { throw CancellationError() }
      columns.append(
        ColumnDescription(of: matrix, column: column, name: name, missing: missing))
    }
    return columns
  }

  /// Describes a column of a matrix with at least one row.
  private init(of matrix: Matrix<Double>, column: Int, name: String, missing: MissingCounts?) {
    let numbers = (0..<matrix.rows).map { matrix[$0, column] }
    self.name = name
    let first = numbers[0]
    least = numbers.reduce(first) { $1 < $0 ? $1 : $0 }
    greatest = numbers.reduce(first) { $1 > $0 ? $1 : $0 }
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    self.mean = mean
    standardDeviation =
      (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    distinctCount = Set(numbers).count
    missingShare = missing?.share(ofInput: column)
    histogram =
      least == greatest
      ? nil
      : Histogram(of: numbers, from: least, to: greatest, intervals: Self.intervals)
  }

  /// Whether all rows have the same number, from which nothing can be learnt.
  public var isConstant: Bool { distinctCount == 1 }
}
