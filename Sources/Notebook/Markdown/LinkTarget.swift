/// What a link leads to, where a lesson can know that.
public enum LinkTarget: Sendable, Equatable {
  /// A place on the same page, by its anchor.
  case place(String)
  /// Another lesson in the same folder: the name of its file, and what the link has behind that, such as "#softmax".
  case lesson(file: String, rest: String)
  /// Any other file: its path from the lesson's folder.
  case file(String)
}

extension LinkTarget {
  /// The ending of lessons' files.
  public static let lessonEnding = ".md"
}

extension Prose.Link {
  /// What the link leads to; nil for addresses.
  public var target: LinkTarget? {
    guard Address.isRelative(destination) else { return nil }
    if destination.hasPrefix("#") { return .place(String(destination.dropFirst())) }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    if path.isEmpty { return nil }
    let file = path.hasPrefix("./") ? path.dropFirst(2) : path
    guard file.hasSuffix(LinkTarget.lessonEnding), !file.contains("/") else {
      return .file(String(path))
    }
    return .lesson(file: String(file), rest: String(destination[path.endIndex...]))
  }
}
