import CCmark

/// The only file that talks to cmark: it parses Markdown and copies what it finds into Swift values at once.
struct CommonMarkConverter {
  /// A piece of the document at its top level.
  enum Piece {
    case prose(Prose)
    /// A fenced code block, from the line of its fence to its last line, both from 1.
    case fence(first: Int, last: Int)
  }

  private let source: SourceText
  private(set) var pieces: [Piece] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var events: [Prose.Event] = []
  private var containers: [Prose.Container] = []
  private var anchors = AnchorNames()

  init(_ source: SourceText) {
    self.source = source
  }

  /// Parses a document; `blanked` is the source's bytes with front matter blanked out, line for line.
  mutating func convert(_ blanked: [UInt8]) {
    let document = blanked.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    cmark_consolidate_text_nodes(document)
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) {
        visit(node, isEntering: event == CMARK_EVENT_ENTER)
      }
      event = cmark_iter_next(iterator)
    }
    endProse()
  }

  private mutating func visit(_ node: OpaquePointer, isEntering: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_TEXT: appendText(string(cmark_node_get_literal(node)), line: line(of: node))
    case CMARK_NODE_SOFTBREAK: events.append(.softBreak)
    case CMARK_NODE_LINEBREAK: events.append(.lineBreak)
    case CMARK_NODE_THEMATIC_BREAK: events.append(.thematicBreak)
    case CMARK_NODE_CODE: appendCode(node)
    case CMARK_NODE_CODE_BLOCK: appendCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: dropHTML(node)
    default: visitContainer(node, isEntering: isEntering)
    }
  }

  private mutating func visitContainer(_ node: OpaquePointer, isEntering: Bool) {
    if isEntering {
      let container = container(for: node)
      containers.append(container)
      events.append(.enter(container))
    } else if let container = containers.popLast() {
      events.append(.exit(container))
    }
  }

  private mutating func container(for node: OpaquePointer) -> Prose.Container {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(
        level: Int(cmark_node_get_heading_level(node)), anchor: anchors.anchor(for: plainText(node))
      )
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: return .paragraph
    }
  }

  /// The words of a heading without their markup.
  private func plainText(_ node: OpaquePointer) -> String {
    var text = ""
    let iterator = cmark_iter_new(node)
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      switch cmark_node_get_type(cmark_iter_get_node(iterator)) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        text += string(cmark_node_get_literal(cmark_iter_get_node(iterator)))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
    return text
  }

  /// Ends the prose before a command block, or at the end.
  private mutating func endProse() {
    if !events.isEmpty { pieces.append(.prose(Prose(events: events))) }
    events = []
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private func line(of node: OpaquePointer) -> Int {
    var line = Int(cmark_node_get_start_line(node))
    var ancestor = cmark_node_parent(node)
    while line < 1, let parent = ancestor {
      line = Int(cmark_node_get_start_line(parent))
      ancestor = cmark_node_parent(parent)
    }
    return max(1, min(line, source.lineCount))
  }
}

// MARK: - Leaves

