/// JSON, and JSON lines.
enum JSONSyntax: Syntax {
  static let names = ["json", "jsonl", "jsonc", "ndjson"]

  private static let constants: Set<String> = ["true", "false", "null"]

  static func read(_ source: inout SourceScanner) {
    while let byte = source.next {
      switch byte {
      case UInt8(ascii: "\""): readString(&source)
      case UInt8(ascii: "/") where source.isAt("//"): source.mark(.comment) { $0.passLine() }
      case UInt8(ascii: "-") where source.byte(ahead: 1)?.isDigit == true: readNumber(&source)
      case let byte where byte.continuesWord: readWord(&source)
      default: source.pass()
      }
    }
  }

  /// A string is a key if a colon follows.
  private static func readString(_ source: inout SourceScanner) {
    let start = source.position
    source.passQuoted()
    source.mark(source.nextVisible == UInt8(ascii: ":") ? .key : .string, from: start)
  }

  private static func readNumber(_ source: inout SourceScanner) {
    let start = source.position
    source.pass()
    source.passNumber()
    source.mark(.number, from: start)
  }

  private static func readWord(_ source: inout SourceScanner) {
    if source.markNumber() { return }
    let start = source.position
    if constants.contains(source.passWord()) { source.mark(.constant, from: start) }
  }
}
