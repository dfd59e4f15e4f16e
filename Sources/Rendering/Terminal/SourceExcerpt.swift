import Notebook

/// A line of source with carets under some of its words; of a very long line, what is around them.
///
/// However long the line is, only the bytes that could be shown are looked at: a lesson may have ten thousand mistakes on
/// one line.
struct SourceExcerpt {
  /// A line that is no wider is shown whole; of a wider one there is less.
  private static let greatestWidth = 160
  private static let shownBefore = 40
  private static let shownWords = 80
  private static let shownAfter = 30

  /// What is shown of the line.
  let text: String
  /// Blanks and carets, to stand below.
  let carets: String

  /// An excerpt for the words in `range`, as far as they are on the line.
  init(of range: SourceRange, on line: SourceRange, in source: SourceText) {
    let start = min(range.lower, line.upper)
    let end = max(start, min(range.upper, line.upper))
    var before = Stretch(lastOf: SourceRange(line.lower, start), in: source)
    var words = Stretch(firstOf: SourceRange(start, end), in: source)
    var after = Stretch(firstOf: SourceRange(end, line.upper), in: source)
    let isCut = before.isCut || words.isCut || after.isCut
    if isCut || before.width + words.width + after.width > Self.greatestWidth {
      before.keepLast(Self.shownBefore)
      words.keepFirst(Self.shownWords)
      after.keepFirst(Self.shownAfter)
    }
    let (opening, marked) = (before.textWithCutStart, words.textWithCutEnd)
    text = opening + marked + after.textWithCutEnd
    // Tabs stay tabs, so that the carets stand where the terminal puts the words.
    let padding = opening.unicodeScalars.map { scalar in
      scalar == "\t" ? "\t" : String(repeating: " ", count: TerminalLine.width(String(scalar)))
    }
    carets =
      padding.joined() + String(repeating: "^", count: max(1, TerminalLine.width(marked)))
  }

  /// The most bytes that are looked at for a stretch: no character has more than four.
  private static let greatestByteCount = 4 * greatestWidth

  /// A character as a terminal shows it.
  private struct Glyph {
    let text: String
    let width: Int

    init(_ scalar: Unicode.Scalar) {
      text = TerminalLine.visible(scalar)
      width = TerminalLine.width(text)
    }
  }

  /// A part of the line.
  private struct Stretch {
    private var glyphs: [Glyph]
    private(set) var isCut: Bool

    init(firstOf range: SourceRange, in source: SourceText) {
      self.init(source.prefix(of: range, bytes: greatestByteCount), of: range, in: source)
    }

    init(lastOf range: SourceRange, in source: SourceText) {
      self.init(source.suffix(of: range, bytes: greatestByteCount), of: range, in: source)
    }

    private init(_ part: SourceRange, of range: SourceRange, in source: SourceText) {
      glyphs = source.string(in: part).unicodeScalars.map(Glyph.init)
      isCut = part != range
    }

    var width: Int { glyphs.reduce(0) { $0 + $1.width } }
    var textWithCutStart: String { (isCut ? "…" : "") + text }
    var textWithCutEnd: String { text + (isCut ? "…" : "") }
    private var text: String { glyphs.reduce(into: "") { $0 += $1.text } }

    mutating func keepFirst(_ columns: Int) {
      keep(glyphs.prefix(Self.count(of: glyphs, within: columns)))
    }

    /// A mark whose character is cut off goes too.
    mutating func keepLast(_ columns: Int) {
      let kept = glyphs.suffix(Self.count(of: glyphs.reversed(), within: columns))
      keep(kept.count == glyphs.count ? kept : kept.drop { $0.width == 0 })
    }

    private mutating func keep(_ kept: ArraySlice<Glyph>) {
      isCut = isCut || kept.count < glyphs.count
      glyphs = Array(kept)
    }

    /// How many of the glyphs fit into some columns.
    private static func count(of glyphs: some Sequence<Glyph>, within columns: Int) -> Int {
      var width = 0
      return glyphs.prefix { glyph in
        width += glyph.width
        return width <= columns
      }.count
    }
  }
}
