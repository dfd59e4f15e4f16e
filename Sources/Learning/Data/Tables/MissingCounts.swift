/// How many cells of the inputs said nothing in the table that a data set was made of, before rows were left out or zeros put
/// in.
public struct MissingCounts: Sendable, Equatable, Codable {
  /// The rows of the table.
  public let rowCount: Int
  /// Per input of the data set, how many cells of its column are missing.
  public let counts: [Int]

  /// Counts the missing cells of columns, given once for each input.
  ///
  /// - Parameter complete: the columns among them of which it is known that they have none.
  init(in table: CSVTable, columns: [Int], complete: Set<Int> = []) {
    rowCount = table.rowCount
    var counts: [Int: Int] = [:]
    for column in Set(columns).subtracting(complete) {
      counts[column] = (0..<table.rowCount).count { row in
        table.withUTF8(row: row, column: column, MissingCells.isMissing)
      }
    }
    self.counts = columns.map { counts[$0] ?? 0 }
  }

  /// The share of the rows in which an input, counted from 0, is missing.
  public func share(ofInput index: Int) -> Double { Double(counts[index]) / Double(rowCount) }
}
