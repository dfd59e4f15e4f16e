/// How many cells of the inputs said nothing in the table that a data set was made of, before rows were left out or numbers
/// put in.
public struct MissingCounts: Sendable, Equatable, Codable {
  /// A column of the table in which cells are missing.
  public struct Column: Sendable, Equatable, Codable {
    /// Its name in the table.
    public let name: String
    /// How many of its cells are missing.
    public let count: Int
  }

  /// The rows of the table.
  public let rowCount: Int
  /// The rows in which an input is missing.
  public let incompleteRows: Int
  /// The columns in which cells are missing, in the order of the inputs.
  public let columns: [Column]
  /// Per input of the data set, how many cells of its column are missing.
  public let counts: [Int]

  /// Counts the missing cells of columns, given once for each input.
  ///
  /// - Parameter complete: the columns among them of which it is known that they have none.
  init(in table: TextTable, columns: [Int], complete: Set<Int> = []) {
    var counts: [Int: Int] = [:]
    var found: [Column] = []
    var isIncomplete = [Bool](repeating: false, count: table.rowCount)
    for column in columns where counts[column] == nil && !complete.contains(column) {
      var count = 0
      for row in 0..<table.rowCount where table.isMissing(row: row, column: column) {
        isIncomplete[row] = true
        count += 1
      }
      counts[column] = count
      if count > 0 { found.append(Column(name: table.header[column], count: count)) }
    }
    rowCount = table.rowCount
    incompleteRows = isIncomplete.count { $0 }
    self.columns = found
    self.counts = columns.map { counts[$0] ?? 0 }
  }

  /// The share of the rows in which an input, counted from 0, is missing.
  public func share(ofInput index: Int) -> Double { Double(counts[index]) / Double(rowCount) }
}
