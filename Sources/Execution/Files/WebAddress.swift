/// An address on the web as text, which need not lead anywhere: what may be shown of it, and what is secret.
public struct WebAddress: Sendable {
  /// The address without what may be secret: who asks, which stands before the host, and what is asked for, which stands
  /// behind the path and is often signed.
  public let shown: String
  /// Whether it says who asks: a user, and most likely a password.
  public let hasCredentials: Bool

  /// Takes an address apart; nil for a text that begins as none of http or https does.
  public init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    let path = rest[authority.endIndex...].prefix { !"?#".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let hasQuery = rest[path.endIndex...].first == "?"
    shown = scheme + host + path + (hasQuery ? "?…" : "")
    hasCredentials = host.count < authority.count
  }
}
