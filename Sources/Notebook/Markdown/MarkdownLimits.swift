/// Guards against text that cmark takes minutes for: its time grows with the square of some nestings.
enum MarkdownLimits {
  /// The largest lesson, in bytes.
  static let size = 2_000_000
  private static let depth = 64
  private static let openBracketsInParagraph = 1_000
  private static let listMarkers = 5_000

  /// The first thing in a lesson that is beyond what a lesson needs. Code blocks are nothing but lines to cmark.
  ///
  /// - Parameter first: the first line, from 1, behind the front matter.
  static func problem(in source: SourceText, from first: Int) -> Diagnostic? {
    if source.bytes.count > size {
      return .error(.tooMuch, "a lesson has at most \(size / 1_000_000) MB of text", at: nil)
    }
    var fences = FencedLines()
    var brackets = 0
    var markers = 0
    for line in first..<(source.lineCount + 1) {
      let range = source.rangeOfLine(line)
      if fences.take(range, of: source) { continue }
      let bytes = source.bytes[range.lower..<range.upper]
      let leading = containerMarkers(of: bytes)
      let nesting = leading.count { !$0.isBlank }
      if nesting > depth, nesting < bytes.count(where: { !$0.isBlank }) || !isRule(leading) {
        return .error(.tooMuch, "this is nested more than \(depth) levels deep", at: range)
      }
      markers += leading.contains(where: isListMarker) ? 1 : 0
      brackets =
        bytes.allSatisfy(\.isBlank)
        ? 0 : brackets + bytes.count { $0 == UInt8(ascii: "[") }
      if brackets > openBracketsInParagraph {
        return .error(.tooMuch, "a paragraph has at most \(openBracketsInParagraph) '['", at: range)
      }
      if markers > listMarkers {
        return .error(.tooMuch, "a lesson has at most \(listMarkers) list items", at: range)
      }
    }
    return nil
  }

  /// The quotation marks and bullets that a line begins with; a bullet has a blank or nothing behind it.
  private static func containerMarkers(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = line.indices.first { offset in
      let byte = line[offset]
      if byte.isBlank || byte == UInt8(ascii: ">") { return false }
      return !isListMarker(byte) || offset + 1 < line.endIndex && !line[offset + 1].isBlank
    }
    return line[..<(end ?? line.endIndex)]
  }

  private static func isListMarker(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  /// A line of one repeated mark is a thematic break or a heading's underline, however long it is.
  private static func isRule(_ marks: ArraySlice<UInt8>) -> Bool {
    let characters = Set(marks.filter { !$0.isBlank })
    return characters.count == 1 && !characters.contains(UInt8(ascii: ">"))
  }
}
