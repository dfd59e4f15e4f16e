import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of a document, if it is well-formed XML.
final class Elements: NSObject, XMLParserDelegate {
  /// The attributes of each element under its name, in the order of the text.
  private(set) var all: [(name: String, attributes: [String: String])] = []
  /// The character data between all tags.
  private(set) var text = ""

  /// nil when the text is not well-formed.
  init?(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    all.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text += characters
  }

  /// The values of an attribute on elements of a name.
  func values(_ attribute: String, of name: String) -> [String] {
    all.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  /// Attributes that hold a number which is none, wherever in a path or a list of coordinates it stands.
  var attributesThatAreNotFinite: [String] {
    all.flatMap { element in
      element.attributes
        .filter { $0.value.contains(/(?i)(^|[^a-z])[a-z]?-?(nan|inf|infinity)($|[^a-z])/) }
        .map { "\(element.name) \($0.key)=\($0.value)" }
    }
  }
}
