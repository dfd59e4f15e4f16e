import Notebook

/// A drawing with its caption; a wide one scrolls in its own box.
struct DrawingHTML: Sendable {
  let svg: String
  let caption: BlockView.Caption?
  /// What the drawing is called, for a caption without words of the author.
  let title: String
  /// Whether the author has called it so.
  var isTitleOfAuthor = false
  /// What names its lines where it scrolls; nil for nothing.
  var names: LineNamesHTML?
  let languages: PageLanguages

  func write(into page: inout Markup) {
    page.element("figure", ["id": caption?.anchor]) { page in
      page.newline()
      let label = languages.words.prose.name(of: .figure, caption?.number)
      page.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
      ) { writeDrawing(into: &$0) }
      page.newline()
      names?.write(into: &page)
      if let caption, caption.number != nil || caption.html != nil {
        page.element("figcaption") {
          CaptionHTML(
            kind: .figure, caption: caption, title: title, isTitleOfAuthor: isTitleOfAuthor,
            languages: languages
          ).write(into: &$0)
        }
      }
    }
  }

  /// The box around the drawing has a name in the page's language.
  private func writeDrawing(into box: inout Markup) {
    guard let language = languages.output else { return box.markup(svg) }
    box.element("div", ["lang": language]) { $0.markup(svg) }
  }
}

extension BlockView.Caption {
  /// Whether the drawing's title stands in the caption, which has no words of the author: then not above the drawing, too.
  var takesTitle: Bool { number != nil && html == nil }
}
