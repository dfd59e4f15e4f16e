/// Turns the steps through a draft into the pieces of a lesson: prose, and the fences of its blocks.
struct ProseReader {
  /// A piece of the document at its top level.
  enum Piece {
    case prose(Prose)
    /// A fenced code block, from the line of its fence to its last line, both from 1.
    case fence(first: Int, last: Int)
  }

  private let source: SourceText
  private let draft: MarkdownDraft
  private let placeholders: Placeholders
  private(set) var pieces: [Piece] = []
  /// The texts of footnotes, in the order of their definitions.
  private(set) var footnotes: [FootnoteNumbers.Definition] = []
  /// The fences that are shown and read like blocks without their braces.
  private(set) var bareFences: [BareFence] = []
  /// The fences with braces that stand inside something else.
  private(set) var lostFences: [SourceRange] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var events: [Prose.Event] = []
  private var containers: [Prose.Container] = []
  /// Where the open items of lists begin among the events.
  private var openItems: [Int] = []
  /// The items of lists that are footnotes, by where they begin among the events.
  private var footnoteItems: [Int: (label: String, range: SourceRange)] = [:]
  private var openHeading: Int?
  /// The line, from 1, of the first fence that is too short to open its block.
  private var lineOfShortFence: Int?
  /// Where the open pictures begin among the events.
  private var openImages: [Int] = []
  /// Where the open links begin among the events.
  private var openLinks: [Int] = []
  /// Where the words of nodes stand.
  private var places: NodePlaces
  /// The open cell of a table.
  private var cells: [PipeTableCell] = []
  private var anchors = AnchorNames()
  private var formulas = FormulaReader()

  init(_ source: SourceText, _ draft: MarkdownDraft, _ placeholders: Placeholders) {
    self.source = source
    self.draft = draft
    self.placeholders = placeholders
    places = NodePlaces(draft)
  }

  /// Reads the whole draft.
  mutating func read() {
    let steps = CommonMarkStep.all(in: draft.bytes)
    for (index, step) in steps.enumerated() {
      let next = steps.indices.contains(index + 1) ? steps[index + 1] : nil
      read(step, next)
    }
    endProse()
    if let first = lineOfShortFence { loseBlocks(from: first) }
    diagnostics += formulas.diagnostics
  }

  private mutating func read(_ step: CommonMarkStep, _ next: CommonMarkStep?) {
    if step.holdsText { places.block = step.phase == .enter ? textBlock(of: step) : nil }
    if step.holdsText, step.phase == .enter, step.isAtTop { noteShortFences(in: step) }
    switch step.node {
    case .text(let text): appendText(text, of: step)
    case .softBreak: events.append(.softBreak)
    case .lineBreak: events.append(.lineBreak)
    case .thematicBreak: events.append(.thematicBreak)
    case .code(let literal): appendCode(literal, of: step)
    case .codeBlock(let literal, let information, let isFenced):
      appendCodeBlock(literal, isFenced ? information : "", of: step)
    case .html(let html, let isBlock):
      appendHTML(placeholders.restoring(html), isBlock: isBlock, of: step)
    case .heading:
      // A table's cell is a heading to cmark; what it holds begins and ends it.
      if step.phase == .enter, !isCell(next) { enter(container(for: step)) }
      if step.phase == .exit, openHeading != nil { exitHeading() }
    default:
      if step.phase == .enter { enter(container(for: step)) } else { exit(step) }
    }
  }

  private func textBlock(of step: CommonMarkStep) -> TextBlock {
    TextBlock(step, quoteDepth: containers.count { $0 == .blockQuote }, in: draft)
  }

  private func isCell(_ step: CommonMarkStep?) -> Bool {
    guard case .text(let text)? = step?.node,
      case .placeholder(.cell)? = placeholders.parts(of: text).first
    else { return false }
    return true
  }

  private mutating func enter(_ container: Prose.Container) {
    if container == .item { openItems.append(events.count) }
    if case .heading = container { openHeading = events.count }
    if case .image = container { openImages.append(events.count) }
    if case .link = container { openLinks.append(events.count) }
    containers.append(container)
    events.append(.enter(container))
  }

  private mutating func exit(_ step: CommonMarkStep) {
    guard let container = containers.popLast() else { return }
    if case .link(let link) = container {
      exit(link, step)
      return
    }
    if case .image(let image) = container {
      exit(image, step)
      return
    }
    if container == .item, let start = openItems.popLast(),
      let footnote = footnoteItems.removeValue(forKey: start)
    {
      footnotes.append(
        .init(
          label: footnote.label, range: footnote.range, events: Array(events[(start + 1)...])))
      events.removeSubrange(start...)
      return
    }
    if case .list = container, case .enter(.list)? = events.last {
      events.removeLast()
      return
    }
    events.append(.exit(container))
  }

