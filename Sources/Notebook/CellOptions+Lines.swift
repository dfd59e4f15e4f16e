// The lines that cell options are written on.
extension CellOptions {
  /// Reads the `#|` lines that a block's body begins with, and tells how many there are.
  mutating func read(
    lines: [SourceRange], of source: SourceText, into diagnostics: inout [Diagnostic]
  ) -> Int {
    var seen: Set<String> = []
    var followsCaption = false
    for (count, line) in lines.enumerated() {
      guard source.bytes[line.lower..<line.upper].starts(with: Array("#|".utf8)) else {
        return count
      }
      let content = SourceRange(line.lower + 2, line.upper)
      guard
        let entries = Self.entries(
          on: content, of: source, followsCaption: followsCaption, into: &diagnostics)
      else { continue }
      followsCaption = entries.contains { Self.wordNames.contains($0.key) }
      for entry in entries {
        if !seen.insert(entry.key).inserted {
          diagnostics.append(
            .error(.duplicateKey, "'\(entry.key)' is given twice", at: entry.keyRange))
        }
        set(entry, allowing: Self.names, into: &diagnostics)
      }
    }
    return lines.count
  }

  /// The keys and values on a line; nil, with diagnostics, if it has none.
  private static func entries(
    on line: SourceRange, of source: SourceText, followsCaption: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> [YAMLNode.Entry]? {
    if let caption = unquotedCaption(on: line, of: source) { return [caption] }
    guard let node = YAMLReader(source, lines: [line]).read(into: &diagnostics) else { return nil }
    if case .mapping(let entries) = node.content { return entries }
    let hint = followsCaption ? ", and a caption stands on one line" : ""
    diagnostics.append(
      .error(.badCellOption, "a cell option is written '#| key: value'\(hint)", at: node.range))
    return nil
  }

  /// A caption or a description without quotes, which goes to the end of its line: what YAML has other meanings for, such as
  /// a colon, a '#' or an '@', is meant as it stands. Nil for all other lines.
  private static func unquotedCaption(
    on line: SourceRange, of source: SourceText
  ) -> YAMLNode.Entry? {
    let bytes = source.bytes[line.lower..<line.upper]
    let content = bytes.drop(while: \.isBlank)
    guard let name = wordNames.first(where: { content.starts(with: ($0 + ":").utf8) }) else {
      return nil
    }
    let key = SourceRange(content.startIndex, content.startIndex + name.utf8.count)
    let rest = bytes[(key.upper + 1)...]
    let words = rest.drop(while: \.isBlank)
    guard rest.first?.isBlank == true, let first = words.first, !first.isQuote else { return nil }
    var end = words.endIndex
    while bytes[end - 1].isBlank { end -= 1 }
    let range = SourceRange(words.startIndex, end)
    let text = source.string(in: range)
    let value = YAMLNode(.scalar(.init(text)), range: range)
    return YAMLNode.Entry(key: name, keyRange: key, value: value)
  }

  /// Warnings of lines that look like cell options and are comments of YAML: what stands below the top of a block.
  static func strays(among lines: [SourceRange], of source: SourceText) -> [Diagnostic] {
    lines.filter { line in
      ["#|", "# |"].contains { source.bytes[line.lower..<line.upper].starts(with: $0.utf8) }
    }.map {
      .warning(
        .badCellOption,
        "this is a comment; cell options are written '#| key: value', above all else in the block",
        at: $0)
    }
  }
}
