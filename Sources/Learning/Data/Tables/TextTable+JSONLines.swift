extension TextTable {
  /// Reads a file with one JSON object on each line: the keys of the first are the columns, and all have the same.
  ///
  /// - Throws: the first mistake in the file; also when there is no row to read.
  public init(parsingJSONLines bytes: [UInt8]) throws(TableError) {
    let (header, cells) = try bytes.withUnsafeBufferPointer { (bytes) throws(TableError) in
      var parser = JSONLinesParser(bytes: bytes)
      try parser.parse()
      return (parser.header, parser.cells)
    }
    guard !header.isEmpty else { throw .emptyFile }
    self.init(header: header, cells: cells)
  }
}
