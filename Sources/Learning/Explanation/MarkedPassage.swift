/// A stretch of a text with some of its words marked: where most of what the words weigh stands close together.
public struct MarkedPassage: Sendable, Equatable, Codable {
  /// Some characters that are marked or are not.
  public struct Piece: Sendable, Equatable, Codable {
    /// The characters; blanks of any kind have become single spaces.
    public var text: String
    /// Whether they are a word that tells.
    public var isMarked: Bool

    /// Characters, marked or not.
    public init(text: String, isMarked: Bool) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// The stretch, piece by piece; an ellipsis stands where text is left out.
  public let pieces: [Piece]

  /// How many bytes of a text are looked at: of a longer one, the rest is never shown.
  private static let mostBytes = 50_000
  /// How many characters stand before the first marked word of a passage that begins within a text.
  private static let lead = 40

  /// A word of a text.
  private struct Word {
    /// Its letters as the vocabulary has them.
    let folded: [UInt8]
    /// Where it stands among the characters that are shown.
    let range: Range<Int>
  }

  /// Up to `length` characters of a text, with the words marked that are terms, or parts of terms, with a weight.
  ///
  /// - Parameters:
  ///   - weights: positive weights of different terms, which are words of a vocabulary or runs of them.
  ///   - settings: what terms were made by, so that runs go over stop words as those of the vocabulary do.
  public init(
    of text: UnsafeBufferPointer<UInt8>, weights: [(term: String, weight: Double)],
    settings: TFIDFSettings, length: Int
  ) {
    let read = Self.beginning(of: text)
    let shown = ShownText(of: read)
    let words = Self.words(of: read, in: shown)
    let marks = Self.marks(words, weights: weights, settings: settings)
    let window = Self.window(of: marks, count: shown.scalars.count, length: length, words)
    pieces = Self.pieces(
      shown.scalars, window, marks.map(\.range), isCut: read.count < text.count)
  }

  /// As much of a text as is looked at; its last character is whole.
  private static func beginning(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard text.count > mostBytes else { return text }
    // A byte that goes on with a character begins with the bits 10.
    let end = text[...mostBytes].lastIndex { $0 & 0xC0 != 0x80 } ?? mostBytes
    return UnsafeBufferPointer(rebasing: text[..<end])
  }

  private static func words(of text: UnsafeBufferPointer<UInt8>, in shown: ShownText) -> [Word] {
    var words: [Word] = []
    FoldedText.forEachPlacedWord(of: text) { word, place in
      words.append(Word(folded: Array(word.bytes), range: shown.range(ofWord: place)))
    }
    return words
  }

  /// The words that tell, with their weights; those of a longer term share its weight.
  private static func marks(
    _ words: [Word], weights: [(term: String, weight: Double)], settings: TFIDFSettings
  ) -> [(range: Range<Int>, weight: Double)] {
    let stopWords = TermTable(TextColumn(settings.stopWords.words))
    let terms = TermTable(TextColumn(weights.map(\.term)))
    let counted = words.filter { stopWords.find($0.folded) == nil }
    var found = [Double](repeating: 0, count: counted.count)
    for length in settings.ngrams where length <= counted.count {
      for first in 0...counted.count - length {
        let run = counted[first..<first + length].map(\.folded)
        guard let term = terms.find(Array(run.joined(separator: [FoldedText.space]))) else {
          continue
        }
        let share = weights[term].weight / Double(length)
        for place in first..<first + length { found[place] += share }
      }
    }
    return counted.indices.filter { found[$0] > 0 }.map { (counted[$0].range, found[$0]) }
  }

  /// The stretch of up to `length` characters whose marks weigh most; the beginning where there are none.
  private static func window(
    of marks: [(range: Range<Int>, weight: Double)], count: Int, length: Int, _ words: [Word]
  ) -> Range<Int> {
    guard count > length else { return 0..<count }
    var best = (weight: 0.0, start: 0)
    var (weight, last) = (0.0, 0)
    for first in marks.indices {
      let start = marks[first].range.lowerBound
      while last < marks.count, marks[last].range.upperBound <= start + length - lead {
        weight += marks[last].weight
        last += 1
      }
      if weight > best.weight { best = (weight, start) }
      if last > first { weight -= marks[first].weight } else { last = first + 1 }
    }
    let wished = max(0, min(best.start - lead, count - length))
    // Begin with a word, and end with one.
    let start = words.first { $0.range.lowerBound >= wished && wished > 0 }?.range.lowerBound
    let lower = min(start ?? wished, best.weight > 0 ? max(wished, best.start) : wished)
    let limit = min(count, lower + length)
    if limit == count { return lower..<count }
    let end = words.last { $0.range.upperBound <= limit && $0.range.lowerBound >= lower }
    return lower..<(end?.range.upperBound ?? limit)
  }

  private static func pieces(
    _ scalars: [Unicode.Scalar], _ window: Range<Int>, _ marks: [Range<Int>], isCut: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    func add(_ range: Range<Int>, isMarked: Bool) {
      guard !range.isEmpty else { return }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      pieces.append(Piece(text: String(text), isMarked: isMarked))
    }
    if window.lowerBound > 0 { pieces.append(Piece(text: "… ", isMarked: false)) }
    var place = window.lowerBound
    for mark in marks
    where mark.lowerBound >= window.lowerBound && mark.upperBound <= window.upperBound {
      add(place..<mark.lowerBound, isMarked: false)
      add(mark, isMarked: true)
      place = mark.upperBound
    }
    add(place..<window.upperBound, isMarked: false)
    if window.upperBound < scalars.count || isCut {
      pieces.append(Piece(text: " …", isMarked: false))
    }
    return pieces
  }
}

/// A text as it is shown: every run of blanks and control characters is one space, and characters that nobody sees or that
/// turn the order of others are left out.
private struct ShownText {
  /// What is shown.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Per scalar of the text where it stands in `scalars`, or would if it were shown.
  private var places: [Int] = []

  /// Reads a text, given as valid UTF-8.
  init(of text: UnsafeBufferPointer<UInt8>) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      places.append(scalars.count)
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        if let last = scalars.last, last != " " { scalars.append(" ") }
      case .format, .privateUse, .unassigned, .surrogate: break
      default: scalars.append(scalar)
      }
    }
    if scalars.last == " " { scalars.removeLast() }
  }

  /// Where a word of the text stands: all characters of words are shown.
  func range(ofWord word: Range<Int>) -> Range<Int> {
    places[word.lowerBound]..<places[word.upperBound - 1] + 1
  }
}

extension TermTable {
  fileprivate func find(_ text: [UInt8]) -> Int? {
    text.withUnsafeBufferPointer { find(Term($0)) }
  }
}