  /// Ends a link. Its address stands behind its words, so its place is looked for only now.
  private mutating func exit(_ link: Prose.Link, _ step: CommonMarkStep) {
    var link = link
    let start = openLinks.popLast()
    if case .link(let destination, _) = step.node {
      noteLink(to: destination, of: step)
      if link.isRelative { link.range = places.place(ofAddress: destination, of: step) }
    }
    if let start { events[start] = .enter(.link(link)) }
    events.append(.exit(.link(link)))
  }

  /// Ends a picture. Its address stands behind its description, so its place is looked for only now.
  private mutating func exit(_ image: Prose.Image, _ step: CommonMarkStep) {
    var image = image
    if case .image(let destination, let title) = step.node {
      let found = places.places(ofAddress: destination, title: title, of: step)
      (image.range, image.titleRange) = (found.address, found.title)
    }
    if let start = openImages.popLast() { events[start] = .enter(.image(image)) }
    events.append(.exit(.image(image)))
  }

  private mutating func exitHeading() {
    guard let start = openHeading, case .heading(var heading)? = containers.popLast() else {
      return
    }
    openHeading = nil
    heading.anchor = anchors.anchor(for: Prose(events: Array(events[start...])).plainText)
    events[start] = .enter(.heading(heading))
    events.append(.exit(.heading(heading)))
  }

  private mutating func container(for step: CommonMarkStep) -> Prose.Container {
    switch step.node {
    case .heading(let level): return .heading(Prose.Heading(level: level, anchor: ""))
    case .blockQuote: return .blockQuote
    case .list(let start, let isTight): return .list(start: start, isTight: isTight)
    case .item: return .item
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .link(let destination, let title):
      return .link(
        Prose.Link(
          destination: placeholders.restoring(destination), title: placeholders.restoring(title)))
    case .image(let destination, let title):
      return .image(
        Prose.Image(
          destination: placeholders.restoring(destination), title: placeholders.restoring(title)))
    default: return .paragraph
    }
  }

  /// Ends the prose before a command block, or at the end.
  private mutating func endProse() {
    if !events.isEmpty { pieces.append(.prose(Prose(events: events))) }
    events = []
  }
}

// MARK: - Code, links and HTML

extension ProseReader {
  /// The line of the lesson, from 1, that a line of the draft comes from.
  private func sourceLine(_ line: Int) -> Int {
    source.lineNumber(of: draft.source(of: draft.range(ofLine: line).lower))
  }

  private mutating func appendCodeBlock(
    _ literal: String, _ information: String, of step: CommonMarkStep
  ) {
    let isCommand = information.hasPrefix("{") && !information.hasPrefix("{{")
    let first = sourceLine(step.line)
    let last = max(first, sourceLine(step.lastLine))
    if isCommand, step.isAtTop {
      endProse()
      pieces.append(.fence(first: first, last: last))
      return
    }
    let opening = fenceRange(onLine: step.line)
    if let fence = BareFence(information, opening: opening, lines: first, last, of: source) {
      bareFences.append(fence)
    }
    if isCommand {
      lostFences.append(source.rangeOfLines(first, last))
      diagnostics.append(
        .error(
          .nestedBlock, "a command block cannot stand inside a list or a quotation", at: opening))
    }
    // A block that is shown only is known by its header: "{train spam}" for {{train spam}}.
    let language =
      information.hasPrefix("{{") && information.hasSuffix("}}")
      ? String(information.dropFirst().dropLast())
      : information.split(separator: " ").first.map(String.init)
    events.append(.codeBlock(placeholders.restoring(literal), language: language))
  }

  /// The fence's own characters on its line, behind list markers and quotation marks.
  private func fenceRange(onLine line: Int) -> SourceRange {
    let range = draft.range(ofLine: line)
    let bytes = draft.bytes[range.lower..<range.upper]
    let start = bytes.firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
    return draft.source(of: SourceRange(start ?? range.lower, range.upper))
  }

  private mutating func appendCode(_ literal: String, of step: CommonMarkStep) {
    guard literal.hasPrefix(InlineValue.marker), let value = value(literal, of: step) else {
      noteMistypedMarker(literal, of: step)
      events.append(.code(placeholders.restoring(literal)))
      return
    }
    events.append(.value(value))
  }

