/// One line of text in a drawing.
struct TextMark: Sendable {
  /// Which point of the text lies at its position.
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  let text: String
  let position: Point
  let anchor: Anchor
  /// The class that gives size, weight and colour.
  let style: String

  init(_ text: String, at position: Point, _ anchor: Anchor = .start, style: String) {
    self.text = text
    self.position = position
    self.anchor = anchor
    self.style = style
  }

  func draw(into markup: inout Markup, colors: String? = nil) {
    markup.element(
      "text",
      [
        "class": style, "x": NumberText.coordinate(position.x),
        "y": NumberText.coordinate(position.y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue, "style": colors,
        "lang": markup.foreignWords?.language(of: text),
      ], text: text)
  }
}
