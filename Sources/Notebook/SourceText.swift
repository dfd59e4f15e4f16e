/// A text with its name: what positions in diagnostics refer to.
public struct SourceText: Sendable {
  /// The file name as diagnostics show it.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Where each line starts in `bytes`; there is at least one line.
  private let lineStarts: [Int]
  private let scalars: ScalarIndex

  /// The text of a file; lines end with LF, CRLF or CR, as in CommonMark.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (offset, byte) in content.enumerated() {
      let isLoneReturn =
        byte == UInt8(ascii: "\r")
        && !(offset + 1 < content.count && content[offset + 1] == UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isLoneReturn { starts.append(offset + 1) }
    }
    self.bytes = content
    lineStarts = starts
    scalars = ScalarIndex(content)
  }

  /// The text given as a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; text after the last line end counts, even if it is empty.
  public var lineCount: Int { lineStarts.count }

  /// A line's bytes without its line end; `line` counts from 1.
  public func rangeOfLine(_ line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return SourceRange(start, end)
  }

  /// The text in a range.
  public func string(in range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
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
    let start = lineStarts[line - 1]
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
  public func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}

extension UInt8 {
  /// Whether this byte of UTF-8 continues a scalar that began before it.
  var continuesScalar: Bool { self & 0xC0 == 0x80 }

  /// Whether this is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether this is a single or a double quote.
  var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }

  /// Whether a name may contain this byte; a name does not begin with a digit.
  var continuesName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether this is a decimal digit in ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