  /// Warns of code that begins nearly like a value: `{vaule} run.rows`.
  private mutating func noteMistypedMarker(_ literal: String, of step: CommonMarkStep) {
    guard literal.hasPrefix("{"), let end = literal.firstIndex(of: "}"),
      literal[end...].dropFirst().first == " "
    else { return }
    let word = String(literal[..<end].dropFirst())
    let hint = suggestion(for: word, among: ["value"])
    guard !hint.isEmpty, word != hint.meant,
      let found = places.nextValue(literal, of: step)
    else { return }
    let start = found.lower + 1
    diagnostics.append(
      .warning(
        .unknownValue, "'\(word)' in braces means nothing here\(hint)",
        at: draft.source(of: SourceRange(start, start + word.utf8.count)), suggestion: hint))
  }

  /// The value that a code span names, on one line or more.
  private mutating func value(_ literal: String, of step: CommonMarkStep) -> InlineValue? {
    guard let block = places.block, let found = places.nextValue(literal, of: step) else {
      return nil
    }
    return InlineValue(block.text(in: found, of: draft)) { part in
      draft.source(of: SourceRange(found.lower + part.lower, found.lower + part.upper))
    }
  }

  /// Following a link must not run a script.
  private mutating func noteLink(to address: String, of step: CommonMarkStep) {
    guard let scheme = Address.unsafeScheme(of: address) else { return }
    diagnostics.append(
      .warning(
        .unsafeLink,
        "a link leads to http, https or mailto addresses or to files; this '\(scheme):' link is left out",
        at: places.place(ofAddress: address, of: step)))
  }

  /// A report has no script and no foreign markup, so HTML is left out; comments go without a word.
  private mutating func appendHTML(
    _ html: String, isBlock: Bool, of step: CommonMarkStep
  ) {
    events.append(.html(html, isBlock: isBlock))
    if html.hasPrefix("<!--") { return }
    if isBlock { noteBlocks(within: html, of: step) }
    let first = html.split(whereSeparator: \.isNewline).first ?? html[...]
    let tag = first.drop(while: \.isWhitespace)
    let end = tag.firstIndex(of: ">").map(tag.index(after:)) ?? tag.endIndex
    let range =
      places.next(String(tag[..<end]), from: places.start(of: step))
      ?? draft.range(ofLine: step.line)
    diagnostics.append(
      .warning(.htmlLeftOut, "HTML is left out of the report", at: draft.source(of: range)))
  }
}

// MARK: - Blocks that are none

extension ProseReader {
  /// Tells of the blocks within HTML, which are a part of it to cmark.
  private mutating func noteBlocks(within html: String, of step: CommonMarkStep) {
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
      lostFences.append(source.rangeOfLine(sourceLine(inDraft)))
      firstLost = firstLost ?? sourceLine(inDraft)
      diagnostics.append(
        .error(
          .nestedBlock,
          "a command block cannot stand inside HTML, which goes on until a blank line",
          at: fenceRange(onLine: inDraft)))
    }
    guard let firstLost else { return }
    lostFences.append(source.rangeOfLines(firstLost, sourceLine(step.lastLine)))
  }

  /// Tells of lines in a paragraph that would open a block if their fences were longer: "``{split s}". What is meant to close
  /// it opens a fence, so that nobody knows which blocks below it are there.
  private mutating func noteShortFences(in step: CommonMarkStep) {
    let last = max(sourceLine(step.line), sourceLine(step.lastLine))
    let end = source.rangeOfLine(last).upper
    for line in sourceLine(step.line)...last {
      let range = source.rangeOfLine(line)
      guard let fence = Fence(line: range, of: source), !fence.opens, fence.indentation <= 3,
        case .command(let header) = FenceHeader.read(line: range, of: source),
        "{\(header.command)}" != InlineValue.marker,
        !fence.beginsCode(endingIn: source.string(in: SourceRange(range.upper, end)))
      else { continue }
      let written = source.trimmingBlanks(range)
      diagnostics.append(
        .error(
          .badFence, "the fence of a block has at least three backticks or tildes", at: written))
      if lineOfShortFence == nil { lineOfShortFence = line }
    }
  }

  /// Counts as lost what stands below a fence that is too short.
  private mutating func loseBlocks(from first: Int) {
    lostFences.append(source.rangeOfLines(first, source.lineCount))
    for line in first...source.lineCount {
      let range = source.rangeOfLine(line)
      guard Fence(line: range, of: source) != nil,
        case .command = FenceHeader.read(line: range, of: source)
      else { continue }
      lostFences.append(range)
    }
  }
}

// MARK: - Text

