/// A drawing with its caption; a wide one scrolls in its own box.
struct DrawingHTML: Sendable {
  let svg: String
  let caption: BlockView.Caption?
  /// What the drawing is called, for a caption without words of the author.
  let title: String
  let languages: PageLanguages

  func write(into page: inout Markup) {
    page.element("figure", ["id": caption?.anchor]) { page in
      page.newline()
      let label = caption?.number.map { "Figure \($0)" } ?? "Figure"
      page.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
      ) { $0.markup(svg) }
      page.newline()
      if let caption, caption.number != nil || caption.html != nil {
        page.element("figcaption") {
          CaptionHTML(kind: "Figure", caption: caption, title: title, languages: languages)
            .write(into: &$0)
        }
      }
    }
  }
}
