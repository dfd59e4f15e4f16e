/// A text with its name: what positions in diagnostics refer to.
public struct SourceText: Sendable {
  /// The file name as diagnostics show it.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Where each line starts in `bytes`; there is at least one line.
  public let lineStarts: [Int]

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

  /// A line's text without its line end; `line` counts from 1.
  public func line(_ line: Int) -> String {
    string(in: rangeOfLine(line))
  }

  /// The line and column of an offset.
  public func position(of offset: Int) -> SourcePosition {
    let line = lineNumber(of: offset)
    let start = lineStarts[line - 1]
    let column = bytes[start..<max(start, min(offset, bytes.count))].count { !$0.continuesScalar }
    return SourcePosition(line: line, column: column + 1)
  }

  /// The offset of a line's column, both from 1, the column in Unicode scalars; the line's end if it is shorter.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineCount else { return bytes.count }
    let range = rangeOfLine(line)
    return bytes.offset(ofScalar: column - 1, from: range.lower, limit: range.upper)
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

extension [UInt8] {
  /// The offset of the n-th Unicode scalar after `start`, at most `limit`.
  func offset(ofScalar count: Int, from start: Int, limit: Int) -> Int {
    var offset = start
    var remaining = count
    while offset < limit, remaining > 0 {
      offset += 1
      while offset < limit, self[offset].continuesScalar { offset += 1 }
      remaining -= 1
    }
    return offset
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
