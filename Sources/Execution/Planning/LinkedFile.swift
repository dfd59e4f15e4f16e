/// A file beside the lesson that a link leads to, as a report carries it within itself.
public struct LinkedFile: Sendable, Equatable {
  /// Its name without folders.
  public var name: String
  /// All of it.
  public var bytes: [UInt8]
}
