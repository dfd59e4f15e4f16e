import Execution

/// What a report shows of one command block.
public struct BlockView: Sendable, Equatable {
  /// How the block ended.
  public enum Status: Sendable, Equatable {
    case done
    /// It failed, for the reasons given.
    case failed(messages: [String])
    /// It ran, and some of its claims do not hold: the claims themselves say which.
    case unheld
    /// It did not run, for the reasons given.
    case notRun(messages: [String])
    /// The run has not come to its end yet.
    case pending
  }

  /// The number and the words of a figure or a table.
  public struct Caption: Sendable, Equatable {
    /// Its number in the report; nil for one that is not counted.
    public var number: Int?
    /// The target of links to it, such as "fig-loss".
    public var anchor: String?
    /// The author's words about it as finished HTML within a line; a figure without them has its title there. The caller
    /// vouches that it is safe and well-formed.
    public var html: String?
    /// The author's description for readers who cannot see it; written from the data if nil.
    public var alternativeText: String?

    /// A caption.
    public init(
      number: Int? = nil, anchor: String? = nil, html: String? = nil,
      alternativeText: String? = nil
    ) {
      self.number = number
      self.anchor = anchor
      self.html = html
      self.alternativeText = alternativeText
    }
  }

  /// The command, such as "train".
  public var command: String
  /// The name that the block gives its value.
  public var name: String?
  /// The target of links to the block.
  public var anchor: String
  /// The block's text; nil when the author hides it.
  public var source: String?
  /// Whether the source is folded away until the reader asks for it.
  public var isSourceFolded: Bool
  /// What the block shows, without what the author hides.
  public var outputs: [Output]
  /// How the block ended.
  public var status: Status
  /// The captions of the figures among the outputs, in their order; figures beyond them have none.
  public var figures: [Caption]
  /// The captions of the tables among the outputs, in their order; tables beyond them have none.
  public var tables: [Caption]

  /// What a report shows of a block.
  public init(
    command: String, name: String? = nil, anchor: String, source: String? = nil,
    isSourceFolded: Bool = false, outputs: [Output] = [], status: Status = .done,
    figures: [Caption] = [], tables: [Caption] = []
  ) {
    self.command = command
    self.name = name
    self.anchor = anchor
    self.source = source
    self.isSourceFolded = isSourceFolded
    self.outputs = outputs
    self.status = status
    self.figures = figures
    self.tables = tables
  }
}
