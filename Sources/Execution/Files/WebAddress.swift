/// An address on the web as text, which need not lead anywhere: what may be shown of it, and what is secret.
public struct WebAddress: Sendable {
  /// The address without what may be secret: who asks, which stands before the host, and what is asked for, which stands
  /// behind the path and is often signed.
  public let shown: String
  /// The part of the text that lets whoever knows it be the user whom the address names: the password, or the name alone where
  /// there is no password. Empty if the address names nobody.
  public let credential: Substring

  /// Takes an address apart; nil for a text that begins as none of http or https does.
  public init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let authority = Self.authority(of: rest)
    let path = rest[authority.endIndex...].prefix { !"?#".contains($0) }
    let user = authority[..<(authority.lastIndex(of: "@") ?? authority.startIndex)]
    let host = authority[user.endIndex...].drop { $0 == "@" }
    let hasQuery = rest[path.endIndex...].first == "?"
    shown = scheme + host + path + (hasQuery ? "?…" : "")
    let name = user.prefix { $0 != ":" }
    let password = user[name.endIndex...].dropFirst()
    credential = password.isEmpty ? name : password
  }

  /// What stands before the path. A password with a slash in it, which no address can have, belongs to it nevertheless: who
  /// mistypes a secret does not want it to be shown.
  private static func authority(of rest: Substring) -> Substring {
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.contains("@"), let colon = authority.lastIndex(of: ":"),
      !authority[authority.index(after: colon)...].allSatisfy(\.isWholeNumber),
      let sign = rest.lastIndex(of: "@")
    else { return authority }
    let end = rest[sign...].firstIndex { "/?#".contains($0) } ?? rest.endIndex
    return rest[..<end]
  }
}