extension ProseReader {
  private mutating func appendText(_ text: String, of step: CommonMarkStep) {
    var followsMark = false
    let parts = placeholders.parts(of: text)
    for (index, part) in parts.enumerated() {
      switch part {
      case .placeholder(let meaning):
        followsMark = append(meaning)
      case .text(var words):
        if followsMark, words.first == " " { words.removeFirst() }
        followsMark = false
        if index + 1 < parts.count, case .placeholder(.cellEnd) = parts[index + 1],
          words.last == " "
        {
          words.removeLast()
        }
        noteForeignMarkup(words, from: places.start(of: step))
        appendWords(words, from: places.start(of: step))
      }
    }
  }

  /// Appends what a placeholder stands for; returns whether a space follows that is not the author's.
  private mutating func append(_ meaning: Placeholders.Meaning) -> Bool {
    switch meaning {
    case .math(let span): events.append(.formula(formulas.read(span)))
    case .cell(let cell):
      if let alignments = cell.opensTable {
        events.append(.enter(.table(Prose.Table(alignments: alignments))))
      }
      if cell.opensRow { events.append(.enter(.row(isHeader: cell.isHeader))) }
      events.append(.enter(.cell(isHeader: cell.isHeader, cell.alignment)))
      cells.append(cell)
      return true
    case .cellEnd:
      if let cell = cells.popLast() { appendEnd(of: cell) }
    case .footnote(let label, let range):
      if let item = openItems.last { footnoteItems[item] = (label, range) }
      return true
    case .caption: return true
    }
    return false
  }

  private mutating func appendEnd(of cell: PipeTableCell) {
    events.append(.exit(.cell(isHeader: cell.isHeader, cell.alignment)))
    guard let missing = cell.closesRow else { return }
    for alignment in missing {
      events.append(.enter(.cell(isHeader: cell.isHeader, alignment)))
      events.append(.exit(.cell(isHeader: cell.isHeader, alignment)))
    }
    events.append(.exit(.row(isHeader: cell.isHeader)))
    if cell.closesTable { events.append(.exit(.table(Prose.Table(alignments: [])))) }
  }

  /// Cuts text at citations such as `@fig-loss`, labels such as `{#fig-loss}` and references such as `[^name]`.
  private mutating func appendWords(_ text: String, from start: Int) {
    for mark in TextMark.all(in: text) {
      switch mark {
      case .words(let words):
        noteBareValue(words, from: start)
        append(words)
      case .citation(let label):
        append("@" + label, from: start) { .reference(.init(label: label, range: $0)) }
      case .label(let name):
        append("{#\(name)}", from: start) { .label(.init(name: name, range: $0)) }
      case .miscitation(let written, let label):
        append(written, from: start) {
          .miscitation(.init(written: written, label: label, range: $0))
        }
      case .footnote(let label):
        append("[^\(label)]", from: start) { .footnote(.init(label: label, range: $0)) }
      }
    }
  }

  /// Warns of what would be a value if it stood in a code span.
  private mutating func noteBareValue(_ words: String, from start: Int) {
    guard words.contains(InlineValue.marker + " "),
      let found = places.next(InlineValue.marker, from: start), !isEscaped(found)
    else { return }
    diagnostics.append(
      .warning(
        .unknownValue, "a value stands between backticks: `{value} run.train_loss[-1]`",
        at: draft.source(of: found)))
  }

  /// Warns of what begins a text and means something to other programs only.
  private mutating func noteForeignMarkup(_ text: String, from start: Int) {
    guard let foreign = ForeignMarkup.found(beginning: text, behind: events),
      let found = places.next(foreign.written, from: start), !isEscaped(found)
    else { return }
    diagnostics.append(
      .warning(.foreignMarkup, foreign.message, at: draft.source(of: found)))
  }

  /// Whether a backslash stands before a place in the draft.
  private func isEscaped(_ place: SourceRange) -> Bool {
    place.lower > 0 && draft.bytes[place.lower - 1] == UInt8(ascii: "\\")
  }

  /// Appends what a mark stands for, or the mark itself if a backslash stands before it.
  private mutating func append(
    _ mark: String, from start: Int, _ event: (SourceRange?) -> Prose.Event
  ) {
    let found = places.next(mark, from: start)
    if let found, isEscaped(found) {
      append(mark)
    } else {
      events.append(event(found.map(draft.source)))
    }
  }

  /// Text next to text is one text.
  private mutating func append(_ text: String) {
    guard case .text(var joined)? = events.last else {
      events.append(.text(text))
      return
    }
    events.removeLast()
    joined += text
    events.append(.text(joined))
  }
}
