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

  /// Up to `length` characters of a text, with the words marked that are terms, or parts of terms, with a weight.
  ///
  /// - Parameters:
  ///   - weights: positive weights of terms, which are words in lower case or runs of them.
  ///   - settings: what terms were made by, so that runs go over stop words as those of the vocabulary do.
  public init(
    of text: UnsafeBufferPointer<UInt8>, weights: [String: Double], settings: TFIDFSettings,
    length: Int
  ) {
    let isCut = text.count > Self.mostBytes
    // A character that the cut goes through becomes one or more U+FFFD at the end, which is left out.
    let read = String(decoding: text.prefix(Self.mostBytes), as: UTF8.self)
    var scalars = Self.plain(read)
    if isCut { while scalars.last == "\u{FFFD}" { scalars.removeLast() } }
    let words = Self.words(in: scalars)
    let marks = Self.marks(words, weights: weights, settings: settings)
    let window = Self.window(of: marks, count: scalars.count, length: length, words)
    pieces = Self.pieces(scalars, window, marks.map(\.range), isCut: isCut)
  }

  /// The characters with every run of blanks and control characters as one space, and without those that
  /// nobody sees or that turn the order of others.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        if let last = plain.last, last != " " { plain.append(" ") }
      case .format, .privateUse, .unassigned, .surrogate: break
      default: plain.append(scalar)
      }
    }
    if plain.last == " " { plain.removeLast() }
    return plain
  }

  /// Where the words are, in lower case; those of one character are none, as in the vocabulary.
  private static func words(in scalars: [Unicode.Scalar]) -> [(word: String, range: Range<Int>)] {
    var words: [(word: String, range: Range<Int>)] = []
    var start: Int?
    for place in 0...scalars.count {
      if place < scalars.count, FoldedText.isWordCharacter(scalars[place]) {
        start = start ?? place
      } else if let first = start {
        start = nil
        guard place - first > 1 else { continue }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[first..<place])
        words.append((String(word).lowercased(), first..<place))
      }
    }
    return words
  }

  /// The words that tell, with their weights; those of a longer term share its weight.
  private static func marks(
    _ words: [(word: String, range: Range<Int>)], weights: [String: Double],
    settings: TFIDFSettings
  ) -> [(range: Range<Int>, weight: Double)] {
    let stopWords = Set(settings.stopWords.words)
    let counted = words.filter { !stopWords.contains($0.word) }
    var found = [Double](repeating: 0, count: counted.count)
    for length in settings.ngrams where length <= counted.count {
      for first in 0...counted.count - length {
        let term = counted[first..<first + length].map(\.word).joined(separator: " ")
        guard let weight = weights[term] else { continue }
        for place in first..<first + length { found[place] += weight / Double(length) }
      }
    }
    return counted.indices.filter { found[$0] > 0 }.map { (counted[$0].range, found[$0]) }
  }

  /// The stretch of up to `length` characters whose marks weigh most; the beginning where there are none.
  private static func window(
    of marks: [(range: Range<Int>, weight: Double)], count: Int, length: Int,
    _ words: [(word: String, range: Range<Int>)]
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
