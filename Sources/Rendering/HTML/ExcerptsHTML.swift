import Execution

/// Texts of others with their telling words marked.
struct ExcerptsHTML: Sendable {
  let excerpts: [Excerpt]
  let languages: PageLanguages

  func write(into page: inout Markup) {
    page.element("ol", ["class": "excerpts", "lang": languages.output]) { list in
      for excerpt in excerpts {
        list.newline()
        list.element("li") { item in
          item.element("p", ["class": "title"], text: excerpt.title)
          // The text may be of any language and direction.
          item.element("blockquote", ["dir": "auto"]) { quote in
            for piece in excerpt.pieces {
              if piece.isMarked {
                quote.element("mark", text: piece.text)
              } else {
                quote.text(piece.text)
              }
            }
          }
        }
      }
    }
  }
}
