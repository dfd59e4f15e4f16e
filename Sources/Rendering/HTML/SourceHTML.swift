/// A block's options with keys and comments told apart.
struct SourceHTML: Sendable {
  let source: String

  func write(into page: inout Markup) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { page.newline() }
      write(line, into: &page)
    }
  }

  private func write(_ line: Substring, into page: inout Markup) {
    let (code, comment) = Self.comment(of: line)
    let start = code.firstIndex { $0 != " " && $0 != "-" } ?? code.endIndex
    let key = code[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let rest = code[key.endIndex...]
    if !key.isEmpty, rest.first == ":", rest.dropFirst().first.map({ $0 == " " }) ?? true {
      page.text(String(code[..<start]))
      page.element("span", ["class": "key"], text: String(key))
      page.text(String(rest))
    } else {
      page.text(String(code))
    }
    if !comment.isEmpty { page.element("span", ["class": "comment"], text: String(comment)) }
  }

  /// A line cut in two before the "#" that begins a comment: one at the start of the line or after a
  /// blank, and not within quotes.
  private static func comment(of line: Substring) -> (code: Substring, comment: Substring) {
    var quote: Character?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#", previous == " " {
        return (line[..<index], line[index...])
      }
      previous = character
    }
    return (line, "")
  }
}
