/// Words that stand in a lesson between quotes, or without any, and where each of them stands.
struct QuotedWords {
  /// Whose quotes and escapes they are.
  enum Notation {
    case yaml, markdown
    /// Nobody's: there are none.
    case unquoted
  }

  /// Some of the words, one behind another.
  struct Stretch {
    /// Where it begins in the paragraph.
    var start: Int
    /// Where it begins in the lesson.
    var source: Int
    /// Whether the lesson has the very same bytes.
    var isCopied: Bool
  }

  /// The next of the words and how they are written, in bytes.
  private struct Step {
    var words: Int
    var written: Int
    var isCopied: Bool
    /// Whether the words go on in the next line of cell options.
    var endsLine = false

    static let copied = Step(words: 1, written: 1, isCopied: true)
  }

  /// The words in UTF-8 as one paragraph of Markdown.
  let bytes: [UInt8]
  /// Where they come from.
  let stretches: [Stretch]

  /// Finds words in a range of a lesson.
  ///
  /// - Parameters:
  ///   - words: the words with quotes and escapes undone.
  ///   - range: where they stand, with their quotes if they have any.
  init(_ words: String, at range: SourceRange, of source: SourceText, in notation: Notation) {
    let words = Array(words.utf8)
    let written = source.bytes[range.lower..<range.upper]
    let found = Self.found(words, in: written, notation)
    bytes = found?.bytes ?? Self.onOneLine(words[...])
    stretches =
      found?.stretches ?? [Stretch(start: 0, source: range.lower, isCopied: false)]
  }

  /// The paragraph that some words are and where each part of it is written; nil if they cannot be found.
  private static func found(
    _ words: [UInt8], in written: ArraySlice<UInt8>, _ notation: Notation
  ) -> (bytes: [UInt8], stretches: [Stretch])? {
    if written.elementsEqual(words) {
      let all = Stretch(start: 0, source: written.startIndex, isCopied: true)
      return (onOneLine(words[...]), [all])
    }
    guard written.count >= 2, let quote = written.first else { return nil }
    var bytes: [UInt8] = []
    var stretches: [Stretch] = []
    var left = words[...]
    var rest = notation == .unquoted ? written : written.dropFirst().dropLast()
    while !left.isEmpty {
      let goesOnBelow = bytes.last?.isBlank == true ? nil : lineEnd(left, rest)
      let next =
        switch notation {
        case .yaml: goesOnBelow ?? stepInYAML(left, rest, quote)
        case .markdown: stepInMarkdown(left, rest)
        case .unquoted: goesOnBelow ?? copy(left, rest)
        }
      guard let next, next.written <= rest.count else { return nil }
      if !next.isCopied || stretches.last?.isCopied != true {
        stretches.append(
          Stretch(start: bytes.count, source: rest.startIndex, isCopied: next.isCopied))
      }
      bytes +=
        next.endsLine ? lineBreak(ofLength: next.written) : onOneLine(left.prefix(next.words))
      left = left.dropFirst(next.words)
      rest = rest.dropFirst(next.written)
    }
    return (bytes, stretches)
  }

  /// Words with blanks for line ends.
  private static func onOneLine(_ words: ArraySlice<UInt8>) -> [UInt8] {
    words.map { $0.endsLine ? UInt8(ascii: " ") : $0 }
  }

  /// A line end and blanks, of the length of what they stand for, so that every word of a formula or a value keeps its place.
  /// Behind four blanks no line begins a block within a paragraph.
  private static func lineBreak(ofLength length: Int) -> [UInt8] {
    [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: max(4, length - 1))
  }

  /// How many bytes the character takes that some words begin with.
  private static func lengthOfCharacter(_ words: ArraySlice<UInt8>) -> Int {
    1 + words.dropFirst().prefix(while: \.continuesScalar).count
  }
}

// MARK: - Lines of cell options

extension QuotedWords {
  /// The end of a line, with all that stands before the words on the next one, for which the words have a blank; nil if
  /// something else is written.
  private static func lineEnd(_ words: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>) -> Step? {
    guard words.first == UInt8(ascii: " ") else { return nil }
    var rest = written.drop(while: \.isBlank)
    guard rest.first?.endsLine == true else { return nil }
    while rest.first?.endsLine == true {
      rest = rest.drop { $0.endsLine || $0.isBlank }
      if rest.starts(with: "#|".utf8) { rest = rest.dropFirst(2).drop(while: \.isBlank) }
    }
    return Step(
      words: 1, written: rest.startIndex - written.startIndex, isCopied: false, endsLine: true)
  }

  /// The next byte; nil if another one is written.
  private static func copy(_ words: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>) -> Step? {
    words.first == written.first ? .copied : nil
  }
}

// MARK: - YAML

extension QuotedWords {
  /// The next step; nil if something else is written.
  private static func stepInYAML(
    _ words: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>, _ quote: UInt8
  ) -> Step? {
    guard let first = written.first, quote.isQuote else { return nil }
    let isEscape =
      first == quote || first == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
    if !isEscape { return copy(words, written) }
    return Step(
      words: lengthOfCharacter(words), written: written.lengthOfYAMLEscape(within: quote),
      isCopied: false)
  }
}

// MARK: - Markdown

extension QuotedWords {
  /// The longest name of a character in HTML, with its ampersand and its semicolon.
  private static let longestEntity = 33

  /// The next step; nil if something else is written.
  private static func stepInMarkdown(
    _ words: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>
  ) -> Step? {
    guard let first = written.first else { return nil }
    if first.endsLine {
      // What stands before the text of the next line is no part of the words.
      return Step(
        words: words.prefix(while: \.endsLine).count,
        written: written.prefix { $0.endsLine || $0.standsBeforeText }.count, isCopied: false)
    }
    if first == UInt8(ascii: "\\"), let next = written.dropFirst().first, next.isPunctuation,
      next == words.first
    {
      return Step(words: 1, written: 2, isCopied: false)
    }
    if first == UInt8(ascii: "&"),
      let end = written.prefix(longestEntity).firstIndex(of: UInt8(ascii: ";")),
      !words.starts(with: written[...end])
    {
      return Step(
        words: lengthOfCharacter(words), written: end + 1 - written.startIndex, isCopied: false)
    }
    return copy(words, written)
  }
}
