/// Where data come from, for the report; folders, clocks and hosts are no part of it.
public struct DataSource: Sendable, Equatable, Codable {
  /// A file beside that of the examples.
  public struct File: Sendable, Equatable, Codable {
    /// The last component of its path.
    public let name: String
    /// Of its bytes, 64 hexadecimal digits.
    public let sha256: String

    /// A file that has been read.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// The last component of a file's path, `builtin:NAME`, or `inline`.
  public let name: String
  /// Of a file's bytes, 64 hexadecimal digits.
  public let sha256: String?
  /// The seed of a data set that brings its own.
  public let seed: UInt32?
  /// The file with the labels, if they have one of their own.
  public let labels: File?

  /// A source that is known already.
  public init(name: String, sha256: String? = nil, seed: UInt32? = nil, labels: File? = nil) {
    self.name = name
    self.sha256 = sha256
    self.seed = seed
    self.labels = labels
  }
}
