/// A stretch of a lesson's text, as offsets in its UTF-8 bytes.
public struct SourceRange: Sendable, Hashable, Codable {
  /// The first byte.
  public var lower: Int
  /// The byte behind the last one.
  public var upper: Int

  /// The bytes from `lower` up to, and without, `upper`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// Whether all of another range lies in this one.
  public func contains(_ other: SourceRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
}
