/// Words of a lesson that stand on one or more lines, without the marks of quotations between them.
struct JoinedText: Sendable, Equatable {
  /// The words in UTF-8, with a line feed between lines.
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var sources: [Int] = []

  /// Adds the words of another line, which begin at an offset of the lesson.
  mutating func append(line: ArraySlice<UInt8>, from source: Int) {
    if !starts.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    starts.append(bytes.count)
    sources.append(source)
    bytes += line
  }

  /// The words.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where an offset in `bytes` stands in the lesson.
  func source(of offset: Int) -> Int {
    let line = (starts.lastIndex { $0 <= offset }) ?? 0
    return starts.isEmpty ? 0 : sources[line] + offset - starts[line]
  }

  /// Where some of the words stand in the lesson.
  func source(of range: SourceRange) -> SourceRange {
    if range.lower == range.upper {
      let place = source(of: range.lower)
      return SourceRange(place, place)
    }
    return SourceRange(source(of: range.lower), source(of: range.upper - 1) + 1)
  }
}
