/// Finds math between dollars and puts placeholders there, since cmark would read '_', '*' and backslashes in it.
///
/// The rules are pandoc's: no blank behind the opening dollar and none before the closing one, which no digit follows;
/// '\$' is a dollar. Code comes first: math holds no code span, and code no math.
struct MathSpans {
  private let draft: MarkdownDraft
  private var placeholders: Placeholders
  private var edits: [MarkdownDraft.Edit] = []
  private var problems: [Diagnostic] = []
  /// Up to where the draft has been read; a formula may go on beyond its paragraph.
  private var end = 0
  /// The lines before this one hold no end of a formula that begins on one of them.
  private var lineWithoutEnd = 0

  /// The draft with placeholders for its math.
  static func replacing(
    in draft: MarkdownDraft, _ placeholders: inout Placeholders,
    into diagnostics: inout [Diagnostic]
  ) -> MarkdownDraft {
    guard draft.bytes.contains(UInt8(ascii: "$")) else { return draft }
    var spans = MathSpans(draft: draft, placeholders: placeholders)
    for block in TextBlock.all(in: draft) { spans.findMath(in: block) }
    placeholders = spans.placeholders
    diagnostics += spans.problems
    return draft.applying(spans.edits)
  }

  private init(draft: MarkdownDraft, placeholders: Placeholders) {
    self.draft = draft
    self.placeholders = placeholders
  }

  private mutating func findMath(in block: TextBlock) {
    var lines: [SourceRange] = []
    for line in block.lines {
      let content = block.content(ofLine: line, in: draft)
      if content.lower >= end { lines.append(content) }
    }
    guard
      lines.contains(where: { draft.bytes[$0.lower..<$0.upper].contains(UInt8(ascii: "$")) })
    else { return }
    let text = DollarText(lines, of: draft)
    var position = 0
    for dollars in text.dollars where dollars.lower >= position {
      if let closing = text.closing(of: dollars) {
        replace(lines, from: text.place(of: dollars.lower), to: text.place(of: closing.upper))
        position = closing.upper
      } else if dollars.isDouble {
        let opening = text.place(of: dollars.lower)
        guard lines[index(of: opening, in: lines)].lower == opening else { continue }
        if replaceFormula(from: opening, lines, of: block) { return }
        problems.append(
          .warning(
            .badMath, "this '$$' is never closed",
            at: draft.source(of: SourceRange(opening, opening + 2))))
      } else if let closing = text.looseClosing(of: dollars) {
        let place =
          text.isLoose(dollars)
          ? "an opening dollar stands right before" : "a closing dollar stands right behind"
        let range = SourceRange(text.place(of: dollars.lower), text.place(of: closing.upper))
        problems.append(
          .warning(.badMath, "no math: \(place) the formula", at: draft.source(of: range)))
        position = closing.upper
      }
    }
  }

  /// Replaces a formula that begins a line of a block and ends below it, since cmark takes a line that begins with '+' or
  /// '=' for another block. Returns whether there is one.
  private mutating func replaceFormula(
    from opening: Int, _ lines: [SourceRange], of block: TextBlock
  ) -> Bool {
    var number = block.lines.upperBound + 1
    var all = lines
    if number < lineWithoutEnd { return false }
    while number <= draft.lines.count, block.canContinue(onLine: number, in: draft) {
      let content = block.content(ofLine: number, in: draft)
      all.append(content)
      if let closing = draft.firstDoubleDollar(in: content) {
        replace(all, from: opening, to: closing + 2)
        end = content.upper
        return true
      }
      number += 1
    }
    lineWithoutEnd = number
    return false
  }

  /// Puts a placeholder where math stands, which may run over several lines.
  private mutating func replace(_ lines: [SourceRange], from start: Int, to end: Int) {
    let width = draft.bytes[start + 1] == UInt8(ascii: "$") ? 2 : 1
    let content = SourceRange(start + width, end - width)
    var tex = JoinedText()
    for line in lines[index(of: start, in: lines)...].prefix(while: { $0.lower <= content.upper }) {
      let part = SourceRange(max(line.lower, content.lower), min(line.upper, content.upper))
      tex.append(line: draft.bytes[part.lower..<part.upper], from: draft.source(of: part.lower))
    }
    let range = SourceRange(start, end)
    let span = MathSpan(tex: tex, isDisplay: width == 2, range: draft.source(of: range))
    edits.append(.init(range: range, pieces: [.inserted(placeholders.add(.math(span)))]))
  }

  /// The line that an offset stands on.
  private func index(of offset: Int, in lines: [SourceRange]) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lower <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension MarkdownDraft {
  /// The first '$$' of a line whose first dollar no backslash escapes.
  fileprivate func firstDoubleDollar(in line: SourceRange) -> Int? {
    var offset = line.lower
    while offset + 1 < line.upper {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if bytes[offset] == UInt8(ascii: "$"), bytes[offset + 1] == UInt8(ascii: "$") {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }
}
