/// Turns the steps through a draft into the pieces of a lesson: prose, and the fences of its blocks.
struct ProseReader {
  /// A piece of the document at its top level.
  enum Piece {
    case prose(Prose)
    /// A fenced code block, from the line of its fence to its last line, both from 1.
    case fence(first: Int, last: Int)
  }

  /// An element that the reader is in.
  private struct OpenElement {
    var container: Prose.Container
    /// Where it begins among the events.
    var start: Int
    /// The footnote that an item of a list is the text of.
    var footnote: (label: String, range: SourceRange)?
  }

  private let source: SourceText
  private let draft: MarkdownDraft
  private let placeholders: Placeholders
  private(set) var pieces: [Piece] = []
  /// The texts of footnotes, in the order of their definitions.
  private(set) var footnotes: [FootnoteNumbers.Definition] = []
  /// The fences that are shown and may be meant to be blocks.
  private(set) var shownFences: [ShownFence] = []
  /// The blocks that are none.
  private var lostBlocks: LostBlocks
  private(set) var diagnostics: [Diagnostic] = []
  private var events: [Prose.Event] = []
  /// The open elements, the innermost one last.
  private var open: [OpenElement] = []
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
    lostBlocks = LostBlocks(source, draft)
  }

  /// The fences with braces that stand inside something else.
  var lostFences: [SourceRange] { lostBlocks.fences }

  /// Reads the whole draft.
  mutating func read() {
    let steps = CommonMarkStep.all(in: draft.bytes)
    for (index, step) in steps.enumerated() {
      let next = steps.indices.contains(index + 1) ? steps[index + 1] : nil
      read(step, next)
    }
    endProse()
    lostBlocks.end()
    diagnostics += lostBlocks.diagnostics + formulas.diagnostics
  }

  private mutating func read(_ step: CommonMarkStep, _ next: CommonMarkStep?) {
    if step.holdsText { places.block = step.phase == .enter ? textBlock(of: step) : nil }
    if step.holdsText, step.phase == .enter, step.isAtTop {
      let lines = draft.sourceLines(of: step, in: source)
      lostBlocks.noteShortFences(in: lines)
      noteIndentedFences(in: lines)
    }
    switch step.node {
    case .text(let text): appendText(text, of: step)
    case .softBreak: events.append(.softBreak)
    case .lineBreak: events.append(.lineBreak)
    case .thematicBreak: events.append(.thematicBreak)
    case .code(let literal): appendCode(literal, of: step)
    case .codeBlock(let literal, let information): appendCodeBlock(literal, information, of: step)
    case .html(let html, let isBlock):
      appendHTML(placeholders.restoring(html), isBlock: isBlock, of: step)
    case .heading:
      // A table's cell is a heading to cmark; what it holds begins and ends it.
      if step.phase == .enter, !isCell(next) { enter(container(for: step)) }
      if step.phase == .exit, case .heading? = open.last?.container { exit(step) }
    default:
      if step.phase == .enter { enter(container(for: step)) } else { exit(step) }
    }
  }

  private func textBlock(of step: CommonMarkStep) -> TextBlock {
    TextBlock(step, quoteDepth: open.count { $0.container == .blockQuote }, in: draft)
  }

  private func isCell(_ step: CommonMarkStep?) -> Bool {
    guard case .text(let text)? = step?.node,
      case .placeholder(.cell)? = placeholders.parts(of: text).first
    else { return false }
    return true
  }

  private mutating func enter(_ container: Prose.Container) {
    open.append(OpenElement(container: container, start: events.count))
    events.append(.enter(container))
  }

  private mutating func exit(_ step: CommonMarkStep) {
    guard let element = open.popLast() else { return }
    switch element.container {
    case .heading(let heading): exit(heading, from: element.start)
    case .link(let link): exit(link, from: element.start, step)
    case .image(let image): exit(image, from: element.start, step)
    case .item: exitItem(element)
    case .list: exitList(element.container)
    default: events.append(.exit(element.container))
    }
  }

  private mutating func exit(_ heading: Prose.Heading, from start: Int) {
    var heading = heading
    heading.anchor = anchors.anchor(for: Prose(events: Array(events[start...])).plainText)
    events[start] = .enter(.heading(heading))
    events.append(.exit(.heading(heading)))
  }

  /// Ends a link. Its address stands behind its words, so its place is looked for only now.
  private mutating func exit(_ link: Prose.Link, from start: Int, _ step: CommonMarkStep) {
    var link = link
    if case .link(let destination, let title) = step.node {
      noteLink(to: destination, of: step)
      if link.isRelative {
        link.range = places.place(ofAddress: destination, of: step)
      } else {
        pass(destination, of: step)
      }
      pass(title, of: step)
    }
    events[start] = .enter(.link(link))
    events.append(.exit(.link(link)))
  }

  /// Ends a picture. Its address stands behind its description, so its place is looked for only now.
  private mutating func exit(_ image: Prose.Image, from start: Int, _ step: CommonMarkStep) {
    var image = image
    if case .image(let destination, let title) = step.node {
      let found = places.places(ofAddress: destination, title: title, of: step)
      (image.range, image.titleRange) = (found.address, found.title)
      pass(title, of: step)
    }
    events[start] = .enter(.image(image))
    events.append(.exit(.image(image)))
  }

  /// Ends an item of a list; one that is a footnote's text stands elsewhere.
  private mutating func exitItem(_ item: OpenElement) {
    guard let footnote = item.footnote else {
      events.append(.exit(.item))
      return
    }
    let text = Array(events[(item.start + 1)...])
    footnotes.append(.init(label: footnote.label, range: footnote.range, events: text))
    events.removeSubrange(item.start...)
  }

  /// Ends a list; of one that had nothing but footnotes, nothing is left.
  private mutating func exitList(_ list: Prose.Container) {
    if case .enter(.list)? = events.last {
      events.removeLast()
    } else {
      events.append(.exit(list))
    }
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
  private mutating func appendCodeBlock(
    _ literal: String, _ information: String, of step: CommonMarkStep
  ) {
    let isCommand = information.hasPrefix("{") && !information.hasPrefix("{{")
    let lines = draft.sourceLines(of: step, in: source)
    if isCommand, step.isAtTop {
      endProse()
      pieces.append(.fence(first: lines.lowerBound, last: lines.upperBound))
      return
    }
    if step.isAtTop, isIndentedCode(from: lines.lowerBound) { noteIndentedFences(in: lines) }
    let opening = draft.fence(onLine: step.line)
    if let fence = ShownFence(information, opening: opening, lines: lines, of: source) {
      shownFences.append(fence)
    }
    if isCommand { lostBlocks.noteNested(lines: lines, opening: opening) }
    // A block that is shown only is known by its header: "{train spam}" for {{train spam}}.
    let language =
      information.hasPrefix("{{") && information.hasSuffix("}}")
      ? String(information.dropFirst().dropLast())
      : information.split(separator: " ").first.map(String.init)
    events.append(.codeBlock(placeholders.restoring(literal), language: language))
  }

  /// Whether a code block at the top is one by its indentation, which cmark does not tell: then no fence opens it.
  private func isIndentedCode(from line: Int) -> Bool {
    Fence(line: source.rangeOfLine(line), of: source)?.opens != true
  }

  /// Notes the fences within indented code or a paragraph. In lists, nobody can say how far a block is to be indented.
  private mutating func noteIndentedFences(in lines: ClosedRange<Int>) {
    shownFences += ShownFence.indented(in: lines, of: source)
  }

  private mutating func appendCode(_ literal: String, of step: CommonMarkStep) {
    guard literal.hasPrefix(InlineValue.marker), let value = value(literal, of: step) else {
      noteMistypedMarker(literal, of: step)
      pass(literal, of: step)
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
    if html.hasPrefix("<!--") {
      pass(html, of: step)
      return
    }
    if isBlock { lostBlocks.noteBlocks(within: html, of: step) }
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
      if let item = open.lastIndex(where: { $0.container == .item }) {
        open[item].footnote = (label, range)
      }
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
      case .partOfWord(let words):
        _ = places.next(words, from: start)
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
    // Most words have no brace, which is seen soonest.
    guard words.utf8.contains(UInt8(ascii: "{")), words.contains(InlineValue.marker + " "),
      let found = places.nextBareMarker(from: start), !isEscaped(found)
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

  /// Passes by what is no text and may hold the words of a mark, so that a mark behind it is not taken for standing there.
  private mutating func pass(_ written: String, of step: CommonMarkStep) {
    guard TextMark.isPart(of: written) || written.contains(InlineValue.marker) else { return }
    _ = places.next(written, from: places.start(of: step))
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
