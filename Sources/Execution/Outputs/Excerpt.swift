/// A stretch of somebody's text with some of its words marked, and what is to be said about it.
public struct Excerpt: Sendable, Equatable, Codable {
  /// Some characters of the text.
  public struct Piece: Sendable, Equatable, Codable {
    /// The characters, which may be anything.
    public var text: String
    /// Whether they stand out.
    public var isMarked: Bool

    /// Characters, marked or not.
    public init(_ text: String, isMarked: Bool = false) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// What the text is, in a line.
  public var title: String
  /// The text, piece by piece.
  public var pieces: [Piece]

  /// A text with its title.
  public init(title: String, pieces: [Piece]) {
    self.title = title
    self.pieces = pieces
  }
}
