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
    /// As many for numbers on the other side of paper, such as weights below 0; empty for a picture in one ink.
    public var inkBelow: [UInt8]
    /// What it is said to be: "7".
    public var words: String

    /// A picture of width x height pixels.
    public init(
      width: Int, height: Int, ink: [UInt8], inkBelow: [UInt8] = [], words: String
    ) {
      precondition(ink.count == width * height, "every pixel has its ink")
      precondition(inkBelow.isEmpty || inkBelow.count == ink.count, "or of both inks")
      self.inkBelow = inkBelow
      self.width = width
      self.height = height
      self.ink = ink
      self.words = words
    }

    /// The longest side that is worth drawing, in pixels.
    private static let longestSide = 64

    /// The picture with squares of its pixels made one, the mean of theirs, so that no side has more than 64; a picture
    /// that is no larger stays as it is.
    public var reduced: Entry {
      let side = (max(width, height) + Self.longestSide - 1) / Self.longestSide
      guard side > 1 else { return self }
      let (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side)
      func means(of ink: [UInt8]) -> [UInt8] {
        if ink.isEmpty { return [] }
        return (0..<rows * columns).map { index in
          mean(of: ink, row: index / columns * side, column: index % columns * side, side: side)
        }
      }
      return Entry(
        width: columns, height: rows, ink: means(of: ink), inkBelow: means(of: inkBelow),
        words: words)
    }

    /// The mean ink of a square with this upper left corner, as much of it as there is.
    private func mean(of ink: [UInt8], row: Int, column: Int, side: Int) -> UInt8 {
      let lines = row..<min(height, row + side)
      let places = column..<min(width, column + side)
      let sum = lines.reduce(0) { sum, line in
        places.reduce(sum) { $0 + Int(ink[line * width + $1]) }
      }
      return UInt8(sum / (lines.count * places.count))
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
