import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A report, read as the XML that it also is.
final class Report: NSObject, XMLParserDelegate {
  /// An element with its attributes and all the text within it.
  final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var text = ""

    init(name: String, attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// The words of its class attribute.
    var classes: Set<Substring> { Set((attributes["class"] ?? "").split(separator: " ")) }
  }

  let source: String
  /// All elements in the order of the page.
  private(set) var elements: [Element] = []
  /// What is said on the page in another language than English, in its order: texts, and names of elements for those who
  /// listen. Spaces around the texts are left out.
  private(set) var wordsBeyondEnglish: [String] = []
  private var open: [Element] = []
  private var languages: [String] = []
  private var characters = ""

  /// Fails unless the page is well-formed.
  init(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    source = html
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed, "line \(parser.lineNumber): \(String(describing: parser.parserError))",
      sourceLocation: sourceLocation)
  }

  /// The elements of a class.
  func elements(ofClass name: Substring) -> [Element] {
    elements.filter { $0.classes.contains(name) }
  }

  func elements(named name: String) -> [Element] {
    elements.filter { $0.name == name }
  }

  /// The texts of all elements of a name.
  func texts(of name: String) -> [String] {
    elements(named: name).map(\.text)
  }

  /// The element with an id.
  func element(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Element {
    let found = elements.filter { $0.attributes["id"] == id }
    #expect(found.count == 1, "elements with the id '\(id)'", sourceLocation: sourceLocation)
    return try #require(found.first, sourceLocation: sourceLocation)
  }

  /// Everything on the page that a browser would fetch or run.
  var outsideReferences: [String] {
    let fetching = elements.flatMap { element in
      element.attributes.filter { attribute, value in
        switch attribute.lowercased() {
        // A picture that the report carries within itself.
        case "src" where element.name == "img": !value.hasPrefix("data:image/")
        case "src", "srcset", "data", "poster", "action", "background", "xlink:href": true
        case "href": element.name != "a"
        case let name: name.hasPrefix("on") || value.lowercased().contains("javascript:")
        }
      }.map { "\(element.name) \($0.key)=\($0.value)" }
    }
    let active = ["script", "link", "iframe", "object", "embed", "base", "form"]
    let styles =
      texts(of: "style") + elements.compactMap { $0.attributes["style"] }
      + elements.compactMap { $0.attributes["fill"] }
    let loading = styles.filter { style in
      style.contains("@import")
        || style.matches(of: /url\(\s*["']?([^)]*)/).contains { !$0.1.hasPrefix("#") }
    }
    return fetching + elements.map(\.name).filter(active.contains) + loading
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    sayCharacters()
    let element = Element(name: name, attributes: attributes)
    elements.append(element)
    open.append(element)
    languages.append(attributes["lang"] ?? languages.last ?? "")
    for name in ["aria-label", "alt"] { say(attributes[name] ?? "") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    sayCharacters()
    open.removeLast()
    languages.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    for element in open { element.text += characters }
    if open.last?.name != "style" { self.characters += characters }
  }

  private func sayCharacters() {
    say(characters)
    characters = ""
  }

  private func say(_ words: String) {
    let words = words.trimmingCharacters(in: .whitespacesAndNewlines)
    let isEnglish = languages.last?.prefix(2) == "en"
    if !words.isEmpty, !isEnglish { wordsBeyondEnglish.append(words) }
  }
}
