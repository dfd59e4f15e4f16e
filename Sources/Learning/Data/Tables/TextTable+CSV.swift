extension TextTable {
  /// Reads a whole CSV file, as `CSVParser` does. Without quotes, they are characters like others.
  ///
  /// - Throws: the first mistake in the file, in the order of its bytes; also when there is no row to read.
  public init(
    parsing bytes: [UInt8], delimiter: CSVDelimiter = .comma, hasQuotes: Bool = true,
    hasHeader: Bool = true
  ) throws(TableError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(TableError) in
      var parser = CSVParser(bytes: buffer, delimiter: delimiter.byte, hasQuotes: hasQuotes)
      let cells = try parser.parse(sharing: bytes)
      return try TextTable(from: parser, cells, hasHeader: hasHeader)
    }
  }

  private init(
    from parser: CSVParser, _ cells: TextColumn, hasHeader: Bool
  ) throws(TableError) {
    guard let columnCount = parser.fieldsPerRecord else { throw .emptyFile }
    let headerLine = parser.firstLine
    guard parser.recordCount > (hasHeader ? 1 : 0) else {
      throw TableError(
        message: "there is nothing below the header", row: 1, line: headerLine, column: nil)
    }
    self.init(
      header: hasHeader
        ? try Self.names(from: cells, count: columnCount, line: headerLine)
        : (1...columnCount).map { "c\($0)" },
      cells: cells, hasHeader: hasHeader, likelyDelimiter: parser.likelyDelimiter)
  }

  private static func names(
    from cells: TextColumn, count: Int, line: Int
  ) throws(TableError) -> [String] {
    let names = (0..<count).map { cells[$0].isEmpty ? "Unnamed: \($0)" : cells[$0] }
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let first = places.updateValue(index, forKey: name) {
        throw TableError(
          message: "columns \(first + 1) and \(index + 1) are both named '\(name)'",
          row: 1, line: line, column: index + 1)
      }
    }
    return names
  }
}
