import Yams

extension YAMLReader {
  /// What libyaml found wrong, in a sentence and at its place.
  func diagnostic(for error: YamlError, _ standIns: YAMLStandIns) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if let opening = unclosedBracket(context, problem) {
        let bracket = SourceRange(opening, opening + 1)
        return invalid(
          "the '\(source.string(in: bracket))' that opens here is never closed", bracket)
      }
      if let colon = colonWithoutSpace(problem, mark) {
        return invalid(YAMLAdvice.missingSpace, colon)
      }
      if let text = textWithoutQuotes(problem, context, mark) {
        let written = source.string(in: text)
        return invalid("this text needs quotes around it all: \(quoted(written))", text)
      }
      let advice = YAMLAdvice(problem, in: context, at: mark, character: character(at: mark))
      return invalid(advice.words, word(at: offset(of: advice.mark)))
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicateKey(standIns.restoring(keys.first ?? ""), firstAt: offset(of: context.mark))
    case .reader(let problem, _, _, _):
      return .error(.invalidYAML, "this is not valid YAML: \(problem)", at: lines.first)
    default:
      return .error(.invalidYAML, "this is not valid YAML: \(error)", at: lines.first)
    }
  }

  private func invalid(_ words: String, _ range: SourceRange) -> Diagnostic {
    .error(.invalidYAML, "this is not valid YAML: \(words)", at: range)
  }

  /// Text on one line that begins with a sign of YAML, of which the parser took the beginning for a whole value: an entry of a
  /// list such as `- "a" = b`, or a block of lines such as `|x| < 1`.
  private func textWithoutQuotes(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark
  ) -> SourceRange? {
    let start: Int
    switch problem {
    case "did not find expected '-' indicator":
      let end = offset(of: mark)
      guard let line = lines.first(where: { $0.lower <= end && end <= $0.upper }) else {
        return nil
      }
      let entry = source.bytes[line.lower..<end].drop { $0.isBlank || $0 == UInt8(ascii: "-") }
      guard let first = entry.first, first.isQuote || "[{".utf8.contains(first) else { return nil }
      start = entry.startIndex
    case "did not find expected comment or line break",
      "found an indentation indicator equal to 0":
      guard let context else { return nil }
      start = offset(of: context.mark)
    default: return nil
    }
    return source.trimmingBlanks(SourceRange(start, endOfLine(from: start)))
  }

  /// A text in quotes, of the kind that it has not itself.
  private func quoted(_ text: String) -> String {
    text.contains("'") && !text.contains("\"") && !text.contains("\\")
      ? "\"\(text)\"" : "'\(text.replacing("'", with: "''"))'"
  }

  /// The bracket of the list or mapping that the parser was at, if nothing closes it: the parser reads on, and complains of
  /// what stands behind it.
  private func unclosedBracket(_ context: YamlError.Context?, _ problem: String) -> Int? {
    guard let context, problem.hasPrefix("did not find expected ','") else { return nil }
    let opening = offset(of: context.mark)
    let (opens, closes) = problem.hasSuffix("']'") ? ("[", "]") : ("{", "}")
    var depth = 0
    var signs = YAMLSigns()
    for line in lines where line.upper > opening {
      let rest = SourceRange(max(line.lower, opening), line.upper)
      for offset in signs.next(rest, of: source) {
        if opens.utf8.contains(source.bytes[offset]) { depth += 1 }
        if closes.utf8.contains(source.bytes[offset]) { depth -= 1 }
        if depth == 0 { return nil }
      }
    }
    return opening
  }

  /// The colon of a key with its value right behind it, if that is why the parser found no key where one stands.
  private func colonWithoutSpace(_ problem: String, _ mark: Mark) -> SourceRange? {
    let place = offset(of: mark)
    switch problem {
    case YAMLAdvice.unexpectedColon: return SourceRange(place, place + 1)
    case YAMLAdvice.misplacedKey, YAMLAdvice.secondDocument:
      guard let line = lines.first(where: { $0.lower <= place && place <= $0.upper }),
        key(in: Array(line.lower..<place)) == nil
      else { return nil }
      return colonWithoutSpace(above: mark.line)
    default: return nil
    }
  }

  /// The colon of the last key above a line that has its value right behind it, with no other key between the two:
  /// 'layers:[2, 2]' is text, and goes on below.
  private func colonWithoutSpace(above line: Int) -> SourceRange? {
    var signs = YAMLSigns()
    let above = lines.prefix(max(0, line - 1)).map { line in
      let isText = signs.isInQuotes
      let found = signs.next(line, of: source)
      return isText ? [] : found
    }
    let found = above.reversed().lazy.compactMap { key(in: $0) }.first
    guard let found, !found.isSpaced else { return nil }
    return SourceRange(found.colon, found.colon + 1)
  }

  /// The colon behind the word that a line begins with, and whether a blank or nothing follows it; nil if none does.
  private func key(in signs: [Int]) -> (colon: Int, isSpaced: Bool)? {
    let word = signs.drop { source.bytes[$0].isBlank || source.bytes[$0] == UInt8(ascii: "-") }
    let rest = word.drop { source.bytes[$0].continuesName }
    guard rest.count < word.count, let colon = rest.first, source.bytes[colon] == UInt8(ascii: ":")
    else { return nil }
    let next = colon + 1 < source.bytes.count ? source.bytes[colon + 1] : UInt8(ascii: "\n")
    return (colon, next.isBlank || next.endsLine)
  }

  /// Points at the first of two keys that could not be told apart for YAML's parser, such as "\u00e9" and "e\u0301".
  private func duplicateKey(_ key: String, firstAt first: Int) -> Diagnostic {
    let written = source.bytes[first...].prefix { $0 != UInt8(ascii: ":") && !$0.endsLine }
    let range = source.trimmingBlanks(SourceRange(first, written.endIndex))
    let ways = isGivenAgain(range) ? "" : ", written in two ways"
    return .error(.duplicateKey, "'\(key)' is given twice\(ways)", at: range)
  }

  /// Whether a key stands before another colon below, spelled as it is.
  private func isGivenAgain(_ key: SourceRange) -> Bool {
    let spelling = source.bytes[key.lower..<key.upper]
    let rest = source.bytes[key.upper..<max(key.upper, lines.last?.upper ?? 0)]
    let texts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return texts.dropLast().contains { text in
      let blanks = text.reversed().prefix { $0.isBlank }.count
      let word = text.dropLast(blanks)
      return word.suffix(spelling.count).elementsEqual(spelling)
        && word.dropLast(spelling.count).last?.continuesName != true
    }
  }

  private func character(at mark: Mark) -> Character? {
    let start = offset(of: mark)
    return source.string(in: SourceRange(start, max(start, endOfLine(from: start)))).first
  }

  private func word(at start: Int) -> SourceRange {
    let end = endOfLine(from: start)
    let word = source.bytes[start..<max(start, end)].prefix { !$0.isBlank }
    return SourceRange(start, start + max(1, word.count))
  }
}
