/// The words in the braces of a command block's fence: `{train spam}`.
///
/// They are read from the lesson's own text, because cmark decodes entities and escapes in an info string and so
/// loses where its words stand.
struct FenceHeader: Equatable {
  /// What a fence's info string says.
  enum Reading: Equatable {
    /// An ordinary code block, shown and not run; a language name if there is one.
    case shown(language: String?)
    /// A command to run.
    case command(FenceHeader)
    /// Braces with something wrong in them.
    case malformed(Diagnostic)
  }

  var command: String
  var commandRange: SourceRange
  var name: String?
  var nameRange: SourceRange?

  /// Reads the info string of the fence that opens on a line.
  static func read(line range: SourceRange, of source: SourceText) -> Reading {
    var scanner = WordScanner(bytes: source.bytes, range: range)
    scanner.skipBlanks()
    scanner.skip(while: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") })
    scanner.skipBlanks()
    guard scanner.peek == UInt8(ascii: "{") else {
      let word = source.string(in: scanner.word())
      return .shown(language: word.isEmpty ? nil : word)
    }
    let opening = scanner.offset
    scanner.advance()
    if scanner.peek == UInt8(ascii: "{") { return .shown(language: nil) }
    return readBraces(&scanner, from: opening, of: source)
  }

  private static func readBraces(
    _ scanner: inout WordScanner, from opening: Int, of source: SourceText
  ) -> Reading {
    var words: [SourceRange] = []
    scanner.skipBlanks()
    while let byte = scanner.peek, byte != UInt8(ascii: "}") {
      words.append(scanner.word())
      scanner.skipBlanks()
    }
    guard scanner.peek != nil else {
      return .malformed(
        .error(.badFence, "this block's '{' has no '}'", at: SourceRange(opening, opening + 1)))
    }
    scanner.advance()
    let closing = scanner.offset
    scanner.skipBlanks()
    if scanner.peek != nil {
      let rest = SourceRange(scanner.offset, scanner.range.upper)
      return .malformed(
        .error(.badFence, "nothing may follow the '}' of a command block", at: rest))
    }
    guard let command = words.first else {
      return .malformed(
        .error(
          .badFence, "a command block names its command: {train spam}",
          at: SourceRange(opening, closing))
      )
    }
    if words.count > 2 {
      return .malformed(
        .error(.badFence, "a command block has a command and at most one name", at: words[2]))
    }
    let name = words.count == 2 ? source.string(in: words[1]) : nil
    if let name, !isName(name) {
      return .malformed(
        .error(
          .badName,
          "'\(name)' is not a name: names consist of letters, digits and '_', and do not begin with"
            + " a digit", at: words[1]))
    }
    return .command(
      FenceHeader(
        command: source.string(in: command), commandRange: command, name: name,
        nameRange: words.count == 2 ? words[1] : nil))
  }

  /// Whether a word has the form of a name: `[A-Za-z_][A-Za-z0-9_]*`.
  static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, !first.isDigit else { return false }
    return word.utf8.allSatisfy(\.continuesName)
  }
}

/// Walks along the bytes of one line.
struct WordScanner {
  let bytes: [UInt8]
  let range: SourceRange
  private(set) var offset: Int

  init(bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    self.range = range
    offset = range.lower
  }

  /// The next byte, or nil at the end of the line.
  var peek: UInt8? { offset < range.upper ? bytes[offset] : nil }

  mutating func advance() { offset += 1 }

  mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = peek, condition(byte) { offset += 1 }
  }

  mutating func skipBlanks() { skip(while: \.isBlank) }

  /// The bytes up to the next blank or brace.
  mutating func word() -> SourceRange {
    let start = offset
    skip(while: { !$0.isBlank && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") })
    if offset == start, peek != nil { advance() }
    return SourceRange(start, offset)
  }
}
