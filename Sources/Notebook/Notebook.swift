/// A lesson as text: what it says about itself, its prose and its command blocks, in reading order.
///
/// It knows no command; whether a block makes sense is for the plan to find out.
public struct Notebook: Sendable {
  /// A stretch of the lesson.
  public enum Part: Sendable, Equatable {
    case prose(Prose)
    case block(Block)
  }

  /// The text itself.
  public var source: SourceText
  /// What the lesson says about itself.
  public var frontMatter: FrontMatter
  /// Prose and blocks in reading order.
  public var parts: [Part]
  /// The footnotes that the prose refers to, in the order of their numbers.
  public var footnotes: [Footnote]
  /// The fences that are shown and may be meant to be blocks.
  public var shownFences: [ShownFence]
  /// Where prose or blocks are lost: the fences with braces that cannot be read, stand inside something else or run on to where
  /// another one ends, what HTML has behind such a fence, and all below a fence that is too short to open a block. Each begins
  /// with a line that may have a name in it; they may overlap.
  public var lostFences: [SourceRange]
  /// Everything found wrong outside of blocks; a block carries its own.
  public var diagnostics: [Diagnostic]

  /// The command blocks in reading order.
  public var blocks: [Block] {
    parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  /// All prose: that between the blocks and the captions in reading order, then the footnotes.
  public var prose: [Prose] {
    let all = parts.flatMap { part in
      switch part {
      case .prose(let prose): [prose]
      case .block(let block): [block.figureCaption, block.tableCaption].compactMap(\.self)
      }
    }
    return (all + footnotes.map(\.prose)).flatMap { [$0] + $0.captions }
  }
}

extension Notebook {
  /// Reads a lesson. This never fails: all that is wrong is in `diagnostics`.
  public init(_ source: SourceText) {
    self.source = source
    frontMatter = FrontMatter()
    parts = []
    footnotes = []
    shownFences = []
    lostFences = []
    diagnostics = []
    if let problem = Self.encodingProblem(in: source) {
      diagnostics.append(problem)
      return
    }
    let lines = frontMatterLines
    if let problem = MarkdownLimits.problem(in: source, from: (lines?.upperBound ?? 0) + 1) {
      diagnostics.append(problem)
      return
    }
    var blanked = source.bytes
    if let lines {
      let body = (2..<lines.upperBound).map(source.rangeOfLine)
      var problems: [Diagnostic] = []
      let node = YAMLReader(source, lines: body).read(into: &problems)
      frontMatter = FrontMatter(node, into: &diagnostics)
      if node == nil, problems.containErrors { frontMatter.hasReadableParameters = false }
      diagnostics += problems
      // Blanked, not cut: every later line keeps its number.
      for line in lines {
        let range = source.rangeOfLine(line)
        for offset in range.lower..<range.upper { blanked[offset] = UInt8(ascii: " ") }
      }
    }
    let prose = LessonProse(blanked, of: source)
    diagnostics += prose.diagnostics
    footnotes = prose.footnotes
    shownFences = prose.shownFences
    lostFences = prose.lostFences
    for piece in prose.pieces {
      switch piece {
      case .prose(let prose): parts.append(.prose(prose))
      case .fence(let first, let last): readBlocks(lines: first...last)
      }
    }
    dropLostFootnotes()
  }

  /// Reads the block of a fence, and those that the fence holds, too, because it is not closed before them.
  private mutating func readBlocks(lines: ClosedRange<Int>) {
    let blocks = FencedBlocks(in: lines, of: source)
    if !blocks.areClosed {
      lostFences.append(source.rangeOfLines(lines.lowerBound, lines.upperBound))
    }
    for lines in blocks.lines {
      let (first, last) = (lines.lowerBound, lines.upperBound)
      switch FenceHeader.read(line: source.rangeOfLine(first), of: source) {
      case .command(let header):
        parts.append(
          .block(
            Block(header, lines: first, last, of: source, defaults: frontMatter.cellDefaults)))
      case .malformed(let diagnostic):
        diagnostics.append(diagnostic)
        lostFences.append(source.rangeOfLines(first, last))
      case .shown: break
      }
    }
  }

