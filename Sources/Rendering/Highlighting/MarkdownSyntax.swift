/// Markdown, as lessons are written: with front matter, and with blocks whose bodies are YAML.
enum MarkdownSyntax: Syntax {
  static let names = ["markdown", "md"]

  static func read(_ source: inout SourceScanner) {
    if source.isAt("---\n") { readFrontMatter(&source) }
    while let byte = source.next {
      if isFence(source) {
        readFence(&source)
      } else if byte == UInt8(ascii: "#") {
        source.mark(.keyword) { $0.passLine() }
      } else {
        readText(&source)
      }
      source.pass()
    }
  }

  private static func readFrontMatter(_ source: inout SourceScanner) {
    var lines = YAMLLines()
    lines.readLine(of: &source)
    while !source.isAtEnd {
      let isLast = source.isAt("---\n")
      lines.readLine(of: &source)
      if isLast { return }
    }
  }

  /// A line of prose; code spans are told from it.
  private static func readText(_ source: inout SourceScanner) {
    while let byte = source.next, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "`") {
        source.mark(.string) { $0.passQuoted(hasEscapes: false) }
      } else {
        source.pass()
      }
    }
  }

  private static func isFence(_ source: SourceScanner) -> Bool {
    source.isAt("```") || source.isAt("~~~")
  }

  /// Reads a fence to its last line, whose line feed is left.
  private static func readFence(_ source: inout SourceScanner) {
    guard let character = source.next else { return }
    let start = source.position
    source.mark(.comment) { source in source.pass { $0 == character } }
    let length = source.position - start
    let isBlock = source.next == UInt8(ascii: "{")
    if isBlock { readHeader(&source) }
    source.passLine()
    source.pass()
    var lines = YAMLLines()
    while !source.isAtEnd {
      if isEnd(source, character, length) { return source.mark(.comment) { $0.passLine() } }
      if isBlock {
        lines.readLine(of: &source)
      } else {
        source.passLine()
        source.pass()
      }
    }
  }

  /// `{command name}`.
  private static func readHeader(_ source: inout SourceScanner) {
    source.pass { $0 == UInt8(ascii: "{") }
    source.mark(.command) { _ = $0.passWord() }
    source.pass(while: \.isBlankSpace)
    source.mark(.name) { _ = $0.passWord() }
  }

  private static func isEnd(_ source: SourceScanner, _ character: UInt8, _ length: Int) -> Bool {
    let line = source.ahead(to: source.lineEnd)
    let run = line.prefix { $0 == character }.count
    return run >= length && line.dropFirst(run).allSatisfy(\.isBlankSpace)
  }
}
