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
  /// That of all numbers, with a divisor of their count.
  public let standardDeviation: Double
  /// How many different numbers there are.
  public let distinctCount: Int
  /// The share of the rows of the file in which the number was missing; nil if the rows come from no file.
  public let missingShare: Double?
  /// How the numbers lie between the least and the greatest; nil if all are equal.
  public let histogram: Histogram?
  /// The numbers that lie far from the rest.
  public let outliers: Outliers
  /// Whether the numbers are whole and ascend from each row to the next, as those do that only count the rows.
  public let countsRows: Bool

  /// Of fewer rows, whole numbers in ascending order tell nothing.
  private static let fewestCountedRows = 20

  /// Describes all columns of a matrix with at least one row.
  ///
  /// - Parameter record: the record in which a row stands, as errors name it.
  /// - Throws: `CancellationError` if `isCancelled`, asked before every column, has said so.
  static func all(
    of matrix: Matrix<Double>, names: [String], missing: MissingCounts? = nil,
    record: (Int) -> Int?, isCancelled: () -> Bool
  ) throws(CancellationError) -> [ColumnDescription] {
    var columns: [ColumnDescription] = []
    for (column, name) in names.enumerated() {
      if isCancelled() { throw CancellationError() }
      columns.append(
        ColumnDescription(
          of: matrix, column: column, name: name, missing: missing, record: record))
    }
    return columns
  }

  /// Describes a column of a matrix with at least one row.
  private init(
    of matrix: Matrix<Double>, column: Int, name: String, missing: MissingCounts?,
    record: (Int) -> Int?
  ) {
    let numbers = (0..<matrix.rows).map { matrix[$0, column] }
    self.name = name
    let extent = Extent(of: numbers)
    least = extent.least
    greatest = extent.greatest
    mean = numbers.mean
    standardDeviation = numbers.standardDeviation
    distinctCount = Set(numbers).count
    missingShare = missing?.share(ofInput: column)
    histogram = Histogram(
      describing: numbers, from: least, to: greatest, hasFilledGaps: missingShare ?? 0 > 0)
    outliers = Outliers(among: numbers, record: record)
    countsRows =
      numbers.count >= Self.fewestCountedRows && numbers.allSatisfy { $0 == $0.rounded() }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Whether all rows have the same number, from which nothing can be learnt.
  public var isConstant: Bool { distinctCount == 1 }
}
