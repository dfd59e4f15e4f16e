/// Reads the notation of `Phrase`.
///
/// The grammar is our own data, so a mistake in it is a broken invariant: it stops the program, and every test of
/// the corpus would find it, since the whole grammar is parsed each time.
struct PhraseParser {
  private let notation: [UInt8]
  private let numberOfList: [String: Int]
  private var position = 0

  /// Parses `notation`; gaps may name the keys of `numberOfList`.
  static func phrase(_ notation: String, lists numberOfList: [String: Int]) -> Phrase {
    var parser = PhraseParser(notation: Array(notation.utf8), numberOfList: numberOfList)
    let phrase = parser.phrase()
    precondition(parser.position == parser.notation.count, "unbalanced brackets in: \(notation)")
    return phrase
  }

  private init(notation: [UInt8], numberOfList: [String: Int]) {
    self.notation = notation
    self.numberOfList = numberOfList
  }

  /// Reads up to a `|`, a `]` or the end.
  private mutating func phrase() -> Phrase {
    var parts: [Phrase.Part] = []
    var literal: [UInt8] = []
    reading: while position < notation.count {
      switch notation[position] {
      case UInt8(ascii: "|"), UInt8(ascii: "]"):
        break reading
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = []
        parts.append(notation[position] == UInt8(ascii: "[") ? choice() : gap())
      case let byte:
        literal.append(byte)
        position += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return Phrase(parts: parts)
  }

  private mutating func choice() -> Phrase.Part {
    var options: [Phrase] = []
    repeat {
      position += 1
      options.append(phrase())
    } while position < notation.count && notation[position] == UInt8(ascii: "|")
    precondition(position < notation.count, "a choice is not closed")
    position += 1
    return .choice(options)
  }

  private mutating func gap() -> Phrase.Part {
    let rest = notation[position...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
      preconditionFailure("a gap is not closed")
    }
    let content = String(decoding: notation[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    if let range = Self.range(content) { return .number(range) }
    let isKept = content.hasPrefix("the ")
    let name = isKept ? String(content.dropFirst(4)) : content
    guard let list = numberOfList[name] else { preconditionFailure("no word list \(name)") }
    return .word(list: list, isKept: isKept)
  }

  private static func range(_ content: String) -> ClosedRange<Int>? {
    let bounds = content.split(separator: "-")
    guard bounds.count == 2, let lower = Int(bounds[0]), let upper = Int(bounds[1]) else {
      return nil
    }
    return lower...upper
  }
}
