/// What was made of a file, and what names the bytes that it was made of.
public struct ParsedFile<Value: Sendable>: Sendable {
  /// What was made of them.
  public let value: Value
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public let sha256: String
}
