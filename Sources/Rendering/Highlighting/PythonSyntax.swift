/// Python.
enum PythonSyntax: Syntax {
  static let names = ["python", "py", "python3", "pycon"]

  private static let keywords: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not",
    "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
  private static let constants: Set<String> = ["True", "False", "None"]
  private static let stringPrefixes: Set<String> = [
    "b", "br", "f", "fr", "r", "rb", "rf", "t", "tr", "rt", "u",
  ]

  static func read(_ source: inout SourceScanner) {
    var definesNext = false
    while let byte = source.next {
      switch byte {
      case UInt8(ascii: "#"): source.mark(.comment) { $0.passLine() }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): source.mark(.string) { passString(&$0) }
      case UInt8(ascii: "@") where isFirstOnLine(source):
        source.mark(.keyword) { source in
          source.pass()
          source.pass { $0.continuesWord || $0 == UInt8(ascii: ".") }
        }
      case let byte where byte.continuesWord:
        definesNext = readWord(&source, isDefined: definesNext)
      default: source.pass()
      }
    }
  }

  private static func isFirstOnLine(_ source: SourceScanner) -> Bool {
    source.isAtLineStart || source.previous?.isBlankSpace == true
  }

  /// Reads a number, a name, a keyword or a string with letters before it. Returns whether the next word is defined.
  private static func readWord(_ source: inout SourceScanner, isDefined: Bool) -> Bool {
    if source.markNumber() { return false }
    let start = source.position
    let word = source.passWord()
    if source.next == UInt8(ascii: "\"") || source.next == UInt8(ascii: "'"),
      stringPrefixes.contains(word.lowercased())
    {
      passString(&source)
      source.mark(.string, from: start)
    } else if keywords.contains(word) {
      source.mark(.keyword, from: start)
    } else if constants.contains(word) {
      source.mark(.constant, from: start)
    } else if isDefined {
      source.mark(.name, from: start)
    }
    return word == "def" || word == "class"
  }

  /// A backslash keeps the quote behind it from ending the string, in raw strings too.
  private static func passString(_ source: inout SourceScanner) {
    let isLong = source.isAt("\"\"\"") || source.isAt("'''")
    source.passQuoted(length: isLong ? 3 : 1, spansLines: isLong)
  }
}
