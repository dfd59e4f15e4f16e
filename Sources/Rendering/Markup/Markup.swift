/// Writes elements of XML and HTML: every text and attribute is escaped, every tag is closed.
///
/// The text it makes is well-formed XML and valid HTML at once, so figures and pages share it.
package struct Markup {
  /// Names and values in the order they are written; an attribute without a value is left out.
  package typealias Attributes = KeyValuePairs<String, String?>

  /// What has been written so far.
  package private(set) var text = ""
  /// Words of a drawing in another language than those around them; nil for none.
  var foreignWords: ForeignWords?

  package init() {}

  /// Writes an element around the markup that `content` writes.
  package mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes an element around text.
  package mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element without content.
  package mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
    open(name, attributes)
    text += "/>"
  }

  /// Writes text, escaped.
  package mutating func text(_ text: String) {
    self.text += text.escapedForMarkup
  }

  /// Writes markup as it is. The caller vouches for it.
  package mutating func markup(_ markup: String) {
    text += markup
  }

  /// Ends the line, so that a difference between two reports is readable.
  package mutating func newline() {
    text += "\n"
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    for (attribute, value) in attributes {
      guard let value else { continue }
      text += " \(attribute)=\"\(value.escapedForMarkup)\""
    }
  }
}
