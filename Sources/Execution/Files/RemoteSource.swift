/// A source such as `hf:owner/name` or `https://…`, as a lesson writes it.
public struct RemoteSource: Sendable, Hashable {
  /// What is written.
  public let text: String
  /// The digest that the lesson pins it with, 64 hexadecimal digits in lower case.
  public let sha256: String?

  /// A source, pinned or not.
  public init(text: String, sha256: String? = nil) {
    self.text = text
    self.sha256 = sha256?.lowercased()
  }
}
