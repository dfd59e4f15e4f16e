// The lines that cell options are written on.
extension CellOptions {
  private static let marker = "#|"

  /// Reads the `#|` lines that a block's body begins with, and tells how many there are.
  mutating func read(
    lines: [SourceRange], of source: SourceText, into diagnostics: inout [Diagnostic]
  ) -> Int {
    let written = lines.prefix { line in
      source.bytes[line.lower..<line.upper].starts(with: Self.marker.utf8)
    }
    var rest = written.map { SourceRange($0.lower + Self.marker.utf8.count, $0.upper) }[...]
    var seen: Set<String> = []
    var followsCaption = false
    while let line = rest.first {
      let caption = CaptionLines(rest, of: source)
      rest = rest.dropFirst(caption?.count ?? 1)
      let entries =
        caption?.unquotedEntry.map { [$0] }
        ?? Self.entries(
          on: caption?.lines ?? [line], of: source, followsCaption: followsCaption,
          into: &diagnostics)
      followsCaption = caption != nil || followsCaption && entries == nil
      for entry in entries ?? [] {
        if !seen.insert(entry.key).inserted {
          diagnostics.append(
            .error(.duplicateKey, "'\(entry.key)' is given twice", at: entry.keyRange))
        }
        set(entry, allowing: Key.allCases, into: &diagnostics)
      }
    }
    return written.count
  }

  /// The keys and values on some lines of YAML; nil, with diagnostics, if they have none.
  private static func entries(
    on lines: [SourceRange], of source: SourceText, followsCaption: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> [YAMLNode.Entry]? {
    guard let node = YAMLReader(source, lines: lines).read(into: &diagnostics) else { return nil }
    if case .mapping(let entries) = node.content { return entries }
    let hint = followsCaption ? ", and a caption goes on in lines that are indented" : ""
    diagnostics.append(
      .error(.badCellOption, "a cell option is written '#| key: value'\(hint)", at: node.range))
    return nil
  }

  /// Warnings of lines that look like cell options and are comments of YAML: what stands below the top of a block.
  static func strays(among lines: [SourceRange], of source: SourceText) -> [Diagnostic] {
    lines.filter { line in
      [marker, "# |"].contains { source.bytes[line.lower..<line.upper].starts(with: $0.utf8) }
    }.map {
      .warning(
        .badCellOption,
        "this is a comment; cell options are written '#| key: value', above all else in the block",
        at: $0)
    }
  }
}
