import Execution

/// A figure with its caption, and its numbers as a table in a fold.
struct FigureHTML: Sendable {
  let figure: Figure
  let caption: BlockView.Caption?
  /// The start of the ids within the drawing.
  let identifier: String

  func write(into page: inout Markup) {
    page.element("figure", ["id": caption?.anchor]) { page in
      page.newline()
      let label = caption?.number.map { "Figure \($0)" } ?? "Figure"
      page.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
      ) {
        $0.markup(
          FigureSVG(figure, identifier: identifier, alternativeText: caption?.alternativeText).text)
      }
      page.newline()
      if let caption, caption.number != nil || caption.text != nil {
        page.element("figcaption") {
          CaptionHTML(kind: "Figure", caption: caption).write(into: &$0)
        }
      }
    }
    page.newline()
    page.element("details", ["class": "numbers"]) {
      $0.element("summary", text: "The numbers")
      TableHTML(table: FigureTable.table(of: figure), caption: nil).write(into: &$0)
    }
  }
}
