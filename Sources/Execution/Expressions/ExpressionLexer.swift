import Notebook

/// A word of an expression.
enum ExpressionToken: Equatable {
  case name(String)
  case integer(Int)
  case number(Double)
  case text(String)
  case parameter(String)
  case symbol(ExpressionSymbol)
}

extension ExpressionToken {
  /// A number's hundredth with the digits that it has in decimals, which a division may miss by a bit; nil for other words.
  fileprivate var hundredth: Double? {
    switch self {
    case .integer(let integer): decimalNumber("\(integer)e-2")
    case .number(let number): decimalNumber("\(number)e-2")
    default: nil
    }
  }
}

/// Cuts an expression into words, each with its place in the lesson.
struct ExpressionLexer {
  /// A word and its place.
  struct Placed: Equatable {
    var token: ExpressionToken
    var range: SourceRange
  }

  private let bytes: [UInt8]
  private let placed: (Int, Int) -> SourceRange
  private var offset = 0

  /// A lexer for some text; `placed` turns offsets in it into places in the lesson.
  init(_ text: String, placed: @escaping (Int, Int) -> SourceRange) {
    bytes = Array(text.utf8)
    self.placed = placed
  }

  /// All words, or what is wrong with the first that is none.
  mutating func tokens() -> Result<[Placed], ExpressionProblem> {
    var tokens: [Placed] = []
    while true {
      while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else { return .success(tokens) }
      let start = offset
      guard let token = next() else {
        let word = String(
          decoding: bytes[start..<max(offset, endOfScalar(at: start))], as: UTF8.self)
        return .failure(
          ExpressionProblem(
            "'\(word)' has no meaning here\(advice(on: word, at: start, behind: tokens.last?.token))",
            placed(start, start + word.utf8.count)))
      }
      tokens.append(Placed(token: token, range: placed(start, offset)))
    }
  }

  private mutating func next() -> ExpressionToken? {
    let byte = bytes[offset]
    if startsName(byte) { return .name(name()) }
    if isDigit(byte) || byte == UInt8(ascii: ".") && isDigit(peek(1)) { return number() }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return text(quote: byte)
    case UInt8(ascii: "$"): return parameter()
    default: return symbol()
    }
  }

  private mutating func name() -> String {
    let start = offset
    while offset < bytes.count, startsName(bytes[offset]) || isDigit(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func number() -> ExpressionToken? {
    let start = offset
    skipDigits()
    if peek(0) == UInt8(ascii: "."), isDigit(peek(1)) {
      offset += 1
      skipDigits()
    }
    if peek(0) == UInt8(ascii: "e") || peek(0) == UInt8(ascii: "E") {
      let sign = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 1 : 0
      if isDigit(peek(1 + sign)) {
        offset += 1 + sign
        skipDigits()
      }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let integer = decimalInteger(text) { return .integer(integer) }
    return decimalNumber(text).map { .number($0) }
  }

  private mutating func text(quote: UInt8) -> ExpressionToken? {
    guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else { return nil }
    let text = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
    offset = end + 1
    return .text(text)
  }

  private mutating func parameter() -> ExpressionToken? {
    let isBraced = peek(1) == UInt8(ascii: "{")
    offset += isBraced ? 2 : 1
    guard startsName(peek(0)) else { return nil }
    let name = name()
    if isBraced {
      guard peek(0) == UInt8(ascii: "}") else { return nil }
      offset += 1
    }
    return .parameter(name)
  }

  /// Symbols in all their spellings, longer ones first.
  private static let symbols: [(spelling: String, symbol: ExpressionSymbol)] = [
    ("+/-", .plusMinus), ("+-", .plusMinus), ("±", .plusMinus),
    ("<=", .comparison(.lessOrEqual)), ("≤", .comparison(.lessOrEqual)),
    (">=", .comparison(.greaterOrEqual)), ("≥", .comparison(.greaterOrEqual)),
    ("==", .comparison(.equal)), ("!=", .comparison(.notEqual)), ("≠", .comparison(.notEqual)),
    ("=", .comparison(.equal)), ("<", .comparison(.less)), (">", .comparison(.greater)),
    ("+", .arithmetic(.plus)), ("-", .arithmetic(.minus)), ("−", .arithmetic(.minus)),
    ("*", .arithmetic(.times)), ("/", .arithmetic(.dividedBy)),
    ("(", .openingParenthesis), (")", .closingParenthesis),
    ("[", .openingBracket), ("]", .closingBracket), (",", .comma), (".", .point),
  ]

  /// Comparisons as nobody writes them here, with what they mean; each begins with a symbol that there is.
  private static let misspellings = ["=>": ">=", "=<": "<=", "<>": "!="]

  private mutating func symbol() -> ExpressionToken? {
    if let misspelling = Self.misspellings.keys.first(where: { startsHere($0) }) {
      offset += misspelling.utf8.count
      return nil
    }
    for (spelling, symbol) in Self.symbols where startsHere(spelling) {
      offset += spelling.utf8.count
      return .symbol(symbol)
    }
    return nil
  }

  private func startsHere(_ word: String) -> Bool { bytes[offset...].starts(with: word.utf8) }

  /// What to write in place of a word without a meaning, as the end of a message; nothing where that is not clear.
  private func advice(
    on word: String, at start: Int, behind token: ExpressionToken?
  ) -> String {
    if let meant = Self.misspellings[word] { return "; did you mean '\(meant)'?" }
    if word == "%", let number = token?.hundredth, !beginsValue(bytes[(start + 1)...]) {
      return ": write \(formattedSetting(number))"
    }
    let isBeforeFormat = word == ":" && isFormat(bytes[(start + 1)...])
    return isBeforeFormat ? ": \(ExpressionParser.formatAdvice)" : ""
  }

  /// Whether the rest of an expression begins as a value does, or as a format: "7 % 2" and "7%.2f" are no percentages.
  private func beginsValue(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first(where: { !isBlank($0) }) else { return false }
    return startsName(first) || isDigit(first) || "($.".utf8.contains(first)
  }

  /// Whether the rest of an expression is a format as Python writes it behind a colon: ".2f", ".1%".
  private func isFormat(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let last = rest.last, "defgs%".utf8.contains(last) else { return false }
    return rest.dropLast().allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private mutating func skipDigits() {
    while isDigit(peek(0)) { offset += 1 }
  }

  private func peek(_ distance: Int) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  private func endOfScalar(at start: Int) -> Int {
    start + 1 + bytes[(start + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func startsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// What is wrong with an expression, and where.
public struct ExpressionProblem: Error, Equatable {
  /// What is wrong.
  public var message: String
  /// Where it is.
  public var range: SourceRange
  /// What kind of mistake it is.
  public var code: DiagnosticCode
  /// What was probably meant; the message says it too.
  public var suggestion: Suggestion?

  /// A problem at a place.
  public init(
    _ message: String, _ range: SourceRange, _ code: DiagnosticCode = .badExpression,
    suggestion: Suggestion? = nil
  ) {
    self.message = message
    self.range = range
    self.code = code
    self.suggestion = suggestion
  }
}
