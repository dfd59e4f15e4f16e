/// Where the lines of a text begin; lines end with LF, CRLF or CR, as in CommonMark.
struct LineTable: Sendable {
  /// The first byte of each line; there is at least one line.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == UInt8(ascii: "\r")
        && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isLoneReturn { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The number of lines; text after the last line end counts, even if it is empty.
  var count: Int { starts.count }

  /// The first byte of a line, from 1.
  func start(ofLine line: Int) -> Int { starts[line - 1] }

  /// A line's bytes without its line end; `line` counts from 1.
  func range(ofLine line: Int, in bytes: [UInt8]) -> SourceRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return SourceRange(start, end)
  }

  /// The line, from 1, that an offset lies on.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