  /// Takes back what was said of footnotes whose other ends may stand in text that is lost.
  private mutating func dropLostFootnotes() {
    let lost = Set(lostFences.flatMap { source.string(in: $0).footnoteMarks })
    if lost.isEmpty { return }
    diagnostics = diagnostics.filter { diagnostic in
      guard [.unknownFootnote, .unusedFootnote].contains(diagnostic.code),
        let range = diagnostic.range
      else { return true }
      return !source.string(in: range).footnoteMarks.contains(where: lost.contains)
    }
  }

  /// The lines of the front matter with its two rules, if the first line opens one.
  private var frontMatterLines: ClosedRange<Int>? {
    mutating get {
      guard trimmedLine(1) == "---" else {
        noteMisplacedFrontMatter()
        return nil
      }
      // A fence is no YAML: a rule below one is the text's own.
      let last = (1...source.lineCount).dropFirst().first {
        ["---", "..."].contains(trimmedLine($0)) || opensFence($0)
      }
      guard let last, !opensFence(last) else {
        frontMatter.hasReadableParameters = false
        diagnostics.append(
          .error(
            .badFrontMatter, "the front matter that opens here has no closing '---'",
            at: source.rangeOfLine(1))
        )
        return nil
      }
      return 1...last
    }
  }

  /// Tells of front matter with something before it, be it a blank: then it is prose.
  private mutating func noteMisplacedFrontMatter() {
    guard let start = source.bytes.firstIndex(where: { !$0.isBlank && !$0.endsLine }) else {
      return
    }
    let first = source.lineNumber(of: start)
    let opening = source.trimmingBlanks(source.rangeOfLine(first))
    guard source.string(in: opening) == "---" else { return }
    let inside = (first...source.lineCount).dropFirst().prefix { !opensFence($0) }
      .map { source.string(in: source.trimmingBlanks(source.rangeOfLine($0))) }
      .filter { !$0.isEmpty }
    let matter = inside.prefix { !["---", "..."].contains($0) }
    let keys = matter.filter { $0.contains(":") }.map { String($0.prefix { $0 != ":" }) }
    let hasKey = keys.contains { FrontMatter.Key(rawValue: $0) != nil }
    guard matter.count < inside.count, hasKey else { return }
    frontMatter.hasReadableParameters = false
    diagnostics.append(
      .error(
        .badFrontMatter, "front matter begins with the lesson: nothing stands before its '---'",
        at: opening))
  }

  private func opensFence(_ line: Int) -> Bool {
    guard let fence = Fence(line: source.rangeOfLine(line), of: source) else { return false }
    return fence.opens && fence.indentation == 0
  }

  private func trimmedLine(_ line: Int) -> String {
    let range = source.rangeOfLine(line)
    var end = range.upper
    while end > range.lower, source.bytes[end - 1].isBlank { end -= 1 }
    return source.string(in: SourceRange(range.lower, end))
  }

  /// Text that is not UTF-8, or holds a NUL, which would end it early for cmark, or what placeholders consist of.
  private static func encodingProblem(in source: SourceText) -> Diagnostic? {
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      return .error(
        .unreadableText,
        "a lesson is text in UTF-8; this is UTF-16, which editors can save as UTF-8",
        at: SourceRange(0, 2))
    }
    if let zero = source.bytes.firstIndex(of: 0) {
      return .error(
        .unreadableText, "a lesson is text; here is a NUL byte", at: SourceRange(zero, zero + 1))
    }
    if let reserved = source.firstReservedCharacter {
      return .error(
        .unreadableText, "here is a character that Unicode reserves for the inside of programs",
        at: reserved)
    }
    if source.bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil {
      return nil
    }
    let lines = (1...source.lineCount).map(source.rangeOfLine)
    let broken = lines.first { line in
      String(validating: source.bytes[line.lower..<line.upper], as: UTF8.self) == nil
    }
    return .error(.unreadableText, "a lesson is text in UTF-8; this line is not", at: broken)
  }
}

extension String {
  /// What stands in it between "[^" and "]".
  fileprivate var footnoteMarks: [Substring] {
    split(separator: "[^", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "]" } }
  }
}

extension SourceText {
  /// The first of the characters U+FDD0 to U+FDEF, which no text has.
  fileprivate var firstReservedCharacter: SourceRange? {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0xEF) {
      if start + 2 < bytes.count, bytes[start + 1] == 0xB7, (0x90...0xAF).contains(bytes[start + 2])
      {
        return SourceRange(start, start + 3)
      }
      rest = bytes[(start + 1)...]
    }
    return nil
  }
}