extension CommonMarkConverter {
  private mutating func appendCodeBlock(_ node: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(node))
    let last = Int(cmark_node_get_end_line(node))
    let isFenced = cmark_node_get_fence_info(node).map { string($0) } ?? ""
    let isCommand = isFenced.hasPrefix("{") && !isFenced.hasPrefix("{{")
    let isAtTop = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT
    if isCommand, isAtTop {
      endProse()
      pieces.append(.fence(first: first, last: max(first, last)))
      return
    }
    if isCommand {
      diagnostics.append(
        .error(
          "a command block cannot stand inside a list or a quotation",
          at: fenceRange(onLine: first)))
    }
    let language = isFenced.split(separator: " ").first.map(String.init)
    events.append(
      .codeBlock(
        string(cmark_node_get_literal(node)),
        language: language?.hasPrefix("{") == true ? nil : language))
  }

  /// The fence's own characters on its line, behind list markers and quotation marks.
  private func fenceRange(onLine line: Int) -> SourceRange {
    let range = source.rangeOfLine(max(1, min(line, source.lineCount)))
    let bytes = source.bytes[range.lower..<range.upper]
    let start = bytes.firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
    return SourceRange(start ?? range.lower, range.upper)
  }

  private mutating func appendCode(_ node: OpaquePointer) {
    let literal = string(cmark_node_get_literal(node))
    guard literal.hasPrefix("{value}"),
      let content = place(of: literal, fromLine: line(of: node), column: column(of: node)),
      let value = InlineValue(content, of: source)
    else {
      events.append(.code(literal))
      return
    }
    events.append(.value(value))
  }

  private func column(of node: OpaquePointer) -> Int {
    max(1, Int(cmark_node_get_start_column(node)))
  }

  /// Where a literal stands in the source: at or after a line's byte column, from 1, within the lines that follow.
  private func place(of literal: String, fromLine line: Int, column: Int) -> SourceRange? {
    let wanted = Array(literal.utf8)
    for candidate in line...min(source.lineCount, line + 200) {
      let range = source.rangeOfLine(candidate)
      var start = candidate == line ? min(range.upper, range.lower + column - 1) : range.lower
      while start + wanted.count <= range.upper {
        if source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          return SourceRange(start, start + wanted.count)
        }
        start += 1
      }
    }
    return nil
  }

  /// Cuts text at citations such as `@fig-loss`.
  private mutating func appendText(_ text: String, line: Int) {
    var rest = text[...]
    while let at = rest.firstIndex(of: "@") {
      let isAfterWord = at > rest.startIndex && rest[rest.index(before: at)].isLetter
      let word = rest[rest.index(after: at)...].utf8
        .prefix { $0.continuesName || $0 == UInt8(ascii: "-") }
      let label = String(decoding: trimmingHyphens(word), as: UTF8.self)
      guard !isAfterWord, ["fig-", "tbl-"].contains(where: { label.hasPrefix($0) && label != $0 })
      else {
        let next = rest.index(after: at)
        append(String(rest[..<next]))
        rest = rest[next...]
        continue
      }
      append(String(rest[..<at]))
      let place = place(of: "@" + label, fromLine: line, column: 1)
      events.append(.reference(.init(label: label, range: place)))
      rest = rest[rest.utf8.index(at, offsetBy: 1 + label.utf8.count)...]
    }
    append(String(rest))
  }

  private func trimmingHyphens(_ word: Substring.UTF8View) -> Substring.UTF8View {
    var word = word
    while word.last == UInt8(ascii: "-") { word.removeLast() }
    return word
  }

  /// Text next to text is one text.
  private mutating func append(_ text: String) {
    if text.isEmpty { return }
    if case .text(let before)? = events.last {
      events[events.count - 1] = .text(before + text)
    } else {
      events.append(.text(text))
    }
  }

  /// A report has no script and no foreign markup, so HTML is left out; comments go without a word.
  private mutating func dropHTML(_ node: OpaquePointer) {
    let html = string(cmark_node_get_literal(node))
    if html.hasPrefix("<!--") { return }
    let line = line(of: node)
    let first = html.split(whereSeparator: \.isNewline).first.map(String.init) ?? html
    let range = place(of: first, fromLine: line, column: 1) ?? source.rangeOfLine(line)
    diagnostics.append(.warning("HTML is left out of the report", at: range))
  }
}

/// Hands out a distinct anchor for each heading.
private struct AnchorNames {
  private var used: Set<String> = []

  /// Lower-case words joined by hyphens, with a number behind them from the second time on.
  mutating func anchor(for heading: String) -> String {
    let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
    let base = words.isEmpty ? "section" : words.joined(separator: "-")
    var name = base
    var count = 1
    while !used.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    return name
  }
}
