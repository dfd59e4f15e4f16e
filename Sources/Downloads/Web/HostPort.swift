import Foundation

/// Where requests go: a host, and the port at which it listens.
public struct HostPort: Sendable, Hashable {
  /// The name of the host in lower case.
  public let host: String
  /// The port that the address names, or else that of its scheme.
  public let port: Int

  init(_ address: URL) {
    host = address.host?.lowercased() ?? ""
    port = address.port ?? (address.scheme?.lowercased() == "https" ? 443 : 80)
  }
}
