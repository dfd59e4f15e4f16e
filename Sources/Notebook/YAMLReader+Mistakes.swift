import Yams

extension YAMLReader {
  /// What libyaml found wrong, in a sentence and at its place.
  func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if let opening = unclosedBracket(context, problem) {
        let bracket = SourceRange(opening, opening + 1)
        return invalid(
          "the '\(source.string(in: bracket))' that opens here is never closed", bracket)
      }
      if problem == YAMLAdvice.misplacedKey, let colon = colonWithoutSpace(above: mark) {
        return invalid(YAMLAdvice.missingSpace, colon)
      }
      let advice = YAMLAdvice(problem, in: context, at: mark, character: character(at: mark))
      return invalid(advice.words, word(at: offset(of: advice.mark)))
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicateKey(keys.first ?? "", firstAt: offset(of: context.mark))
    case .reader(let problem, _, _, _):
      return .error(.invalidYAML, "this is not valid YAML: \(problem)", at: lines.first)
    default:
      return .error(.invalidYAML, "this is not valid YAML: \(error)", at: lines.first)
    }
  }

  private func invalid(_ words: String, _ range: SourceRange) -> Diagnostic {
    .error(.invalidYAML, "this is not valid YAML: \(words)", at: range)
  }

  /// The bracket of the list or mapping that the parser was at, if nothing closes it: the parser reads on, and complains of
  /// what stands behind it.
  private func unclosedBracket(_ context: YamlError.Context?, _ problem: String) -> Int? {
    guard let context, problem.hasPrefix("did not find expected ','") else { return nil }
    let opening = offset(of: context.mark)
    let (opens, closes) = problem.hasSuffix("']'") ? ("[", "]") : ("{", "}")
    var depth = 0
    var quote: UInt8?
    var last = UInt8(ascii: " ")
    for byte in source.bytes[opening..<max(opening, lines.last?.upper ?? 0)] {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte.isQuote, !last.continuesName {
        // Within a word it is an apostrophe.
        quote = byte
      } else if opens.utf8.contains(byte) {
        depth += 1
      } else if closes.utf8.contains(byte) {
        depth -= 1
      }
      if depth == 0 { return nil }
      last = byte
    }
    return opening
  }

  /// The colon of a key with its value right behind it, on the line above one that therefore is no option: 'layers:[2, 2]'
  /// is text, and goes on there.
  private func colonWithoutSpace(above mark: Mark) -> SourceRange? {
    let above = lines.prefix(max(0, mark.line - 1)).map(source.trimmingBlanks)
    guard let line = above.last(where: { $0.lower < $0.upper }) else { return nil }
    let colon =
      line.lower + source.bytes[line.lower..<line.upper].prefix(while: \.continuesName).count
    guard colon > line.lower, colon + 1 < line.upper, source.bytes[colon] == UInt8(ascii: ":"),
      !source.bytes[colon + 1].isBlank
    else { return nil }
    return SourceRange(colon, colon + 1)
  }

  /// Points at the second of two equal keys: in the same line for `{a: 1, a: 2}`, else in a later line at the
  /// first one's column.
  private func duplicateKey(_ key: String, firstAt first: Int) -> Diagnostic {
    let message = "'\(key)' is given twice"
    let length = key.utf8.count
    guard let line = lines.firstIndex(where: { $0.lower <= first && first <= $0.upper }) else {
      return .error(.duplicateKey, message, at: SourceRange(first, first + length))
    }
    let column = first - lines[line].lower
    let behind = first + length + 1
    let second =
      (behind..<max(behind, lines[line].upper)).first { isKey(key, at: $0, on: lines[line]) }
      ?? lines[(line + 1)...].first { isKey(key, at: $0.lower + column, on: $0) }
      .map { $0.lower + column }
    guard let second else {
      // To YAML's parser, é is e with an accent behind it, and "a" is a.
      return .error(
        .duplicateKey, "\(message), written in two ways", at: SourceRange(first, first + length))
    }
    return .error(.duplicateKey, message, at: SourceRange(second, second + length))
  }

  /// Whether a key, and not part of a word, is written at an offset of a line.
  private func isKey(_ key: String, at start: Int, on line: SourceRange) -> Bool {
    let end = start + key.utf8.count
    guard end <= line.upper, source.bytes[start..<end].elementsEqual(key.utf8) else {
      return false
    }
    let beginsWord = start == line.lower || !source.bytes[start - 1].continuesName
    let behind = source.bytes[end..<line.upper].first { !$0.isBlank && !$0.isQuote }
    return beginsWord && behind == UInt8(ascii: ":")
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
