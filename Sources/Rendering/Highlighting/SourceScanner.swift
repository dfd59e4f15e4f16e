/// Goes through a source, byte by byte, and keeps what it has passed as tokens.
///
/// It only ever goes forward, and every byte that it passes ends up in exactly one token: so no syntax can lose or
/// change what it reads. All that means something to a syntax is ASCII; other characters are passed as they come.
struct SourceScanner {
  private let bytes: [UInt8]
  /// The offset of the next byte.
  private(set) var position = 0
  private var tokens: [SyntaxToken] = []
  /// Where the code begins that belongs to no token yet.
  private var plainStart = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  /// The next byte; nil at the end.
  var next: UInt8? { byte(ahead: 0) }

  var isAtEnd: Bool { position == bytes.count }

  /// Whether the next byte is the first of its line.
  var isAtLineStart: Bool { position == 0 || bytes[position - 1] == UInt8(ascii: "\n") }

  /// The byte that lies some bytes behind the next one.
  func byte(ahead count: Int) -> UInt8? {
    bytes.indices.contains(position + count) ? bytes[position + count] : nil
  }

  /// The byte that was passed last.
  var previous: UInt8? { position > 0 ? bytes[position - 1] : nil }

  /// Whether the source goes on with a text.
  func isAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// What was passed since an offset.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The first byte from the next one on that is neither a blank nor a line feed.
  var nextVisible: UInt8? {
    bytes[position...].first { !$0.isBlankSpace && $0 != UInt8(ascii: "\n") }
  }

  /// Where the line of the next byte ends: before its line feed, or at the end of the source.
  var lineEnd: Int {
    bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// The bytes from the next one to an offset.
  func ahead(to end: Int) -> ArraySlice<UInt8> { bytes[position..<end] }
}

// MARK: - Passing

extension SourceScanner {
  /// Passes some bytes, or as many as are left.
  mutating func pass(_ count: Int = 1) {
    position = min(position + count, bytes.count)
  }

  /// Passes all bytes before an offset that lies ahead.
  mutating func pass(to end: Int) {
    position = max(position, min(end, bytes.count))
  }

  mutating func pass(while condition: (UInt8) -> Bool) {
    while let byte = next, condition(byte) { position += 1 }
  }

  /// Passes what is left of the line, without the line feed.
  mutating func passLine() {
    pass { $0 != UInt8(ascii: "\n") }
  }

  /// Makes what was passed since an offset a token.
  mutating func mark(_ kind: SyntaxToken.Kind, from start: Int) {
    guard start < position else { return }
    endPlain(at: start)
    tokens.append(SyntaxToken(kind: kind, text: text(from: start)))
    plainStart = position
  }

  /// Makes what `body` passes a token.
  mutating func mark(_ kind: SyntaxToken.Kind, _ body: (inout SourceScanner) -> Void) {
    let start = position
    body(&self)
    mark(kind, from: start)
  }

  private mutating func endPlain(at end: Int) {
    guard plainStart < end else { return }
    let text = String(decoding: bytes[plainStart..<end], as: UTF8.self)
    tokens.append(SyntaxToken(kind: nil, text: text))
  }

  /// All tokens, when nothing more is to be read.
  consuming func finish() -> [SyntaxToken] {
    endPlain(at: bytes.count)
    return tokens
  }
}

// MARK: - What many languages share

extension SourceScanner {
  /// Passes a name or a keyword, and returns it; empty where none begins.
  mutating func passWord() -> String {
    let start = position
    pass(while: \.continuesWord)
    return text(from: start)
  }

  /// Marks a number, such as 12, 0x1F, 1_000 or 2.5e-3; false where none begins.
  mutating func markNumber() -> Bool {
    guard next?.isDigit == true else { return false }
    mark(.number) { $0.passNumber() }
    return true
  }

  /// Passes a number, with what follows it without a gap.
  mutating func passNumber() {
    while let byte = next {
      let isExponent = previous.map { $0 | 0x20 == UInt8(ascii: "e") } ?? false
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let isPoint = byte == UInt8(ascii: ".")
      let goesOn = self.byte(ahead: 1)?.isDigit == true
      guard byte.continuesWord || goesOn && (isPoint || isSign && isExponent) else { return }
      pass()
    }
  }

  /// Passes a quoted text from its opening delimiter to its closing one.
  ///
  /// - Parameters:
  ///   - length: of the delimiter: three quotes open what three quotes close.
  ///   - hasEscapes: whether a backslash takes away the meaning of what follows.
  ///   - spansLines: whether it may go on behind the end of its line.
  mutating func passQuoted(length: Int = 1, hasEscapes: Bool = true, spansLines: Bool = false) {
    guard let quote = next else { return }
    pass(length)
    var run = 0
    while let byte = next, spansLines || byte != UInt8(ascii: "\n") {
      pass()
      run = byte == quote ? run + 1 : 0
      if run == length { return }
      if hasEscapes, byte == UInt8(ascii: "\\"), next != UInt8(ascii: "\n") || spansLines { pass() }
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether a name goes on with the byte: a letter, a digit, an underscore or part of a character beyond ASCII.
  var continuesWord: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || self == UInt8(ascii: "_") || self >= 0x80
  }

  var isBlankSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
