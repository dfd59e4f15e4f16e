/// "Figure 3. How the loss falls." The number leads to what it counts, for readers who want to cite it.
struct CaptionHTML: Sendable {
  /// "Figure" or "Table".
  let kind: String
  let caption: BlockView.Caption

  func write(into page: inout Markup) {
    if let number = caption.number {
      let isLink = caption.anchor != nil
      page.element(
        isLink ? "a" : "span", ["class": "number", "href": caption.anchor.map { "#\($0)" }],
        text: "\(kind) \(number).")
      if caption.text != nil { page.text(" ") }
    }
    if let text = caption.text { page.text(text) }
  }
}
