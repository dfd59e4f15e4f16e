/// A paragraph or a heading as cmark found it in a draft: the lines whose text means something.
struct TextBlock {
  /// Whether it is a heading, underlined or not.
  var isHeading: Bool
  /// Its lines, from 1; an underlined heading's underline is the last one.
  var lines: ClosedRange<Int>
  /// The column, from 1 in bytes, of its first character.
  private var column: Int
  /// The number of quotations that it stands in.
  private var quoteDepth: Int
  /// The column, from 1 in bytes, of the marker of the list item that it stands in.
  private var itemColumn: Int?

  /// All paragraphs and headings, in reading order.
  static func all(in draft: MarkdownDraft, parsing bytes: [UInt8]? = nil) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var quoteDepth = 0
    var itemColumns: [Int] = []
    for step in CommonMarkStep.all(in: bytes ?? draft.bytes, onlyBlocks: true) {
      switch (step.node, step.phase) {
      case (.blockQuote, .enter): quoteDepth += 1
      case (.blockQuote, .exit): quoteDepth -= 1
      case (.item, .enter): itemColumns.append(step.column)
      case (.item, .exit): itemColumns.removeLast()
      case (.paragraph, .enter), (.heading, .enter):
        blocks.append(
          TextBlock(step, quoteDepth: quoteDepth, itemColumn: itemColumns.last, in: draft))
      default: break
      }
    }
    return blocks
  }

  /// The block that a step enters.
  ///
  /// - Parameters:
  ///   - quoteDepth: the number of quotations that it stands in.
  ///   - itemColumn: the column of the list item that it stands in; of use to find out how far a formula may go on.
  init(
    _ step: CommonMarkStep, quoteDepth: Int, itemColumn: Int? = nil, in draft: MarkdownDraft
  ) {
    isHeading = if case .heading = step.node { true } else { false }
    let first = min(step.line, draft.lines.count)
    lines = first...max(first, min(step.lastLine, draft.lines.count))
    column = step.column
    self.quoteDepth = quoteDepth
    self.itemColumn = itemColumn
    // cmark takes the line behind an underlined heading for its last one, unless there is none.
    if isHeading, lines.count > 1, isUnderline(lines.upperBound - 1, in: draft) {
      lines = first...(lines.upperBound - 1)
    }
  }

  private func isUnderline(_ line: Int, in draft: MarkdownDraft) -> Bool {
    let marks = draft.trimmingBlanks(content(ofLine: line, in: draft))
    let bytes = draft.bytes[marks.lower..<marks.upper]
    guard let first = bytes.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return false
    }
    return bytes.allSatisfy { $0 == first }
  }

  /// A line of the block without the marks of quotations and lists before it.
  func content(ofLine line: Int, in draft: MarkdownDraft) -> SourceRange {
    let range = draft.range(ofLine: line)
    if line == lines.lowerBound {
      return SourceRange(min(range.upper, range.lower + column - 1), range.upper)
    }
    var start = draft.skippingBlanks(from: range.lower, to: range.upper)
    var depth = 0
    while depth < quoteDepth, start < range.upper, draft.bytes[start] == UInt8(ascii: ">") {
      start = draft.skippingBlanks(from: start + 1, to: range.upper)
      depth += 1
    }
    return SourceRange(start, range.upper)
  }

  /// Some of the block's text with blanks for all that stands between its lines, so that every word keeps its place.
  func text(in range: SourceRange, of draft: MarkdownDraft) -> [UInt8] {
    var text = Array(draft.bytes[range.lower..<range.upper])
    for line in draft.lines.line(of: range.lower)..<draft.lines.line(of: range.upper) {
      let start = min(range.upper, content(ofLine: line + 1, in: draft).lower)
      for offset in draft.range(ofLine: line).upper..<start {
        text[offset - range.lower] = UInt8(ascii: " ")
      }
    }
    return text
  }

  /// The lines after the block that a formula begun in it may go on with: up to a blank line, a fence, or the end of the
  /// list item.
  func canContinue(onLine line: Int, in draft: MarkdownDraft) -> Bool {
    let content = content(ofLine: line, in: draft)
    let text = draft.bytes[content.lower..<content.upper]
    if text.allSatisfy(\.isBlank) { return false }
    if text.starts(with: Array("```".utf8)) || text.starts(with: Array("~~~".utf8)) { return false }
    let start = draft.range(ofLine: line).lower
    return itemColumn.map { content.lower - start >= $0 } ?? true
  }
}

extension MarkdownDraft {
  /// The first offset from one on that holds neither a space nor a tab.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset].isBlank { offset += 1 }
    return offset
  }

  /// A range without the blanks at its ends.
  func trimmingBlanks(_ range: SourceRange) -> SourceRange {
    let start = skippingBlanks(from: range.lower, to: range.upper)
    var end = range.upper
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return SourceRange(start, end)
  }
}
