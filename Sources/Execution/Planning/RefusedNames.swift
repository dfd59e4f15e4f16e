import Notebook

/// The words that blocks would be called if they were names: where one of them is used, a formula finds other mistakes than
/// that there is no such block.
struct RefusedNames {
  private let words: Set<String>
  private let source: SourceText

  init(in notebook: Notebook) {
    source = notebook.source
    let refused = notebook.diagnostics.filter { $0.code == .badName }.compactMap(\.range)
    words = Set(refused.map { [source] in source.string(in: $0) })
  }

  /// Whether a range begins within a use of one of them: with "2x" refused, in "2x.rows".
  func stand(at range: SourceRange?) -> Bool {
    guard let range, !words.isEmpty else { return false }
    let line = source.rangeOfLine(source.lineNumber(of: range.lower))
    let before = source.bytes[line.lower..<range.lower].reversed().prefix(while: Self.continuesUse)
    let behind = source.bytes[range.lower..<line.upper].prefix(while: Self.continuesUse)
    let use = source.string(
      in: SourceRange(range.lower - before.count, range.lower + behind.count))
    return words.contains(use) || words.contains(String(use.prefix { $0 != "." }))
  }

  /// Whether a byte may stand within a path.
  private static func continuesUse(_ byte: UInt8) -> Bool {
    !" \t`()[]{},".utf8.contains(byte)
  }
}
