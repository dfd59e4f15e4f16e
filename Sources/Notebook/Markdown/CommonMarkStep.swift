import CCmark

/// One step through a document as cmark found it. This is the only file that talks to cmark: it copies what cmark finds
/// into Swift values at once.
///
/// A document is a flat list of steps, and not a tree, so that no depth of nesting can exhaust the stack.
struct CommonMarkStep {
  /// Whether the step goes into an element, out of it, or stands for one without content.
  enum Phase {
    case enter, exit, leaf
  }

  /// An element of a document.
  enum Node {
    case paragraph
    case heading(level: Int)
    case blockQuote
    case list(start: Int?, isTight: Bool)
    case item
    case thematicBreak
    /// `information` is empty for code that is indented, and for a fence without words.
    case codeBlock(literal: String, information: String)
    case html(String, isBlock: Bool)
    case text(String)
    case code(String)
    case softBreak
    case lineBreak
    case emphasis
    case strong
    case link(destination: String, title: String)
    case image(destination: String, title: String)
  }

  var phase: Phase
  var node: Node
  /// The line, from 1, that the element begins on, or the one of what it stands in where cmark knows no better.
  var line: Int
  /// The line that the element ends on; of use for blocks.
  var lastLine: Int
  /// The column, from 1 in bytes, that the element begins at; reliable for blocks, and for code on the first line of its
  /// block.
  var column: Int
  /// Whether the element stands in no other.
  var isAtTop: Bool
}

extension CommonMarkStep {
  /// Parses a text and goes through all of it, or through its blocks alone.
  static func all(in bytes: [UInt8], onlyBlocks: Bool = false) -> [CommonMarkStep] {
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return [] }
    defer { cmark_node_free(document) }
    if !onlyBlocks { cmark_consolidate_text_nodes(document) }
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    var steps: [CommonMarkStep] = []
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator), node != document {
        let step = CommonMarkStep(node, isEntering: event == CMARK_EVENT_ENTER)
        steps.append(step)
        if onlyBlocks, step.phase == .enter, step.holdsText {
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        }
      }
      event = cmark_iter_next(iterator)
    }
    return steps
  }

  private init(_ node: OpaquePointer, isEntering: Bool) {
    self.node = Node(node)
    phase = self.node.isLeaf ? .leaf : isEntering ? .enter : .exit
    line = Self.line(of: node)
    lastLine = max(line, Int(cmark_node_get_end_line(node)))
    column = max(1, Int(cmark_node_get_start_column(node)))
    isAtTop = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT
  }

  /// Whether it is about a block that text stands in.
  var holdsText: Bool {
    switch node {
    case .paragraph, .heading: true
    default: false
    }
  }

  private static func line(of node: OpaquePointer) -> Int {
    var line = Int(cmark_node_get_start_line(node))
    var ancestor = cmark_node_parent(node)
    while line < 1, let parent = ancestor {
      line = Int(cmark_node_get_start_line(parent))
      ancestor = cmark_node_parent(parent)
    }
    return max(1, line)
  }
}

extension CommonMarkStep.Node {
  fileprivate init(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: self = .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_CODE: self = .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE_BLOCK:
      self = .codeBlock(
        literal: string(cmark_node_get_literal(node)),
        information: string(cmark_node_get_fence_info(node)))
    case CMARK_NODE_HTML_BLOCK:
      self = .html(string(cmark_node_get_literal(node)), isBlock: true)
    case CMARK_NODE_HTML_INLINE:
      self = .html(string(cmark_node_get_literal(node)), isBlock: false)
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      self = .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK:
      self = .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      self = .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: self = .paragraph
    }
  }

  fileprivate var isLeaf: Bool {
    switch self {
    case .thematicBreak, .codeBlock, .html, .text, .code, .softBreak, .lineBreak: true
    default: false
    }
  }
}

private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
