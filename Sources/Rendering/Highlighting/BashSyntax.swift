/// The shell.
enum BashSyntax: Syntax {
  static let names = ["bash", "sh", "shell", "zsh", "console"]

  private static let keywords: Set<String> = [
    "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
    "local",
    "readonly", "return", "select", "set", "then", "unset", "until", "while",
  ]

  static func read(_ source: inout SourceScanner) {
    while let byte = source.next {
      switch byte {
      case UInt8(ascii: "#") where beginsWord(source): source.mark(.comment) { $0.passLine() }
      case UInt8(ascii: "'"):
        source.mark(.string) { $0.passQuoted(hasEscapes: false, spansLines: true) }
      case UInt8(ascii: "\""): source.mark(.string) { $0.passQuoted(spansLines: true) }
      case UInt8(ascii: "\\"): source.pass(2)
      case UInt8(ascii: "$"): readVariable(&source)
      case UInt8(ascii: "-") where beginsWord(source): readOption(&source)
      case let byte where byte.continuesWord: readWord(&source)
      default: source.pass()
      }
    }
  }

  private static func beginsWord(_ source: SourceScanner) -> Bool {
    guard let previous = source.previous else { return true }
    return previous.isBlankSpace || "\n;(|&".utf8.contains(previous)
  }

  /// `$name`, `${name}`, `$1` and the like; a dollar before anything else is only a dollar.
  private static func readVariable(_ source: inout SourceScanner) {
    let start = source.position
    source.pass()
    guard let byte = source.next else { return }
    if byte == UInt8(ascii: "{") {
      source.pass { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }
      if source.next == UInt8(ascii: "}") { source.pass() }
    } else if byte.continuesWord {
      source.pass(while: \.continuesWord)
    } else if "?!#@*$".utf8.contains(byte) {
      source.pass()
    } else {
      return
    }
    source.mark(.variable, from: start)
  }

  private static func readOption(_ source: inout SourceScanner) {
    let start = source.position
    source.pass { $0 == UInt8(ascii: "-") }
    guard source.next?.continuesWord == true else { return }
    source.pass { $0.continuesWord || $0 == UInt8(ascii: "-") }
    source.mark(.key, from: start)
  }

  /// Words of the language count where a word begins, and as a whole: `done.txt` and `x-if` are names of files.
  private static func readWord(_ source: inout SourceScanner) {
    let isFirst = beginsWord(source)
    let start = source.position
    let word = source.passWord()
    let isWhole = source.next.map { $0.isBlankSpace || "\n;)&|".utf8.contains($0) } ?? true
    guard isFirst, isWhole else { return }
    if keywords.contains(word) {
      source.mark(.keyword, from: start)
    } else if word.utf8.allSatisfy(\.isDigit) {
      source.mark(.number, from: start)
    }
  }
}
