/// Running text between blocks, as a flat list of events in reading order.
///
/// It is flat, and not a tree, so that no depth of nesting in a lesson can exhaust the stack.
public struct Prose: Sendable, Equatable {
  /// The steps in reading order.
  public var events: [Event]

  /// One step through the text.
  public enum Event: Sendable, Equatable {
    case enter(Container)
    case exit(Container)
    case text(String)
    case code(String)
    case codeBlock(String, language: String?)
    case softBreak
    case lineBreak
    case thematicBreak
    /// A value of the run, set into the text.
    case value(InlineValue)
    /// A citation of a labelled figure or table: `@fig-loss`.
    case reference(Reference)
  }

  /// An element that holds others.
  public enum Container: Sendable, Equatable {
    case paragraph
    case heading(level: Int, anchor: String)
    case blockQuote
    /// A list; `start` is nil for bullets. In a tight list, paragraphs stand without space between them.
    case list(start: Int?, isTight: Bool)
    case item
    case emphasis
    case strong
    case link(destination: String, title: String)
    /// A picture; the events inside are its description.
    case image(destination: String, title: String)
  }

  /// A label that is cited, and where.
  public struct Reference: Sendable, Equatable {
    /// The label that is cited.
    public var label: String
    /// Where the citation stands, if it could be found.
    public var range: SourceRange?
  }
}

/// A code span `{value} PATH FORMAT`: it shows a value of the run.
public struct InlineValue: Sendable, Equatable, Hashable {
  /// The expression, as written.
  public var expression: String
  /// Where the expression stands.
  public var expressionRange: SourceRange
  /// A format in the style of C, such as `%.4f`; nil to print as the results do.
  public var format: String?
  /// Where the format stands.
  public var formatRange: SourceRange?
  /// The whole code span without its backticks.
  public var range: SourceRange
}

extension InlineValue {
  /// The value that a code span's content names, or nil if it is ordinary code.
  init?(_ content: SourceRange, of source: SourceText) {
    let text = source.string(in: content)
    let marker = "{value}"
    guard text.hasPrefix(marker) else { return nil }
    let bytes = source.bytes
    var start = content.lower + marker.utf8.count
    var end = content.upper
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    range = content
    if let first = Self.startOfFormat(in: source, from: start, to: end) {
      formatRange = SourceRange(first, end)
      format = source.string(in: SourceRange(first, end))
      end = first
      while end > start, bytes[end - 1].isBlank { end -= 1 }
    }
    expressionRange = SourceRange(start, end)
    expression = source.string(in: expressionRange)
  }

  /// Where a format begins: at the first word that begins with a percent sign.
  private static func startOfFormat(in source: SourceText, from start: Int, to end: Int) -> Int? {
    (start..<end).first { offset in
      source.bytes[offset] == UInt8(ascii: "%")
        && (offset == start || source.bytes[offset - 1].isBlank)
    }
  }
}
