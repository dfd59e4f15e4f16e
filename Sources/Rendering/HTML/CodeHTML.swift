/// Source code that is there to be read: the body of a block, or a code block of the prose.
struct CodeHTML: Sendable {
  let source: String
  /// The name of its language; nil for text in none.
  let language: String?
  /// The language of its words, if it is another than that of the words around.
  var wordLanguage: String?

  /// More columns than this do not fit on a phone: the box scrolls there, by keyboard too.
  private static let mostColumns = 32

  func write(into page: inout Markup) {
    let isWide = source.split(separator: "\n").contains { $0.count > Self.mostColumns }
    page.element("pre", ["tabindex": isWide ? "0" : nil, "lang": wordLanguage]) { pre in
      pre.element("code") { HighlightedCode(source, language: language ?? "").write(into: &$0) }
    }
  }
}

extension CodeHTML {
  /// A code block of the prose. The language "{train spam}" is that of a block which is shown only.
  static func html(_ text: String, language: String?) -> String {
    var page = Markup()
    let lines = text.hasSuffix("\n") ? String(text.dropLast()) : text
    if let language, language.hasPrefix("{") {
      let words = language.split { " {}".contains($0) }.map(String.init)
      page.element("div", ["class": PaperLength.classOfSource(lines)]) { page in
        page.element("p", ["class": "header"]) {
          HeaderHTML(command: words.first ?? "", name: words.dropFirst().first).write(into: &$0)
        }
        CodeHTML(source: lines, language: "yaml").write(into: &page)
      }
    } else {
      CodeHTML(source: lines, language: language).write(into: &page)
    }
    return page.text
  }
}

/// What a block is called: its command, and the name of what it makes.
struct HeaderHTML: Sendable {
  let command: String
  let name: String?

  func write(into page: inout Markup) {
    page.element("span", ["class": "command"], text: command)
    guard let name else { return }
    page.text(" ")
    page.element("span", ["class": "name"], text: name)
  }
}
