import Crypto

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

  /// A file, by its name without folders and its contents.
  public init(fileName: String, contents: [UInt8]) {
    let hexadecimal = Array("0123456789abcdef")
    let digest = SHA256.hash(data: contents)
    let digits = digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }
    self.init(name: fileName, sha256: String(digits))
  }
}
