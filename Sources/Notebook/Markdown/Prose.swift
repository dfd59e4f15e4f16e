/// Running text between blocks, as a flat list of events in reading order.
///
/// It is flat, and not a tree, so that no depth of nesting in a lesson can exhaust the stack.
public struct Prose: Sendable, Equatable {
  /// The steps in reading order.
  public var events: [Event]

  /// Prose of some steps.
  package init(events: [Event]) {
    self.events = events
  }

  /// The words without their markup.
  public var plainText: String {
    var text = ""
    for event in events {
      switch event {
      case .text(let words), .code(let words): text += words
      case .formula(let formula): text += formula.tex
      case .softBreak, .lineBreak: text += " "
      case .reference(let reference): text += "@" + reference.label
      case .miscitation(let words): text += words.written
      default: break
      }
    }
    return text
  }

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
    /// A citation of what has a label: `@fig-loss`.
    case reference(Reference)
    /// What resembles a citation: it is shown as it is written.
    case miscitation(Miscitation)
    /// Math, in the text or on a line of its own.
    case formula(Formula)
    /// A reference to a footnote: `[^name]`.
    case footnote(FootnoteReference)
    /// The way back from a footnote's text to one of its references.
    case wayBack(FootnoteReference)
    /// The box of a task, at the beginning of its paragraph.
    case checkbox(isChecked: Bool)
    /// A label in braces: `{#fig-loss}`. One that nothing has taken is shown as it is written.
    case label(Label)
    /// HTML as it is written, between other lines or within one; reports leave it out.
    case html(String, isBlock: Bool)
  }

  /// An element that holds others.
  public enum Container: Sendable, Equatable {
    case paragraph
    case heading(Heading)
    case blockQuote
    /// A list; `start` is nil for bullets. In a tight list, paragraphs stand without space between them.
    case list(start: Int?, isTight: Bool)
    case item
    case emphasis
    case strong
    case link(Link)
    /// A picture; the events inside are its description.
    case image(Image)
    /// A table: its caption if it has one, then its rows.
    case table(Table)
    case caption
    case row(isHeader: Bool)
    case cell(isHeader: Bool, Alignment)
  }

  /// A heading.
  public struct Heading: Sendable, Equatable {
    /// From 1 to 6.
    public var level: Int
    /// The target of links to it; empty for one without.
    public var anchor: String
    /// Its label, by which prose cites it.
    public var label: Label?
    /// Its number, such as "2.1", in a report that numbers its sections.
    public var number: String?
  }

  /// A link to an address, to a file, or to a place on the page.
  public struct Link: Sendable, Equatable {
    /// Where it leads.
    public var destination: String
    /// What is written in quotes behind that.
    public var title: String
    /// Where the destination stands; for an address that is not looked at, nil.
    public var range: SourceRange?
  }

  /// A picture beside the lesson.
  public struct Image: Sendable, Equatable {
    /// Its path or address.
    public var destination: String
    /// What is written in quotes behind the path.
    public var title: String
    /// Where the path stands, if that could be found.
    public var range: SourceRange?
    /// Where the title stands with its quotes, if there is one that could be found.
    var titleRange: SourceRange?
    /// The caption that the title of a picture with a label is; without a title, its description is shown there.
    public var caption: Prose?
    /// Its label, by which prose cites it; a picture that has one stands in no paragraph.
    public var label: Label?
    /// Its number among the figures of a report.
    public var number: Int?
  }

  /// A table.
  public struct Table: Sendable, Equatable {
    /// How each column is aligned.
    public var alignments: [Alignment]
    /// Its label, by which prose cites it.
    public var label: Label?
    /// Whether a caption comes first.
    public var hasCaption = false
    /// Its number among the tables of a report; nil for one without a caption.
    public var number: Int?
  }

  /// How the cells of a column are aligned.
  public enum Alignment: Sendable {
    case automatic, start, center, end
  }

  /// A label that something has, and where it is written.
  public struct Label: Sendable, Equatable {
    /// The label, such as "fig-loss".
    public var name: String
    /// Where it stands, braces included, if that could be found.
    public var range: SourceRange?

    /// What it is of; nil for other words in braces.
    public var kind: LabelKind? { LabelKind(of: name) }
  }

  /// A label that is cited, and where.
  public struct Reference: Sendable, Equatable {
    /// The label that is cited.
    public var label: String
    /// Where the citation stands, if it could be found.
    public var range: SourceRange?
  }

  /// Words that cite nothing, though they resemble the citation of a label: `@Fig-loss` or `\ref{fig-loss}`.
  public struct Miscitation: Sendable, Equatable {
    /// The words.
    public var written: String
    /// The label that they resemble.
    public var label: String
    /// Where the words stand, if they could be found.
    public var range: SourceRange?

    /// The citation that is meant if something has the label.
    public var suggestion: Suggestion { Suggestion(written: written, meant: "@" + label) }
  }

  /// A reference to a footnote.
  public struct FootnoteReference: Sendable, Equatable {
    /// The footnote's name.
    public var label: String
    /// Where the reference stands, if it could be found.
    public var range: SourceRange?
    /// The footnote's number, from 1.
    public var number = 0
    /// Which of the references to the footnote this is, from 1.
    public var occurrence = 0
  }
}

/// A code span `{value} PATH FORMAT`: it shows a value of the run.
public struct InlineValue: Sendable, Equatable, Hashable {
  /// The expression, as written; where it goes on in another line, there are blanks for all that stands between the two.
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
  /// What the content of such a code span begins with.
  static let marker = "{value}"

  /// The value that a code span names.
  ///
  /// - Parameters:
  ///   - content: what stands between the backticks, on one line.
  ///   - place: where a part of the content stands in the lesson.
  init(_ content: [UInt8], place: (SourceRange) -> SourceRange) {
    var start = Self.marker.utf8.count
    var end = content.count
    while start < end, content[start].isBlank { start += 1 }
    while end > start, content[end - 1].isBlank { end -= 1 }
    range = place(SourceRange(0, content.count))
    if let first = Self.startOfFormat(in: content, from: start, to: end) {
      formatRange = place(SourceRange(first, end))
      format = String(decoding: content[first..<end], as: UTF8.self)
      end = first
      while end > start, content[end - 1].isBlank { end -= 1 }
    }
    expressionRange = place(SourceRange(start, end))
    expression = String(decoding: content[start..<end], as: UTF8.self)
  }

  /// Where a format begins: at the first word that begins with a percent sign.
  private static func startOfFormat(in content: [UInt8], from start: Int, to end: Int) -> Int? {
    (start..<end).first { offset in
      content[offset] == UInt8(ascii: "%") && (offset == start || content[offset - 1].isBlank)
    }
  }
}

extension Prose.Link {
  /// Whether it leads to a file near the lesson, or to a place on its page.
  public var isRelative: Bool { Address.isRelative(destination) }
}

extension Prose {
  /// The captions of pictures, in reading order.
  var captions: [Prose] {
    events.compactMap { if case .enter(.image(let image)) = $0 { image.caption } else { nil } }
  }

  /// The labels of what is numbered in the prose, in reading order.
  public var labels: [Label] {
    events.compactMap { event in
      switch event {
      case .formula(let formula): formula.label
      case .enter(.heading(let heading)): heading.label
      case .enter(.image(let image)): image.label
      case .enter(.table(let table)): table.label
      default: nil
      }
    }
  }
}
