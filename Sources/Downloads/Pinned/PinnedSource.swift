import Foundation

/// A file on the web, pinned by its digest: `https://…` with `sha256:`.
public struct PinnedSource: Sendable, Equatable {
  /// Where the file is.
  public let address: URL
  /// 64 hexadecimal digits, lower case.
  public let sha256: String

  /// An address of a file and its digest; nil if the address is none on the web, or the digest is not 64 hexadecimal
  /// digits.
  public init?(_ address: String, sha256: String) {
    guard let url = URL(string: address), url.isOnWeb,
      case .sha256(let digits)? = Digest(etag: sha256.lowercased())
    else { return nil }
    self.address = url
    self.sha256 = digits
  }

  /// The last component of the address.
  public var fileName: String {
    let name = address.lastPathComponent
    return name.isEmpty || name == "/" ? (address.host ?? "file") : name
  }
}
