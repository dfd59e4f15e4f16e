import Foundation

/// Where an answer sends those who ask.
package enum Redirection {
  /// The address that a `Location` header means, for an answer from an address.
  ///
  /// - Throws: an address that is none of http or https, or a step from https to http.
  package static func target(
    _ location: String?, from address: URL
  ) throws(TransferProblem) -> URL {
    let host = address.host ?? ""
    guard let location, let target = URL(string: location, relativeTo: address)?.absoluteURL
    else { throw .incomprehensible(host: host, reason: "it redirects to nowhere") }
    guard target.isOnWeb else { throw .unusableAddress(location) }
    let scheme = target.scheme?.lowercased() ?? ""
    if address.scheme?.lowercased() == "https", scheme != "https" {
      throw .unsafeHop(from: host, to: scheme)
    }
    return target
  }
}
