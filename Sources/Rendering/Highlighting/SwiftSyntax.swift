/// Swift.
enum SwiftSyntax: Syntax {
  static let names = ["swift"]

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
    "class",
    "consuming", "continue", "convenience", "default", "defer", "deinit", "do", "else", "enum",
    "extension",
    "fallthrough", "fileprivate", "final", "for", "func", "get", "guard", "if", "import", "in",
    "indirect",
    "init", "inout", "internal", "is", "lazy", "let", "mutating", "nonisolated", "nonmutating",
    "open",
    "operator", "override", "package", "private", "protocol", "public", "repeat", "required",
    "rethrows",
    "return", "self", "Self", "set", "some", "static", "struct", "subscript", "super", "switch",
    "throw",
    "throws", "try", "typealias", "unowned", "var", "weak", "where", "while",
  ]
  private static let constants: Set<String> = ["true", "false", "nil"]
  private static let defining: Set<String> = [
    "actor", "class", "enum", "func", "protocol", "struct", "typealias",
  ]

  static func read(_ source: inout SourceScanner) {
    var definesNext = false
    while let byte = source.next {
      switch byte {
      case UInt8(ascii: "/") where source.isAt("//"): source.mark(.comment) { $0.passLine() }
      case UInt8(ascii: "/") where source.isAt("/*"): source.mark(.comment, passBlockComment)
      case UInt8(ascii: "\""): source.mark(.string) { passString(&$0, hashes: 0) }
      case UInt8(ascii: "#"): readHash(&source)
      case UInt8(ascii: "@"):
        source.mark(.keyword) { source in
          source.pass()
          source.pass(while: \.continuesWord)
        }
      case let byte where byte.continuesWord:
        definesNext = readWord(&source, isDefined: definesNext)
      default: source.pass()
      }
    }
  }

  /// Reads a number, a name or a keyword. Returns whether the next word is defined.
  private static func readWord(_ source: inout SourceScanner, isDefined: Bool) -> Bool {
    if source.markNumber() { return false }
    let isMember = source.previous == UInt8(ascii: ".")
    let start = source.position
    let word = source.passWord()
    if isMember { return false }
    if isDefined {
      source.mark(.name, from: start)
    } else if keywords.contains(word) {
      source.mark(.keyword, from: start)
    } else if constants.contains(word) {
      source.mark(.constant, from: start)
    }
    return !isDefined && defining.contains(word)
  }

  /// Number signs open a raw string, a directive or a macro.
  private static func readHash(_ source: inout SourceScanner) {
    let start = source.position
    source.pass { $0 == UInt8(ascii: "#") }
    if source.next == UInt8(ascii: "\"") {
      passString(&source, hashes: source.position - start)
      source.mark(.string, from: start)
    } else {
      source.pass(while: \.continuesWord)
      source.mark(.keyword, from: start)
    }
  }

  /// Comments between `/*` and `*/` hold others.
  private static func passBlockComment(_ source: inout SourceScanner) {
    var depth = 0
    while !source.isAtEnd {
      if source.isAt("/*") {
        depth += 1
        source.pass(2)
      } else if source.isAt("*/") {
        depth -= 1
        source.pass(2)
        if depth == 0 { return }
      } else {
        source.pass()
      }
    }
  }

  /// Passes a string with what is set into it by `\(…)`, of which only the parentheses are counted.
  private static func passString(_ source: inout SourceScanner, hashes: Int) {
    let quotes = source.isAt("\"\"\"") ? 3 : 1
    source.pass(quotes)
    var depth = 0
    while let byte = source.next, quotes == 3 || byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "\\") where isRun(of: "#", hashes, in: source, behind: 1):
        source.pass(1 + hashes)
        if source.next == UInt8(ascii: "("), depth == 0 { depth = 1 }
        if quotes == 3 || source.next != UInt8(ascii: "\n") { source.pass() }
      case UInt8(ascii: "("):
        if depth > 0 { depth += 1 }
        source.pass()
      case UInt8(ascii: ")"):
        if depth > 0 { depth -= 1 }
        source.pass()
      case UInt8(ascii: "\"")
      where depth == 0 && isRun(of: "\"", quotes, in: source, behind: 0)
        && isRun(of: "#", hashes, in: source, behind: quotes):
        source.pass(quotes + hashes)
        return
      default: source.pass()
      }
    }
  }

  /// Whether some equal bytes stand a little behind the next one.
  private static func isRun(
    of byte: Unicode.Scalar, _ count: Int, in source: SourceScanner, behind start: Int
  ) -> Bool {
    (0..<count).allSatisfy { source.byte(ahead: start + $0) == UInt8(ascii: byte) }
  }
}
