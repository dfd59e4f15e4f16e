/// A table of texts, such as a file holds: rows of cells in columns that have names.
public struct TextTable: Sendable, Equatable {
  /// The column names, all different. An unnamed column N (from 0) is called `Unnamed: N`, as in pandas; without a
  /// header the names are `c1 c2 …`.
  public let header: [String]
  /// The number of records below the header.
  public let rowCount: Int
  /// What may stand between the cells of the file instead, if its first row is one cell that holds it.
  public let likelyDelimiter: CSVDelimiter?
  /// Which texts say that there is nothing in a cell.
  public var missingValues = MissingValues.usual
  /// What its numbers have before their decimals.
  public var decimalMark = DecimalMark.point
  private let hasHeader: Bool
  /// All cells, row after row, the header's included.
  private let cells: TextColumn

  /// A table of its columns' names, all different, and its cells row after row, the names first if they are from a header.
  init(
    header: [String], cells: TextColumn, hasHeader: Bool = false,
    likelyDelimiter: CSVDelimiter? = nil
  ) {
    precondition(!header.isEmpty && cells.count % header.count == 0, "rows are complete")
    self.header = header
    self.cells = cells
    self.hasHeader = hasHeader
    self.likelyDelimiter = likelyDelimiter
    rowCount = cells.count / header.count - (hasHeader ? 1 : 0)
  }

  /// The rows of several files of one data set, one file after the other.
  ///
  /// - Throws: a file whose columns are not those of the first.
  public init(joining tables: [TextTable]) throws(DatasetError) {
    precondition(!tables.isEmpty, "there is a first file")
    header = tables[0].header
    missingValues = tables[0].missingValues
    decimalMark = tables[0].decimalMark
    likelyDelimiter = nil
    hasHeader = false
    var joined = TextColumn()
    for table in tables {
      guard table.header == header else { throw .otherColumns(table.header, than: header) }
      for row in 0..<table.rowCount {
        for column in header.indices {
          table.withUTF8(row: row, column: column) { joined.append($0) }
        }
      }
    }
    rowCount = tables.reduce(0) { $0 + $1.rowCount }
    cells = joined
  }

  /// The number of columns.
  public var columnCount: Int { header.count }

  /// The text of a cell; rows below the header and columns are counted from 0.
  public func text(row: Int, column: Int) -> String {
    cells[cell(row, column)]
  }

  /// Calls `body` with the bytes of a cell, valid UTF-8, which live during the call only.
  public func withUTF8<Result, Failure: Error>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try cells.withUTF8(cell(row, column), body)
  }

  /// Whether a cell says that there is nothing.
  func isMissing(row: Int, column: Int) -> Bool {
    withUTF8(row: row, column: column) { missingValues.contain($0) }
  }

  /// The texts of a column below the header: of some rows, by default of all. They share the memory of
  /// the table if they are most of it.
  public func column(_ column: Int, rows: [Int]? = nil) -> TextColumn {
    TextColumn((rows ?? Array(0..<rowCount)).lazy.map { cell($0, column) }, of: cells)
  }

  /// The number of a row's record as errors name it: from 1, the header being row 1.
  public func recordNumber(ofRow row: Int) -> Int {
    row + (hasHeader ? 2 : 1)
  }

  private func cell(_ row: Int, _ column: Int) -> Int {
    precondition(column >= 0 && column < columnCount && row >= 0 && row < rowCount)
    return (row + (hasHeader ? 1 : 0)) * columnCount + column
  }
}
