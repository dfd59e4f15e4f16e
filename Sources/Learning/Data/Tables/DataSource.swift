/// Where data come from, for the report; folders, clocks and hosts are no part of it.
public struct DataSource: Sendable, Equatable, Codable {
  /// The last component of a file's path, `builtin:NAME`, or `inline`.
  public let name: String
  /// Of a file's bytes, 64 hexadecimal digits.
  public let sha256: String?
  /// The seed of a data set that brings its own.
  public let seed: UInt32?

  /// A source that is known already.
  public init(name: String, sha256: String? = nil, seed: UInt32? = nil) {
    self.name = name
    self.sha256 = sha256
    self.seed = seed
  }
}
