import Notebook

extension ProseHTML {
  /// What a label in a citation stands for.
  public struct Target: Sendable {
    /// What it is.
    public var kind: LabelKind
    /// Its number among its kind, such as "3"; that of a section is "2.1".
    public var number: String
    /// The anchor in the page.
    public var anchor: String

    /// What is cited, and where its citation leads.
    public init(kind: LabelKind, number: String, anchor: String) {
      self.kind = kind
      self.number = number
      self.anchor = anchor
    }
  }

  /// A file within the page, which a browser saves for whoever follows the link to it.
  public struct Download: Sendable {
    /// What it is called once it is saved.
    public var fileName: String
    /// An address that holds all of it. The caller vouches that it has no characters that HTML would escape.
    public var address: String

    /// A file of some name.
    public init(fileName: String, address: String) {
      self.fileName = fileName
      self.address = address
    }
  }

  /// What prose takes from the report that it stands in.
  public struct Context {
    /// The page's own words.
    public var words: ProseWords
    /// Gives the text of a value of the run.
    public var values: (InlineValue) -> String
    /// What labels stand for; a citation of another label is shown as written.
    public var targets: [String: Target]
    /// Gives the address of a picture's data; nil for a picture that is left out.
    public var pictures: (Prose.Image) -> String?
    /// How many levels lower headings stand than they are written.
    public var headingOffset: Int
    /// Whether each heading has a link to itself beside it, for readers who want to cite it.
    public var linksHeadings = false
    /// Gives the address that a link has on the page.
    public var links: (Prose.Link) -> String = \.destination
    /// Gives the file that a link leads to, if the page holds it.
    public var downloads: (Prose.Link) -> Download? = { _ in nil }
    /// Gives the HTML of a code block from its text and its language.
    public var code: (String, String?) -> String = plainCode
    /// Whether HTML and all addresses are kept, as CommonMark has them. No report does that.
    package var keepsEverything = false

    /// Prose among values, labelled things and pictures.
    public init(
      words: ProseWords = ProseWords(in: .english), values: @escaping (InlineValue) -> String,
      targets: [String: Target] = [:], pictures: @escaping (Prose.Image) -> String? = { _ in nil },
      headingOffset: Int = 0
    ) {
      self.words = words
      self.values = values
      self.targets = targets
      self.pictures = pictures
      self.headingOffset = headingOffset
    }
  }
}
