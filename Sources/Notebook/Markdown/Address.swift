/// The addresses that links lead to.
package enum Address {
  /// The scheme of an address that a report does not link to, since following it might run a script; nil for any other.
  package static func unsafeScheme(of address: String) -> String? {
    guard let scheme = scheme(of: address), !["http", "https", "mailto"].contains(scheme) else {
      return nil
    }
    return scheme
  }

  /// Whether an address says neither how nor from where: it is a file near the page, or a place on it.
  static func isRelative(_ address: String) -> Bool {
    scheme(of: address) == nil && !address.hasPrefix("/") && !address.isEmpty
  }

  /// What stands before the colon of an address that has a scheme, in lower case.
  static func scheme(of address: String) -> String? {
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" else { return nil }
    return scheme.lowercased()
  }
}
