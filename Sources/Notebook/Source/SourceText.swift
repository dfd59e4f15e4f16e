/// A text with its name: what positions in diagnostics refer to.
public struct SourceText: Sendable {
  /// The file name as diagnostics show it.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  private let lines: LineTable
  private let scalars: ScalarIndex

  /// The text of a file; lines end with LF, CRLF or CR, as in CommonMark.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = content
    lines = LineTable(content)
    scalars = ScalarIndex(content)
  }

  /// The text given as a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; text after the last line end counts, even if it is empty.
  public var lineCount: Int { lines.count }

  /// A line's bytes without its line end; `line` counts from 1.
  public func rangeOfLine(_ line: Int) -> SourceRange {
    lines.range(ofLine: line, in: bytes)
  }

  /// From the beginning of one line to the end of another, both from 1.
  func rangeOfLines(_ first: Int, _ last: Int) -> SourceRange {
    SourceRange(rangeOfLine(first).lower, rangeOfLine(last).upper)
  }

  /// The text in a range.
  public func string(in range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// A range without the blanks at its ends.
  func trimmingBlanks(_ range: SourceRange) -> SourceRange {
    var trimmed = range
    while trimmed.lower < trimmed.upper, bytes[trimmed.lower].isBlank { trimmed.lower += 1 }
    while trimmed.lower < trimmed.upper, bytes[trimmed.upper - 1].isBlank { trimmed.upper -= 1 }
    return trimmed
  }

  /// As much of a range's beginning as fits into some bytes without cutting a character.
  public func prefix(of range: SourceRange, bytes count: Int) -> SourceRange {
    guard range.upper - range.lower > count else { return range }
    var end = range.lower + count
    while end > range.lower, bytes[end].continuesScalar { end -= 1 }
    return SourceRange(range.lower, end)
  }

  /// As much of a range's end as fits into some bytes without cutting a character.
  public func suffix(of range: SourceRange, bytes count: Int) -> SourceRange {
    guard range.upper - range.lower > count else { return range }
    var start = range.upper - count
    while start < range.upper, bytes[start].continuesScalar { start += 1 }
    return SourceRange(start, range.upper)
  }

  /// The line and column of an offset.
  public func position(of offset: Int) -> SourcePosition {
    let line = lineNumber(of: offset)
    let start = lines.start(ofLine: line)
    let column =
      scalars.count(before: max(start, offset), in: bytes)
      - scalars.count(before: start, in: bytes)
    return SourcePosition(line: line, column: column + 1)
  }

  /// The offset of a column, from 1 in Unicode scalars, in a stretch of one line; the stretch's end if it is shorter.
  func offset(ofColumn column: Int, in range: SourceRange) -> Int {
    let index = scalars.count(before: range.lower, in: bytes) + column - 1
    return min(range.upper, scalars.offset(ofScalar: index, in: bytes))
  }

  /// The line, from 1, that an offset lies on.
  public func lineNumber(of offset: Int) -> Int { lines.line(of: offset) }
}

extension UInt8 {
  /// Whether this byte of UTF-8 continues a scalar that began before it.
  var continuesScalar: Bool { self & 0xC0 == 0x80 }

  /// Whether this is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether this ends a line, alone or together with another such byte.
  var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// Whether this is a blank or the mark of a quotation.
  var standsBeforeText: Bool { isBlank || self == UInt8(ascii: ">") }

  /// Whether this is a single or a double quote.
  var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }

  /// Whether a name may contain this byte; a name does not begin with a digit.
  package var continuesName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a backslash before this byte makes it mean itself in Markdown.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Whether this is a letter in ASCII.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// Whether this is a decimal digit in ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
