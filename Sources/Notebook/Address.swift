/// The addresses that links lead to.
enum Address {
  /// The scheme of an address that a report does not link to, since following it might run a script; nil for any other.
  static func unsafeScheme(of address: String) -> String? {
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

  /// An address with everything but the characters that addresses consist of percent-encoded, and as it stands in HTML.
  static func escaped(_ address: String) -> String {
    let kept = Set("-_.+!*(),%#@?=;:/,+$~".utf8)
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for byte in address.utf8 {
      if byte == UInt8(ascii: "&") {
        escaped.append(contentsOf: "&amp;".unicodeScalars)
      } else if byte == UInt8(ascii: "'") {
        escaped.append(contentsOf: "&#x27;".unicodeScalars)
      } else if byte.continuesName || kept.contains(byte) {
        escaped.append(Unicode.Scalar(byte))
      } else {
        escaped.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(escaped)
  }
}
