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
    /// A link to the heading with its words, as finished HTML. The caller vouches that it is safe and well-formed.
    public var link: String

    /// An entry for a heading of some level.
    public init(level: Int, link: String) {
      self.level = level
      self.link = link
    }
  }

  /// A line of the footer: how the report came about.
  public struct Fact: Sendable, Equatable {
    /// What the fact is about, such as "seed".
    public var name: String
    /// The fact itself, such as "42".
    public var value: String
    /// The SHA-256 of the bytes that the fact is about, 64 hexadecimal digits.
    public var digest: String?

    /// A name and a value, such as "seed" and "42".
    public init(name: String, value: String, digest: String? = nil) {
      self.name = name
      self.value = value
      self.digest = digest
    }
  }

  /// Something that went wrong, said at the top of the page.
  public struct Failure: Sendable, Equatable {
    /// What went wrong, in one sentence.
    public var message: String
    /// Where to read more on the page.
    public var anchor: String

    /// A failure in one sentence.
    public init(message: String, anchor: String) {
      self.message = message
      self.anchor = anchor
    }
  }

  /// The title of the lesson, the page's main heading.
  public var title: String
  /// That heading as finished HTML, where it may be more than the title's text: math, for instance. The caller vouches that
  /// it is safe and well-formed.
  public var mainHeading: String?
  /// Who wrote the lesson.
  public var author: String?
  /// When the lesson was written, as its author put it.
  public var date: String?
  /// What the lesson is about, in a sentence or two.
  public var description: String?
  /// The language of the prose as a BCP 47 tag, such as "en".
  public var language: String
  /// The headings to list; empty for a page without contents.
  public var contents: [Heading]
  /// Prose and blocks in the order of the lesson.
  public var body: [Part]
  /// How the report came about, for the foot of the page; empty for no such list.
  public var facts: [Fact]
  /// What went wrong in the run, for the head of the page; empty when nothing did.
  public var failures: [Failure]

  /// A report.
  public init(
    title: String, mainHeading: String? = nil, author: String? = nil, date: String? = nil,
    description: String? = nil, language: String = "en", contents: [Heading] = [], body: [Part],
    facts: [Fact] = [], failures: [Failure] = []
  ) {
    self.title = title
    self.mainHeading = mainHeading
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
