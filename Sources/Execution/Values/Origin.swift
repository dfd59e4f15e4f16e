/// Where a value, or a part of it, comes from: what a report tells those who want the same one.
public struct Origin: Sendable, Equatable {
  /// What is read or made, such as a file's name.
  public var name: String
  /// The SHA-256 of its bytes, 64 hexadecimal digits; nil if they are not those of one file.
  public var sha256: String?
  /// The part of the value that comes from it, such as "labels"; nil for all that has no origin of its own.
  public var part: String?

  /// An origin of a value.
  public init(name: String, sha256: String? = nil, part: String? = nil) {
    self.name = name
    self.sha256 = sha256
    self.part = part
  }
}
