/// Tells from line to line what stands in the code blocks of a lesson, without cmark.
///
/// It may miss lines, but what it says stands in a code block does so for cmark, too. It answers for fences in the first column
/// alone: an indented one may stand in a list, and would end where its item does. In HTML there are no fences. Behind a line
/// that leaves two ways to read those that follow, it says nothing more.
struct FencedLines {
  private var opening: Fence?
  private var isCertain = true

  /// Whether the next line of the lesson belongs to a code block with its fences.
  mutating func take(_ line: SourceRange, of source: SourceText) -> Bool {
    guard isCertain else { return false }
    let bytes = source.bytes[line.lower..<line.upper]
    let fence = Fence(line: line, of: source)
    if let opening {
      let indentation = bytes.prefix { $0 == UInt8(ascii: " ") }.count
      isCertain = indentation >= opening.indentation || bytes.allSatisfy(\.isBlank)
      if fence?.closes(opening) == true { self.opening = nil }
      return opening.indentation == 0
    }
    if let fence, fence.opens {
      opening = fence
      return fence.indentation == 0
    }
    isCertain = !Self.mayBeginHTML(bytes)
    return false
  }

  /// Whether HTML may begin on a line and go on behind it.
  private static func mayBeginHTML(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop(while: \.isBlank)
    guard text.first == UInt8(ascii: "<") else { return false }
    let isComment = text.starts(with: "<!--".utf8) && text.firstRange(of: Array("-->".utf8)) != nil
    return !isComment
  }
}
