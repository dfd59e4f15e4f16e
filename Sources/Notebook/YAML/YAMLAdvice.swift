import Yams

/// What the parser of YAML complains of, in words that say what to do, and where that is to be done.
struct YAMLAdvice {
  /// The parser's words for a key where none can be.
  static let misplacedKey = "mapping values are not allowed in this context"
  /// The parser's words for a key without a space behind its colon, within braces.
  static let unexpectedColon = "found unexpected ':'"
  /// The parser's words for what follows all that it took for the value.
  static let secondDocument = "did not find expected <document start>"
  /// What to do about a key that is none.
  static let missingSpace = "a key has ': ' behind it, as in 'epochs: 10'"

  /// What to do, or the parser's own words where they are all that can be said.
  let words: String
  /// The place, with line and column from 1.
  let mark: Mark

  /// Advice on a complaint.
  ///
  /// - Parameters:
  ///   - problem: the parser's words for it.
  ///   - context: what the parser was at, and where that began.
  ///   - mark: where the parser noticed it.
  ///   - character: what stands there; nil at the end of a line.
  init(_ problem: String, in context: YamlError.Context?, at mark: Mark, character: Character?) {
    let activity = context?.text ?? ""
    switch problem {
    case "could not find expected ':'":
      words = Self.missingSpace
      self.mark = context?.mark ?? mark
    case "found unexpected end of stream" where activity.contains("quoted"):
      words = "the quote that opens here is never closed"
      self.mark = context?.mark ?? mark
    case _ where activity.contains("scanning an alias"):
      words = "text that begins with '*' needs quotes"
      self.mark = context?.mark ?? mark
    default:
      let known = Self.sentence(for: problem, character)
      words = known ?? [context?.text, problem].compactMap(\.self).joined(separator: ": ")
      self.mark = mark
    }
  }

  private static func sentence(for problem: String, _ character: Character?) -> String? {
    switch problem {
    case misplacedKey:
      "no key can stand here: options begin in one column, and text with ': ' in it needs quotes"
    case "found character that cannot start any token" where character != "\t":
      "text that begins with '\(character.map(String.init) ?? "")' needs quotes"
    case "found undefined alias": "text that begins with '*' needs quotes"
    case "did not find expected '-' indicator":
      "the list before this is over: its entries begin with '- ' in one column"
    case "found character that cannot start any token",
      "found a tab character that violates indentation":
      "lines are indented with spaces, not with tabs"
    case "found unknown escape character":
      "within double quotes, a backslash is written '\\\\'; within single quotes, it is itself"
    case secondDocument:
      "the value before this is over: options begin in one column"
    case "but found another document":
      "'---' begins another document, and this is one"
    case "did not find expected key":
      "the value before this is over: options begin in one column, and text with quotes or brackets in it needs quotes"
    case "did not find expected ',' or ']'":
      "a list is written [a, b], and an entry with brackets in it needs quotes"
    case "did not find expected ',' or '}'":
      "a mapping is written {a: 1, b: 2}, and text with ',' or braces in it needs quotes"
    default: nil
    }
  }
}
