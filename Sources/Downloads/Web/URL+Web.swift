import Foundation

extension URL {
  /// Whether the address is one on the web: of http or https, with a host and, if it names a port, with one that there is.
  var isOnWeb: Bool {
    ["http", "https"].contains(scheme?.lowercased()) && host?.isEmpty == false && hasPossiblePort
  }

  /// The text is asked: a port with more digits than a number can have is none for `port`.
  private var hasPossiblePort: Bool {
    guard let port = absoluteString.firstMatch(of: #/^[^/]*//[^/?#]*:(\d+)(?=[/?#]|$)/#)
    else { return true }
    return (1...65_535).contains(Int(port.1) ?? 0)
  }
}
