/// A table of texts read from CSV as RFC 4180 describes it, with commas or tabs.
///
/// A byte order mark is skipped; a record ends with LF, CRLF or CR; line ends inside quotes are kept as they are.
/// Lines of nothing but spaces and tabs are skipped, as pandas does. Everything else that RFC 4180 leaves out is an
/// error: records of unequal length, text after a closing quote. A quote inside a field that does not begin
/// with one is text, as for pandas.
public struct CSVTable: Sendable, Equatable {
  /// The column names, all different. An unnamed column N (from 0) is called `Unnamed: N`, as in pandas; without a
  /// header the names are `c1 c2 …`.
  public let header: [String]
  /// The number of records below the header.
  public let rowCount: Int
  /// What may stand between the cells of the file instead, if its first row is one cell that holds it.
  public private(set) var likelyDelimiter: CSVDelimiter?
  /// Which texts say that there is nothing in a cell.
  public var missingValues = MissingValues.usual
  /// What its numbers have before their decimals.
  public var decimalMark = DecimalMark.point
  private let hasHeader: Bool
  /// All cells, row after row, the header's included.
  private let cells: TextColumn

  /// Reads a whole file. Without quotes, they are characters like others.
  ///
  /// - Throws: the first mistake in the file, in the order of its bytes; also when there is no row to read.
  public init(
    parsing bytes: [UInt8], delimiter: CSVDelimiter = .comma, hasQuotes: Bool = true,
    hasHeader: Bool = true
  ) throws(CSVError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      var parser = CSVParser(bytes: bytes, delimiter: delimiter.byte, hasQuotes: hasQuotes)
      let cells = try parser.parse()
      return try CSVTable(from: parser, cells, hasHeader: hasHeader)
    }
  }

  /// Reads a file with one JSON object on each line: the keys of the first are the columns, and all have the same.
  ///
  /// - Throws: the first mistake in the file; also when there is no row to read.
  public init(parsingJSONLines bytes: [UInt8]) throws(CSVError) {
    let table = try bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      var parser = JSONLinesParser(bytes: bytes)
      try parser.parse()
      return (header: parser.header, rowCount: parser.rowCount, cells: parser.cells)
    }
    guard !table.header.isEmpty else {
      throw CSVError(message: "the file is empty", row: 1, line: 1, column: nil)
    }
    header = table.header
    rowCount = table.rowCount
    cells = table.cells
    hasHeader = false
  }

  private init(
    from parser: CSVParser, _ cells: TextColumn, hasHeader: Bool
  ) throws(CSVError) {
    guard let columnCount = parser.fieldsPerRecord else {
      throw CSVError(message: "the file is empty", row: 1, line: 1, column: nil)
    }
    let headerLine = parser.firstLine
    guard parser.recordCount > (hasHeader ? 1 : 0) else {
      throw CSVError(
        message: "there is nothing below the header", row: 1, line: headerLine, column: nil)
    }
    rowCount = parser.recordCount - (hasHeader ? 1 : 0)
    likelyDelimiter = parser.likelyDelimiter
    self.cells = cells
    self.hasHeader = hasHeader
    header =
      hasHeader
      ? try Self.names(from: cells, count: columnCount, line: headerLine)
      : (1...columnCount).map { "c\($0)" }
  }

  /// A table made in place: its columns' names, all different, and its cells row after row.
  init(header: [String], cells: TextColumn) {
    precondition(!header.isEmpty && cells.count % header.count == 0, "rows are complete")
    self.header = header
    self.cells = cells
    rowCount = cells.count / header.count
    hasHeader = false
  }

  /// The rows of several files of one data set, one file after the other.
  ///
  /// - Throws: a file whose columns are not those of the first.
  public init(joining tables: [CSVTable]) throws(DatasetError) {
    precondition(!tables.isEmpty, "there is a first file")
    header = tables[0].header
    missingValues = tables[0].missingValues
    decimalMark = tables[0].decimalMark
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

  /// The texts of a column below the header: of some rows, by default of all.
  public func column(_ column: Int, rows: [Int]? = nil) -> TextColumn {
    var texts = TextColumn()
    for row in rows ?? Array(0..<rowCount) {
      withUTF8(row: row, column: column) { texts.append($0) }
    }
    return texts
  }

  /// The number of a row's record as errors name it: from 1, the header being row 1.
  public func recordNumber(ofRow row: Int) -> Int {
    row + (hasHeader ? 2 : 1)
  }

  private func cell(_ row: Int, _ column: Int) -> Int {
    precondition(column >= 0 && column < columnCount && row >= 0 && row < rowCount)
    return (row + (hasHeader ? 1 : 0)) * columnCount + column
  }

  private static func names(
    from cells: TextColumn, count: Int, line: Int
  ) throws(CSVError) -> [String] {
    let names = (0..<count).map { cells[$0].isEmpty ? "Unnamed: \($0)" : cells[$0] }
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let first = places.updateValue(index, forKey: name) {
        throw CSVError(
          message: "columns \(first + 1) and \(index + 1) are both named '\(name)'",
          row: 1, line: line, column: index + 1)
      }
    }
    return names
  }
}
