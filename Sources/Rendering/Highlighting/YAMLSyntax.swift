/// YAML, and the bodies of Lectern's blocks: with their cell options (`#|`) and parameters (`$name`).
enum YAMLSyntax: Syntax {
  static let names = ["yaml", "yml"]

  static func read(_ source: inout SourceScanner) {
    var lines = YAMLLines()
    while !source.isAtEnd { lines.readLine(of: &source) }
  }
}

/// Reads YAML line by line, and knows what goes on from one line to the next.
struct YAMLLines {
  /// How many brackets are open.
  private var depth = 0
  /// The indentation of the line whose value is the text below it (`|` or `>`).
  private var textIndentation: Int?

  private static let constants: Set<String> = [
    "true", "false", "null", "~", ".inf", "-.inf", ".nan",
  ]

  /// Reads one line with its line feed.
  mutating func readLine(of source: inout SourceScanner) {
    let start = source.position
    source.pass { $0 == UInt8(ascii: " ") }
    let indentation = source.position - start
    if goesOnWithText(source, indentation) {
      source.mark(.string) { $0.passLine() }
    } else if source.isAt("#|") {
      source.mark(.comment) { $0.pass(2) }
      source.pass(while: \.isBlankSpace)
      readEntry(&source, indentation)
    } else if indentation == 0, source.isAt("---") || source.isAt("...") {
      source.mark(.comment) { $0.passLine() }
    } else {
      readEntry(&source, indentation)
    }
    source.pass()
  }

  /// Whether the line belongs to the text that a line above has begun.
  private mutating func goesOnWithText(_ source: SourceScanner, _ indentation: Int) -> Bool {
    guard let parent = textIndentation else { return false }
    if indentation > parent || source.next == nil || source.next == UInt8(ascii: "\n") {
      return true
    }
    textIndentation = nil
    return false
  }

  /// Reads the line's markers of items, its key and its value.
  private mutating func readEntry(_ source: inout SourceScanner, _ indentation: Int) {
    while depth == 0, source.next == UInt8(ascii: "-"),
      source.byte(ahead: 1)?.continuesScalar != true
    {
      source.pass()
      source.pass(while: \.isBlankSpace)
    }
    if depth == 0 { readKey(&source) }
    while let byte = source.next, byte != UInt8(ascii: "\n") {
      readValue(&source, byte, indentation)
    }
  }

  private func readKey(_ source: inout SourceScanner) {
    guard let length = lengthOfKey(source) else { return }
    source.mark(.key) { $0.pass(length) }
  }

  /// How long the key is that the line goes on with: what stands before a colon and a blank.
  private func lengthOfKey(_ source: SourceScanner) -> Int? {
    let line = source.ahead(to: source.lineEnd)
    guard let first = line.first, !"[{#\"'|>&*!".utf8.contains(first) || first == UInt8(ascii: "\"")
    else { return nil }
    var previous: UInt8 = 0
    var isQuoted = false
    for (offset, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\""), first == byte { isQuoted.toggle() }
      if byte == UInt8(ascii: "#"), previous.isBlankSpace, !isQuoted { return nil }
      if byte == UInt8(ascii: ":"), !isQuoted,
        source.byte(ahead: offset + 1)?.continuesScalar != true
      {
        return offset
      }
      previous = byte
    }
    return nil
  }

  /// Reads one piece of a value.
  private mutating func readValue(
    _ source: inout SourceScanner, _ byte: UInt8, _ indentation: Int
  ) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): source.pass(while: \.isBlankSpace)
    case UInt8(ascii: "#") where source.previous?.continuesScalar != true:
      source.mark(.comment) { $0.passLine() }
    case UInt8(ascii: "\""): source.mark(.string) { $0.passQuoted() }
    case UInt8(ascii: "'"): source.mark(.string) { $0.passQuoted(hasEscapes: false) }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      source.pass()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      source.pass()
    case UInt8(ascii: ","), UInt8(ascii: ":"): source.pass()
    case UInt8(ascii: "|") where depth == 0, UInt8(ascii: ">") where depth == 0:
      if isTextMarker(source) { textIndentation = indentation }
      readScalar(&source)
    default: readScalar(&source)
    }
  }

  /// Whether nothing but the marker of a text stands in what is left of the line.
  private func isTextMarker(_ source: SourceScanner) -> Bool {
    source.ahead(to: source.lineEnd).dropFirst().allSatisfy {
      $0.isDigit || $0.isBlankSpace || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
  }

  /// Reads an unquoted scalar to its end.
  private func readScalar(_ source: inout SourceScanner) {
    var length = 0
    var visibleLength = 0
    while let byte = source.byte(ahead: length), byte != UInt8(ascii: "\n") {
      if depth > 0, length > 0, ",[]{}".utf8.contains(byte) { break }
      if depth > 0, length > 0, byte == UInt8(ascii: ":"),
        source.byte(ahead: length + 1)?.continuesScalar != true
      {
        return source.mark(.key) { $0.pass(length) }
      }
      if byte == UInt8(ascii: "#"), length > visibleLength { break }
      length += 1
      if byte.continuesScalar { visibleLength = length }
    }
    mark(&source, to: source.position + max(visibleLength, 1))
  }

  private func mark(_ source: inout SourceScanner, to end: Int) {
    let text = String(decoding: source.ahead(to: end), as: UTF8.self)
    if Self.constants.contains(text) {
      source.mark(.constant) { $0.pass(to: end) }
    } else if text.utf8.contains(where: \.isDigit), Double(text) != nil {
      source.mark(.number) { $0.pass(to: end) }
    } else {
      readParameters(&source, to: end)
    }
  }

  /// Marks `$name` and `${name}` in a scalar; two dollars are one, and name nothing.
  private func readParameters(_ source: inout SourceScanner, to end: Int) {
    while source.position < end {
      if source.isAt("$$") {
        source.pass(2)
      } else if source.next == UInt8(ascii: "$") {
        let start = source.position
        source.pass()
        if source.next == UInt8(ascii: "{") {
          source.pass { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }
          if source.next == UInt8(ascii: "}") { source.pass() }
        } else {
          source.pass(while: \.continuesWord)
        }
        source.mark(.variable, from: start)
      } else {
        source.pass()
      }
    }
  }
}

extension UInt8 {
  /// Whether the byte belongs to the scalar or key that it stands in, unlike the blanks at its end.
  fileprivate var continuesScalar: Bool { !isBlankSpace && self != UInt8(ascii: "\n") }
}
