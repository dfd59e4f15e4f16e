/// One pass over the bytes of a CSV file, which leaves the unquoted cells behind. The bytes must outlive the parser.
struct CSVParser {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let hasQuotes: Bool
  /// No byte above it ends a field.
  private let greatestEnd: UInt8
  /// The first byte that no text may have: NUL, or what is not UTF-8.
  private let firstInvalidByte: Int
  private var position: Int
  /// As long as the file, which the cells cannot outgrow: storing at an index is cheaper than appending.
  private var cellBytes: [UInt8]
  private var cellByteCount = 0
  private var cellEnds: [Int] = []
  private var recordStart = 0
  private var firstRecordStart = 0

  private(set) var recordCount = 0
  /// How many fields every record has; nil before the first one.
  private(set) var fieldsPerRecord: Int?

  init(bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, hasQuotes: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    greatestEnd = max(delimiter, Self.carriageReturn)
    firstInvalidByte = UTF8Check.firstInvalidByte(in: bytes) ?? Int.max
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    cellBytes = [UInt8](repeating: 0, count: bytes.count)
  }

  /// The cells of all records, one record after the other.
  consuming func cells() -> TextColumn {
    cellBytes.removeLast(cellBytes.count - cellByteCount)
    return TextColumn(bytes: cellBytes, ends: cellEnds)
  }

  /// The line of the first record, counted from 1.
  var firstLine: Int { line(at: firstRecordStart) }

  mutating func parse() throws(CSVError) {
    while position < bytes.count {
      if skipBlankLine() { continue }
      try parseRecord()
    }
  }

  /// Moves past a line of nothing but spaces and tabs; a tab that delimits is not blank.
  private mutating func skipBlankLine() -> Bool {
    var end = position
    while end < bytes.count, bytes[end] != Self.lineFeed, bytes[end] != Self.carriageReturn {
      let isBlank = bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
      guard isBlank, bytes[end] != delimiter else { return false }
      end += 1
    }
    position = end
    skipLineEnd()
    return true
  }

  private mutating func parseRecord() throws(CSVError) {
    recordStart = position
    if recordCount == 0 { firstRecordStart = position }
    recordCount += 1
    var fields = 0
    repeat {
      fields += 1
      if hasQuotes, position < bytes.count, bytes[position] == Self.quote {
        try parseQuotedField(fields)
      } else {
        parsePlainField()
      }
      cellEnds.append(cellByteCount)
      guard position <= firstInvalidByte else { throw invalidByte(in: fields) }
    } while skipDelimiter()
    skipLineEnd()
    let expected = fieldsPerRecord ?? fields
    guard fields == expected else { throw raggedRecord(expected: expected, found: fields) }
    fieldsPerRecord = fields
  }

  /// A field that does not begin with a quote ends at the next delimiter; quotes inside are text, as for pandas.
  private mutating func parsePlainField() {
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      // Most bytes of a text are above a comma or a tab.
      if byte <= greatestEnd {
        if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      }
      end += 1
    }
    keep(position..<end)
    position = end
  }

  private mutating func parseQuotedField(_ field: Int) throws(CSVError) {
    let opening = position
    var start = opening + 1
    while true {
      var end = start
      while end < bytes.count, bytes[end] != Self.quote { end += 1 }
      guard end < bytes.count else {
        throw error("the quote that opens on this line is never closed", at: opening, field)
      }
      position = end + 1
      guard position < bytes.count, bytes[position] == Self.quote else {
        keep(start..<end)
        break
      }
      // A doubled quote stands for one: the first is kept, the second skipped.
      keep(start..<end + 1)
      start = position + 1
    }
    guard isAtFieldEnd else { throw error("text after the closing quote", at: position, field) }
  }

  /// Adds some bytes of the file to the cell at hand.
  private mutating func keep(_ range: Range<Int>) {
    let end = cellByteCount + range.count
    cellBytes.withUnsafeMutableBufferPointer { cells in
      let place = UnsafeMutableBufferPointer(rebasing: cells[cellByteCount..<end])
      _ = place.update(fromContentsOf: bytes[range])
    }
    cellByteCount = end
  }

  private var isAtFieldEnd: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private mutating func skipDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  /// Moves past LF, CR or CRLF.
  private mutating func skipLineEnd() {
    let hasReturn = position < bytes.count && bytes[position] == Self.carriageReturn
    if hasReturn { position += 1 }
    if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
  }

  // MARK: Mistakes

  private func error(_ message: String, at offset: Int, _ field: Int?) -> CSVError {
    // A file in another encoding is full of other mistakes, of which the author need not hear.
    if firstInvalidByte < offset { return invalidByte(in: field) }
    return CSVError(message: message, row: recordCount, line: line(at: offset), column: field)
  }

  private func invalidByte(in field: Int?) -> CSVError {
    let message =
      bytes[firstInvalidByte] == 0
      ? "a NUL byte, which no text has" : "a byte that is not UTF-8; save the file as UTF-8"
    return CSVError(
      message: message, row: recordCount, line: line(at: firstInvalidByte), column: field)
  }

  private func raggedRecord(expected: Int, found: Int) -> CSVError {
    error(
      "expected \(expected) field\(expected == 1 ? "" : "s"), found \(found)", at: recordStart, nil)
  }

  /// The line on which a byte is, counted from 1.
  private func line(at offset: Int) -> Int {
    var line = 1
    for index in 0..<offset {
      let byte = bytes[index]
      let isPair =
        byte == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
      if byte == Self.lineFeed || (byte == Self.carriageReturn && !isPair) { line += 1 }
    }
    return line
  }
}
