extension ProseHTML {
  /// What a label in a citation stands for.
  public struct Target: Sendable {
    /// "Figure 3".
    public var name: String
    /// The anchor in the page.
    public var anchor: String

    /// A citation's words and where it leads.
    public init(name: String, anchor: String) {
      self.name = name
      self.anchor = anchor
    }
  }

  /// What prose takes from the report that it stands in.
  public struct Context {
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
    /// Gives the HTML of a code block from its text and its language.
    public var code: (String, String?) -> String = plainCode
    /// Whether HTML and all addresses are kept, as CommonMark has them. No report does that.
    package var keepsEverything = false

    /// Prose among values, labelled things and pictures.
    public init(
      values: @escaping (InlineValue) -> String, targets: [String: Target] = [:],
      pictures: @escaping (Prose.Image) -> String? = { _ in nil }, headingOffset: Int = 0
    ) {
      self.values = values
      self.targets = targets
      self.pictures = pictures
      self.headingOffset = headingOffset
    }
  }
}
