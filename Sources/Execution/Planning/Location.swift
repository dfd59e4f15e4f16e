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

  /// What a lesson has to write.
  public static var typeDescription: String { "a path or a source such as builtin:xor" }

  /// Text that keeps the folder it came from.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Location? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard let text = resolved.scalar?.text, !resolved.isMissing else {
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
    reader.noteLocation(node, of: entry)
    return Location(text: text, range: node.range, folder: resolved.folder)
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
  public var isWeb: Bool { Self.isWeb(text) }

  private static func isRemote(_ text: String) -> Bool { isWeb(text) || text.hasPrefix("hf:") }

  private static func isWeb(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// What reports show of a place: a path's last component, since folders are nobody's business.
  static func shown(_ text: String) -> String {
    isRemote(text) ? text : text.split(separator: "/").last.map(String.init) ?? text
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

  /// The last component of a path: all that results show of it.
  public var fileName: String { Self.shown(text) }

  /// The path of the file, for a lesson in a folder.
  public func path(lessonFolder: String) -> String {
    if text.hasPrefix("/") { return text }
    let base = folder ?? lessonFolder
    return base.isEmpty || base == "." ? text : base + "/" + text
  }
}

extension OptionReader {
  /// Remembers which parameters name places, since reports show a place by its last component only.
  mutating func noteLocation(_ node: YAMLNode, of entry: YAMLNode.Entry) {
    // An item of a list that a parameter has brought in does not name the parameter; the option does.
    for scalar in [node, entry.value].compactMap(\.scalar) {
      for case .parameter(let name, _) in ParameterText.pieces(of: scalar.text) {
        locationParameters.insert(name)
      }
    }
  }
}
