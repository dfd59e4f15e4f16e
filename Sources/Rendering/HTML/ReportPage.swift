/// A whole report as data: the page's text follows from it alone.
public struct ReportPage: Sendable, Equatable {
  /// A stretch of the lesson, in its order.
  public enum Part: Sendable, Equatable {
    /// The author's prose as finished HTML. The caller vouches that it is safe and well-formed.
    case prose(html: String)
    case block(BlockView)
  }

  /// An entry of the contents.
  public struct Heading: Sendable, Equatable {
    /// From 1 to 6.
    public var level: Int
    public var title: String
    /// The heading's id in the prose.
    public var id: String

    /// An entry that leads to the heading with an id.
    public init(level: Int, title: String, id: String) {
      self.level = level
      self.title = title
      self.id = id
    }
  }

  /// A line of the footer: how the report came about.
  public struct Fact: Sendable, Equatable {
    public var name: String
    public var value: String

    /// A name and a value, such as "seed" and "42".
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Something that went wrong, said at the top of the page.
  public struct Failure: Sendable, Equatable {
    public var message: String
    /// Where to read more on the page.
    public var anchor: String?

    /// A failure in one sentence.
    public init(message: String, anchor: String? = nil) {
      self.message = message
      self.anchor = anchor
    }
  }

  public var title: String
  public var author: String?
  public var date: String?
  public var description: String?
  /// The language of the prose as a BCP 47 tag, such as "en".
  public var language: String
  /// The headings to list; empty for a page without contents.
  public var contents: [Heading]
  public var body: [Part]
  public var facts: [Fact]
  public var failures: [Failure]

  /// A report.
  public init(
    title: String, author: String? = nil, date: String? = nil, description: String? = nil,
    language: String = "en", contents: [Heading] = [], body: [Part], facts: [Fact] = [],
    failures: [Failure] = []
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.description = description
    self.language = language
    self.contents = contents
    self.body = body
    self.facts = facts
    self.failures = failures
  }
}
