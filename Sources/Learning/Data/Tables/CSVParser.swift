#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One pass over the bytes of a CSV file (RFC 4180), which finds the cells. The bytes must outlive the parser.
///
/// A byte order mark is skipped; a record ends with LF, CRLF or CR; line ends inside quotes are kept as they are.
/// Lines of nothing but spaces and tabs are skipped, as pandas does. Everything else that RFC 4180 leaves out is an
/// error: records of unequal length, text after a closing quote. A quote inside a field that does not begin
/// with one is text, as for pandas.
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
  private var cellStarts = TextOffsets()
  private var cellEnds = TextOffsets()
  /// The cells with doubled quotes, each of which stands for one. All others are taken as they are in the file.
  private var rewritten: [UInt8] = []
  private var recordStart = 0
  private var firstRecordStart = 0
  /// The first record that has not as many fields as the first of all.
  private var raggedRecord: TableError?
  /// How far lines have been counted: to the ragged record that was told last.
  private var countedLines = (offset: 0, line: 1)

  private(set) var recordCount = 0
  /// How many fields every record has; nil before the first one.
  private(set) var fieldsPerRecord: Int?

  init(bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, hasQuotes: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    greatestEnd = max(delimiter, Self.carriageReturn)
    firstInvalidByte = UTF8Check.firstInvalidByte(in: bytes) ?? Int.max
    position = Self.start(of: bytes)
  }

  /// Where the records begin: behind a byte order mark, and behind a line "sep=;" in which spreadsheets say what stands
  /// between the cells. Of that line, the end is left, which is a blank line.
  private static func start(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = start + 5
    guard bytes[start...].starts(with: "sep=".utf8), end < bytes.count,
      bytes[end] == lineFeed || bytes[end] == carriageReturn
    else { return start }
    return end
  }

  /// The line of the first record, counted from 1.
  var firstLine: Int { line(at: firstRecordStart) }

  /// What may stand between the fields instead, if the first record is one field that holds it.
  var likelyDelimiter: CSVDelimiter? {
    guard fieldsPerRecord == 1 else { return nil }
    let line = bytes[firstRecordStart...].prefix { byte in
      byte != Self.lineFeed && byte != Self.carriageReturn
    }
    return CSVDelimiter.usual.first { $0.byte != delimiter && line.contains($0.byte) }
  }

  /// Reads all records, and returns their cells, one record after the other.
  ///
  /// - Parameter file: the bytes of the file, which the cells share.
  mutating func parse(sharing file: [UInt8]) throws(TableError) -> TextColumn {
    precondition(file.count == bytes.count, "the file is the one that is parsed")
    let count = likelyCellCount
    cellStarts.reserveCapacity(count)
    cellEnds.reserveCapacity(count)
    while position < bytes.count {
      if skipBlankLine() { continue }
      try parseRecord()
    }
    if let raggedRecord { throw raggedRecord }
    return TextColumn(sharing: file, own: rewritten, starts: cellStarts, ends: cellEnds)
  }

  /// About how many cells there will be, rather too many than too few: a file of short cells must not pay for the growth
  /// of a list of their ends. Of a large file, parts are looked at that lie equally far apart.
  private var likelyCellCount: Int {
    let step = max(Self.countedAtOnce, bytes.count / Self.countedParts)
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: step) {
      let end = min(start + Self.countedAtOnce, bytes.count)
      count += Int(fieldEnds(in: UnsafeBufferPointer(rebasing: bytes[start..<end])))
    }
    if step == Self.countedAtOnce { return count + 1 }
    return min((count + count / 8) * (step / Self.countedAtOnce + 1), bytes.count)
  }

  /// So many that a byte counts them, and the processor many at a time.
  private static let countedAtOnce = 128
  /// How many parts of a large file are looked at.
  private static let countedParts = 1_024

  private func fieldEnds(in part: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let delimiter = delimiter
    var count: UInt8 = 0
    for byte in part {
      let isEnd = byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
      count &+= isEnd ? 1 : 0
    }
    return count
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

  private mutating func parseRecord() throws(TableError) {
    recordStart = position
    if recordCount == 0 { firstRecordStart = position }
    recordCount += 1
    let expected = fieldsPerRecord ?? .max
    var fields = 0
    var surplus: Int?
    repeat {
      if fields == expected { surplus = position }
      fields += 1
      let isQuoted = hasQuotes && position < bytes.count && bytes[position] == Self.quote
      let cell = isQuoted ? try parseQuotedField(fields) : parsePlainField()
      cellStarts.append(cell.lowerBound)
      cellEnds.append(cell.upperBound)
      guard position <= firstInvalidByte else { throw invalidByte(in: fields) }
    } while skipDelimiter()
    let end = position
    skipLineEnd()
    guard fields == expected || fieldsPerRecord == nil else {
      return try noteRaggedRecord(expected: expected, found: fields, at: surplus ?? end)
    }
    fieldsPerRecord = fields
  }

  /// A field that does not begin with a quote ends at the next delimiter; quotes inside are text, as for pandas.
  private mutating func parsePlainField() -> Range<Int> {
    // Values of this function, which nothing that is stored can change.
    let (bytes, delimiter, greatestEnd) = (bytes, delimiter, greatestEnd)
    let start = position
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      // Most bytes of a text are above a comma or a tab.
      if byte <= greatestEnd {
        if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      }
      end += 1
    }
    position = end
    return start..<end
  }

  private mutating func parseQuotedField(_ field: Int) throws(TableError) -> Range<Int> {
    let opening = position
    let firstRewritten = rewritten.count
    var start = opening + 1
    while true {
      let end = nextQuote(from: start)
      guard end < bytes.count else {
        throw error("the quote that opens on this line is never closed", at: opening, field)
      }
      position = end + 1
      guard position < bytes.count, bytes[position] == Self.quote else {
        guard isAtFieldEnd else {
          throw error("text after the closing quote", at: position, field)
        }
        if start == opening + 1 { return start..<end }
        rewrite(start..<end)
        return bytes.count + firstRewritten..<bytes.count + rewritten.count
      }
      // A doubled quote stands for one: the first is kept, the second skipped.
      rewrite(start..<end + 1)
      start = position + 1
    }
  }

  /// The offset of the next quote; the number of bytes if there is none.
  private func nextQuote(from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let quote = memchr(base + start, Int32(Self.quote), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(quote) - UnsafeRawPointer(base)
  }

  /// Adds some bytes of the file to the cell at hand.
  private mutating func rewrite(_ range: Range<Int>) {
    rewritten.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
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

  private func error(_ message: String, at offset: Int, _ field: Int?) -> TableError {
    // A file in another encoding is full of other mistakes, of which the author need not hear.
    if firstInvalidByte < offset { return invalidByte(in: field) }
    return TableError(message: message, row: recordCount, line: line(at: offset), column: field)
  }

  private func invalidByte(in field: Int?) -> TableError {
    TableError(
      message: UTF8Check.complaint(about: firstInvalidByte, in: bytes), row: recordCount,
      line: line(at: firstInvalidByte), column: field)
  }

  /// Of more ragged records, only the number is told.
  private static let mostToldRecords = 10

  /// Keeps in mind that the record at hand is ragged: others may be, too. Between the fields of a whole file there may stand
  /// another delimiter, though.
  ///
  /// - Parameter place: where the first surplus field begins, or where the record ends too early.
  private mutating func noteRaggedRecord(
    expected: Int, found: Int, at place: Int
  ) throws(TableError) {
    if let others = raggedRecord?.others.count, others + 1 == Self.mostToldRecords {
      raggedRecord?.untoldCount += 1
      return
    }
    countedLines = (recordStart, line(at: recordStart))
    var mistake = error(
      "expected \(expected) field\(expected == 1 ? "" : "s"), found \(found)", at: place,
      found > expected ? expected + 1 : nil)
    mistake.likelyDelimiter = likelyDelimiter
    if mistake.likelyDelimiter != nil { throw mistake }
    if raggedRecord == nil { raggedRecord = mistake } else { raggedRecord?.others.append(mistake) }
  }

  /// The line on which a byte is, counted from 1.
  private func line(at offset: Int) -> Int {
    let start = countedLines.offset <= offset ? countedLines : (offset: 0, line: 1)
    var line = start.line
    for index in start.offset..<offset {
      let byte = bytes[index]
      let isPair =
        byte == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
      if byte == Self.lineFeed || (byte == Self.carriageReturn && !isPair) { line += 1 }
    }
    return line
  }
}
