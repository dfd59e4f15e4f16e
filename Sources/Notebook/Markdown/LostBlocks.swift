/// Finds the blocks that are none because of where they stand or how they are written, and tells of them.
struct LostBlocks {
  private let source: SourceText
  private let draft: MarkdownDraft
  /// Where they stand.
  private(set) var fences: [SourceRange] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The line, from 1, of the first fence that is too short to open its block.
  private var lineOfShortFence: Int?

  init(_ source: SourceText, _ draft: MarkdownDraft) {
    self.source = source
    self.draft = draft
  }

  /// Notes a block inside a list or a quotation; `lines` are the lesson's, from 1.
  mutating func noteNested(lines: ClosedRange<Int>, opening: SourceRange) {
    fences.append(source.rangeOfLines(lines.lowerBound, lines.upperBound))
    diagnostics.append(
      .error(
        .nestedBlock, "a command block cannot stand inside a list or a quotation", at: opening))
  }

  /// Notes the blocks within HTML, which are a part of it to cmark.
  mutating func noteBlocks(within html: String, of step: CommonMarkStep) {
    let text = SourceText(name: "", text: html)
    var open: Fence?
    var firstLost: Int?
    for line in 1...text.lineCount {
      let range = text.rangeOfLine(line)
      guard let fence = Fence(line: range, of: text) else { continue }
      if let opening = open {
        if fence.closes(opening) { open = nil }
        continue
      }
      guard fence.opens else { continue }
      open = fence
      if case .shown = FenceHeader.read(line: range, of: text) { continue }
      let inDraft = step.line + line - 1
      let inLesson = draft.sourceLine(inDraft, in: source)
      fences.append(source.rangeOfLine(inLesson))
      firstLost = firstLost ?? inLesson
      diagnostics.append(
        .error(
          .nestedBlock,
          "a command block cannot stand inside HTML, which goes on until a blank line",
          at: draft.fence(onLine: inDraft)))
    }
    guard let firstLost else { return }
    fences.append(source.rangeOfLines(firstLost, draft.sourceLine(step.lastLine, in: source)))
  }

  /// Notes lines in a paragraph that would open a block if their fences were longer: "``{split s}". What is meant to close
  /// it opens a fence, so that nobody knows which blocks below it are there.
  mutating func noteShortFences(in lines: ClosedRange<Int>) {
    var lengthsBehind: Set<Int> = []
    var shortFences: [Int] = []
    for line in lines.reversed() {
      let range = source.rangeOfLine(line)
      defer { lengthsBehind.formUnion(source.lengthsOfBacktickRuns(in: range)) }
      guard let fence = Fence(line: range, of: source), !fence.opens, fence.indentation <= 3,
        case .command(let header) = FenceHeader.read(line: range, of: source),
        "{\(header.command)}" != InlineValue.marker,
        !fence.beginsCode(endingInRunsOf: lengthsBehind)
      else { continue }
      shortFences.append(line)
    }
    for line in shortFences.reversed() {
      let written = source.trimmingBlanks(source.rangeOfLine(line))
      diagnostics.append(
        .error(
          .badFence, "the fence of a block has at least three backticks or tildes", at: written))
    }
    lineOfShortFence = lineOfShortFence ?? shortFences.last
  }

  /// Ends the search: counts as lost what stands below a fence that is too short.
  mutating func end() {
    guard let first = lineOfShortFence else { return }
    fences.append(source.rangeOfLines(first, source.lineCount))
    for line in first...source.lineCount {
      let range = source.rangeOfLine(line)
      guard Fence(line: range, of: source) != nil,
        case .command = FenceHeader.read(line: range, of: source)
      else { continue }
      fences.append(range)
    }
  }
}

extension SourceText {
  fileprivate func lengthsOfBacktickRuns(in range: SourceRange) -> [Int] {
    bytes[range.lower..<range.upper].split { $0 != UInt8(ascii: "`") }.map(\.count)
  }
}

extension MarkdownDraft {
  /// The line of the lesson, from 1, that a line of the draft comes from.
  func sourceLine(_ line: Int, in source: SourceText) -> Int {
    source.lineNumber(of: self.source(of: range(ofLine: line).lower))
  }

  /// The lines of the lesson, from 1, that an element comes from.
  func sourceLines(of step: CommonMarkStep, in source: SourceText) -> ClosedRange<Int> {
    let first = sourceLine(step.line, in: source)
    return first...max(first, sourceLine(step.lastLine, in: source))
  }

  /// The fence on a line of the draft, behind list markers and quotation marks, as it stands in the lesson.
  func fence(onLine line: Int) -> SourceRange {
    let range = range(ofLine: line)
    let start = bytes[range.lower..<range.upper].firstIndex {
      $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~")
    }
    return source(of: SourceRange(start ?? range.lower, range.upper))
  }
}
