/// Where the bytes of a YAML scalar's text are written: between them stand quotes, escapes, line ends and indentation.
///
/// White space is taken by the run where lines end in it, because that is where YAML folds lines and drops indentation:
/// every word has its exact place, and so has every blank within a line.
public struct ScalarPlaces {
  /// Where each byte of the text is written.
  private let places: [SourceRange]
  /// Where the scalar ends: behind its closing quote, or else behind its last word.
  let end: Int

  /// Finds a text in the source.
  ///
  /// - Parameters:
  ///   - text: the text with quotes and escapes undone.
  ///   - range: the scalar with its quotes, or with the sign of its block style; it may end further behind. Nil if the text is
  ///     not written there.
  public init?(_ text: String, at range: SourceRange, of source: SourceText) {
    var search = Search(
      text: Array(text.utf8)[...], written: source.bytes[range.lower..<range.upper])
    guard range.lower < range.upper, search.run() else { return nil }
    let found = search.places
    let lastOfWords = Array(text.utf8).lastIndex { !$0.isWhite }
    places = found
    end =
      source.bytes[range.lower].isQuote
      ? search.written.startIndex : lastOfWords.map { found[$0].upper } ?? range.lower + 1
  }

  /// The place of a stretch of the text, given in bytes; the scalar's end if there is nothing in it.
  public func place(from lower: Int, to upper: Int) -> SourceRange {
    guard lower < upper else { return SourceRange(end, end) }
    return SourceRange(places[lower].lower, places[upper - 1].upper)
  }
}

/// Walks along a text and what is written of it.
private struct Search {
  /// What is left of either.
  var text: ArraySlice<UInt8>
  var written: ArraySlice<UInt8>
  /// Where the bytes of the text that are found are written.
  var places: [SourceRange] = []

  /// Whether all of the text is found.
  mutating func run() -> Bool {
    let quote = written.first.flatMap { $0.isQuote ? $0 : nil }
    if quote != nil {
      written.removeFirst()
    } else if let sign = written.first, "|>".utf8.contains(sign) {
      // The sign, what it says of the indentation, and a comment.
      written = written.drop { !$0.endsLine }
      written = written.drop(while: \.isWhite)
      take(text.prefix(while: \.isWhite).count, for: 0)
    }
    while !text.isEmpty {
      guard step(quote) else { return false }
    }
    guard let quote else { return true }
    return written.popFirst() == quote
  }

  private mutating func step(_ quote: UInt8?) -> Bool {
    guard let next = written.first, let character = text.first else {
      // Line ends that a block style has kept.
      return take(text.prefix(while: \.isWhite).count, for: 0) && text.isEmpty
    }
    if let quote, next == quote || next == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
      return takeEscape(quote)
    }
    let white = written.prefix(while: \.isWhite)
    if white.contains(where: \.endsLine) {
      return take(text.prefix(while: \.isWhite).count, for: white.count)
    }
    return next == character && take(1, for: 1)
  }

  private mutating func takeEscape(_ quote: UInt8) -> Bool {
    if written.dropFirst().first?.endsLine == true {
      // A backslash at the end of a line takes it away, with the indentation of the next one.
      return take(0, for: 1 + written.dropFirst().prefix(while: \.isWhite).count)
    }
    let character = 1 + text.dropFirst().prefix(while: \.continuesScalar).count
    return take(character, for: written.lengthOfYAMLEscape(within: quote))
  }

  /// Goes on behind some bytes of the text, all of which some others stand for; returns whether there are so many of them.
  @discardableResult
  private mutating func take(_ count: Int, for length: Int) -> Bool {
    guard length <= written.count else { return false }
    let place = SourceRange(written.startIndex, written.startIndex + length)
    places += repeatElement(place, count: count)
    text = text.dropFirst(count)
    written = written.dropFirst(length)
    return true
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes write the one character whose escape begins here, within a kind of quotes.
  func lengthOfYAMLEscape(within quote: UInt8) -> Int {
    guard quote == UInt8(ascii: "\"") else { return 2 }
    return switch dropFirst().first {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    default: 2
    }
  }
}

extension UInt8 {
  /// Whether this is a blank or ends a line.
  fileprivate var isWhite: Bool { isBlank || endsLine }
}
