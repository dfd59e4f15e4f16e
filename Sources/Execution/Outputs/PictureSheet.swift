/// Small pictures side by side, each with a few words below it.
public struct PictureSheet: Sendable, Equatable, Codable {
  /// One picture of grey pixels.
  public struct Entry: Sendable, Equatable, Codable {
    /// Pixels from left to right.
    public var width: Int
    /// Pixels from top to bottom.
    public var height: Int
    /// width x height pixels, line by line from the top, from 0 for paper to 255 for ink.
    public var ink: [UInt8]
    /// What it is said to be: "7".
    public var words: String

    /// A picture of width x height pixels.
    public init(width: Int, height: Int, ink: [UInt8], words: String) {
      precondition(ink.count == width * height, "every pixel has its ink")
      self.width = width
      self.height = height
      self.ink = ink
      self.words = words
    }
  }

  /// A short name for what is shown.
  public var title: String
  /// The pictures in reading order.
  public var entries: [Entry]
  /// One line on what is not shown or how to read the words.
  public var remark: String?

  /// A sheet of pictures.
  public init(title: String, entries: [Entry], remark: String? = nil) {
    self.title = title
    self.entries = entries
    self.remark = remark
  }
}
