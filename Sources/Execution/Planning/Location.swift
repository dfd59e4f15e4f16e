import Notebook

/// Where data comes from, as a lesson writes it: a path, or a scheme such as `builtin:emails`.
///
/// A relative path starts from the folder it was written for: the lesson's, or, for a parameter's value, the
/// folder that the parameter was given in.
public struct Location: OptionValue {
  /// What is written, parameters put in.
  public var text: String
  /// Where it is written.
  public var range: SourceRange
  private var folder: String?
  /// Whether whoever reads the lesson can be the user whom the address names. What was given from outside nobody reads there.
  public let exposesCredential: Bool

  /// What a lesson has to write.
  public static var typeDescription: String { "a path or a source such as builtin:xor" }

  /// Text that keeps the folder it came from.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Location? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard let text = resolved.text else {
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
    reader.noteLocation(text, of: node, entry)
    return Location(
      text: text, range: node.range, folder: resolved.folder,
      exposesCredential: reader.lesson(hasCredentialOf: text, writtenAs: node))
  }

  /// The text.
  public var written: String? { text }

  /// Whether this is a path, and no source with a scheme such as `builtin:xor`.
  var isFile: Bool {
    guard let colon = text.firstIndex(of: ":") else { return true }
    return text[..<colon].contains("/")
  }

  /// Whether the data are elsewhere: on the hub (`hf:owner/name`) or the web (`https://…`).
  public var isRemote: Bool { Self.isRemote(text) }

  /// Whether the data are a file on the web.
  public var isWeb: Bool { WebAddress(text) != nil }

  private static func isRemote(_ text: String) -> Bool {
    WebAddress(text) != nil || text.hasPrefix("hf:")
  }

  /// What reports show of a place: a path's last component, since folders are nobody's business, and of an address what
  /// everybody may know.
  static func shown(_ text: String) -> String {
    if let address = WebAddress(text) { return address.shown }
    return isRemote(text) ? text : text.split(separator: "/").last.map(String.init) ?? text
  }

  /// What reports show of a parameter that is a place, or a list of places.
  static func shown(_ node: YAMLNode) -> YAMLNode {
    var shown = node
    switch node.content {
    case .scalar(let scalar):
      shown.content = .scalar(.init(Self.shown(scalar.text), isQuoted: true))
    case .sequence(let items): shown.content = .sequence(items.map { Self.shown($0) })
    case .mapping: break
    }
    return shown
  }

  /// What reports and messages show of it: of a path the last component.
  public var shown: String { Self.shown(text) }

  /// The path of the file, for a lesson in a folder.
  public func path(lessonFolder: String) -> String {
    if text.hasPrefix("/") { return text }
    let base = folder ?? lessonFolder
    return base.isEmpty || base == "." ? text : base + "/" + text
  }
}

extension OptionReader {
  /// Whether the lesson itself has some of the secret of an address, be it in a parameter's default.
  ///
  /// - Parameters:
  ///   - text: the address, parameters put in.
  ///   - node: the same as it is written.
  fileprivate func lesson(hasCredentialOf text: String, writtenAs node: YAMLNode) -> Bool {
    guard let secret = WebAddress(text)?.credential else { return false }
    var start = text.startIndex
    for piece in ParameterText.pieces(of: node.scalar?.text ?? "") {
      let (part, folder) = origin(of: piece, in: node)
      let end = text.utf8.index(start, offsetBy: part.utf8.count)
      if folder == nil, max(start, secret.startIndex) < min(end, secret.endIndex) { return true }
      start = end
    }
    return false
  }

  /// The text of a piece of a node, and the folder that it was given in; nil for the lesson's own.
  private func origin(
    of piece: ParameterText.Piece, in node: YAMLNode
  ) -> (text: String, folder: String?) {
    switch piece {
    case .text(let text): (text, node.folder)
    case .parameter(let name, _):
      (parameters[name]?.scalar?.text ?? "", parameters[name]?.folder)
    }
  }

  /// Remembers which parameters name places, since reports do not show all of a place.
  fileprivate mutating func noteLocation(_ text: String, of node: YAMLNode, _ entry: YAMLNode.Entry)
  {
    // An item of a list that a parameter has brought in does not name the parameter; the option does.
    for scalar in [node, entry.value].compactMap(\.scalar) {
      locationParameters.note(scalar.text, meaning: text, with: parameters)
    }
  }
}
