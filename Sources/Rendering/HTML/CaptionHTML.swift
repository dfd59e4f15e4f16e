/// "Figure 3. How the loss falls."
struct CaptionHTML: Sendable {
  /// "Figure" or "Table".
  let kind: String
  let caption: BlockView.Caption

  func write(into page: inout Markup) {
    if let number = caption.number {
      page.element("span", ["class": "number"], text: "\(kind) \(number).")
      if caption.text != nil { page.text(" ") }
    }
    if let text = caption.text { page.text(text) }
  }
}
