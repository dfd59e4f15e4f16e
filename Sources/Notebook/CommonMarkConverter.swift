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
  /// Nodes come in reading order, so words are searched for behind those found before: equal ones have own places.
  private var endOfFoundLiteral = 0
  /// How far from its node's start a literal is searched for.
  private static let searchedBytes = 16_384

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
    case CMARK_NODE_TEXT: appendText(string(cmark_node_get_literal(node)), from: start(of: node))
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
          .nestedBlock, "a command block cannot stand inside a list or a quotation",
          at: fenceRange(onLine: first)))
    }
    // A block that is shown only is known by its header: "{train spam}" for {{train spam}}.
    let language =
      isFenced.hasPrefix("{{") && isFenced.hasSuffix("}}")
      ? String(isFenced.dropFirst().dropLast())
      : isFenced.split(separator: " ").first.map(String.init)
    events.append(.codeBlock(string(cmark_node_get_literal(node)), language: language))
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
      let content = place(of: literal, from: start(of: node)),
      let value = InlineValue(content, of: source)
    else {
      events.append(.code(literal))
      return
    }
    events.append(.value(value))
  }

  /// Where the search for a node's words begins: cmark tells its line and, for code, its column.
  private func start(of node: OpaquePointer) -> Int {
    let line = source.rangeOfLine(line(of: node))
    let isCode = cmark_node_get_type(node) == CMARK_NODE_CODE
    let column = isCode ? max(1, Int(cmark_node_get_start_column(node))) : 1
    return min(line.upper, line.lower + column - 1)
  }

  /// The first place of a literal from an offset on, behind the literals that were found before and not far away.
  private mutating func place(of literal: String, from start: Int) -> SourceRange? {
    let wanted = Array(literal.utf8)
    var offset = max(start, endOfFoundLiteral)
    let end = min(source.bytes.count - wanted.count, offset + Self.searchedBytes)
    while offset <= end {
      if source.bytes[offset...].starts(with: wanted) {
        endOfFoundLiteral = offset + wanted.count
        return SourceRange(offset, endOfFoundLiteral)
      }
      offset += 1
    }
    return nil
  }

  /// Cuts text at citations such as `@fig-loss`.
  private mutating func appendText(_ text: String, from start: Int) {
    var rest = text[...]
    var plain = ""
    while let at = rest.firstIndex(of: "@") {
      guard let label = label(citedAt: at, in: rest) else {
        plain += rest[...at]
        rest = rest[rest.index(after: at)...]
        continue
      }
      append(plain + rest[..<at])
      plain = ""
      let place = place(of: "@" + label, from: start)
      events.append(.reference(.init(label: label, range: place)))
      rest = rest[rest.utf8.index(at, offsetBy: 1 + label.utf8.count)...]
    }
    append(plain + rest)
  }

  /// The label behind an '@', unless that is part of an address such as ada@fig-tree.org.
  private func label(citedAt at: Substring.Index, in text: Substring) -> String? {
    if at > text.startIndex {
      let before = text[text.index(before: at)]
      if before.isLetter || before.isNumber { return nil }
    }
    let word = text[text.index(after: at)...].utf8
      .prefix { $0.continuesName || $0 == UInt8(ascii: "-") }
    let label = String(decoding: trimmingHyphens(word), as: UTF8.self)
    return ["fig-", "tbl-"].contains { label.hasPrefix($0) } ? label : nil
  }

  private func trimmingHyphens(_ word: Substring.UTF8View) -> Substring.UTF8View {
    var word = word
    while word.last == UInt8(ascii: "-") { word.removeLast() }
    return word
  }

  /// Text next to text is one text.
  private mutating func append(_ text: String) {
    if text.isEmpty { return }
    guard case .text(var joined)? = events.last else {
      events.append(.text(text))
      return
    }
    events.removeLast()
    joined += text
    events.append(.text(joined))
  }

  /// A report has no script and no foreign markup, so HTML is left out; comments go without a word.
  private mutating func dropHTML(_ node: OpaquePointer) {
    let html = string(cmark_node_get_literal(node))
    if html.hasPrefix("<!--") { return }
    let first = html.split(whereSeparator: \.isNewline).first ?? html[...]
    let tag = first.drop(while: \.isWhitespace)
    let end = tag.firstIndex(of: ">").map(tag.index(after:)) ?? tag.endIndex
    let range =
      place(of: String(tag[..<end]), from: start(of: node)) ?? source.rangeOfLine(line(of: node))
    diagnostics.append(.warning(.htmlLeftOut, "HTML is left out of the report", at: range))
  }
}

/// Hands out a distinct anchor for each heading.
private struct AnchorNames {
  private var used: Set<String> = []
  /// Per base the last number that was put behind it.
  private var counts: [String: Int] = [:]

  /// Lower-case words joined by hyphens, with a number behind them from the second time on.
  mutating func anchor(for heading: String) -> String {
    let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
    let base = words.isEmpty ? "section" : words.joined(separator: "-")
    var count = counts[base, default: 1]
    var name = count == 1 ? base : "\(base)-\(count)"
    while !used.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    counts[base] = count
    return name
  }
}
