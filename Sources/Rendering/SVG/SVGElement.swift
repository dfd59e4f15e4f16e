/// The element around a drawing: its size, its words, and its stylesheet if it is to stand alone.
struct SVGElement: Sendable {
  let title: String
  /// The language of the title, if it is another than that of the words around.
  var titleLanguage: String?
  let description: String
  let size: Size
  /// The start of all ids in the drawing.
  let identifier: String
  /// The language of the description, if it is another than that of the words around.
  let language: String?
  /// Whether parts of the drawing take the focus: then it is a group of them, since an image has no parts to a screen
  /// reader.
  var takesFocus = false

  func text(stylesheet: String?, content: String) -> String {
    var markup = Markup()
    let width = NumberText.coordinate(size.width)
    // Narrower than this its words are too small to read: then it scrolls.
    let leastWidth = NumberText.coordinate((size.width * 0.77).rounded())
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "drawing",
        "role": takesFocus ? "group" : "img",
        "viewBox": "0 0 \(width) \(NumberText.coordinate(size.height))", "width": "100%",
        "style": "--natural-width:\(width)px;--least-width:\(leastWidth)px",
        "aria-labelledby": "\(identifier)-title \(identifier)-desc",
      ]
    ) {
      $0.element("title", ["id": "\(identifier)-title", "lang": titleLanguage], text: title)
      $0.element("desc", ["id": "\(identifier)-desc", "lang": language], text: description)
      if let stylesheet { $0.element("style") { $0.markup(stylesheet) } }
      $0.newline()
      $0.markup(content)
    }
    return markup.text
  }
}
