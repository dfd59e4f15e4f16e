import Execution
import Foundation

/// Why something could not be fetched.
public enum TransferProblem: Error, Sendable, Equatable {
  /// The address is none that is fetched from: neither http nor https, without a host, or with an impossible port.
  case unusableAddress(String)
  /// There was no connection to the host, or it broke, with the reason of the system.
  case unreachable(HostPort, reason: String)
  /// The host did not begin to answer, or stopped in the middle, for so many seconds.
  case silent(HostPort, seconds: Int)
  /// The whole transfer took longer than it may.
  case endless(host: String, seconds: Int)
  /// The answer has a status that means no.
  case status(Int, host: String, retryAfter: Int?)
  /// More redirections than a sane server needs.
  case tooManyHops(host: String)
  /// A redirection from https to something else.
  case unsafeHop(from: String, to: String)
  /// The body is encoded although it was asked for as it is.
  case encoded(String, host: String)
  /// The body ended early.
  case cutShort(received: Int, expected: Int)
  /// The body is larger than it may be.
  case tooLarge(limit: Int)
  /// The bytes are not those that were promised.
  case altered(expected: String, found: String)
  /// The answer is not what such a server says.
  case incomprehensible(host: String, reason: String)
  /// The library that makes requests cannot be loaded, with the reason of the system.
  case noLibrary(reason: String)
  /// A file or a folder of the cache cannot be used.
  case disk(FileProblem)
  /// The run was interrupted.
  case cancelled
}

extension TransferProblem {
  /// What the system has just refused to do with a file on the disk: whatever is called in between may replace its reason.
  static func refused(_ path: String) -> TransferProblem {
    .disk(FileProblem(path: path, "cannot be written", because: POSIXError.last))
  }

  /// Whether the same request may well succeed a moment later.
  var isTransient: Bool {
    switch self {
    case .unreachable, .silent, .cutShort: true
    case .status(let status, _, _): [408, 425, 429, 500, 502, 503, 504].contains(status)
    default: false
    }
  }

  /// Where there was no connection to, or where nothing came from; nil for any other problem.
  var unreachedPlace: HostPort? {
    switch self {
    case .unreachable(let place, _), .silent(let place, _): place
    default: nil
    }
  }

  /// How many seconds the server asks to wait before the next request.
  var retryAfter: Int? {
    if case .status(_, _, let seconds) = self { seconds } else { nil }
  }
}

extension TransferProblem: CustomStringConvertible {
  /// A sentence without a full stop, without the folders of this machine and what is secret of addresses.
  public var description: String {
    switch self {
    case .unusableAddress(let address): "'\(Self.shown(address))' is no http or https address"
    case .unreachable(let place, let reason): "the connection to \(place.host) failed: \(reason)"
    case .silent(let place, let seconds): "\(place.host) said nothing for \(seconds) s"
    case .endless(let host, let seconds):
      "\(host) was still sending after \(seconds) s, which is too long"
    case .status(let status, let host, _): "\(host) answered \(Self.meaning(of: status))"
    case .tooManyHops(let host): "\(host) redirects too often"
    case .unsafeHop(let from, let to):
      "\(from) redirects from https to \(to), which is not followed"
    case .encoded(let encoding, let host):
      "\(host) sent the file encoded as '\(encoding)' although it was asked for as it is"
    case .cutShort(let received, let expected):
      "the file broke off after \(received) of \(expected) bytes"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .altered(let expected, let found):
      "the bytes that came are not those that were promised: their digest is \(found), not \(expected)"
    case .incomprehensible(let host, let reason):
      "\(host) does not answer like such a server: \(reason)"
    case .noLibrary(let reason): "libcurl, which fetches data, cannot be loaded: \(reason)"
    case .disk(let problem): "'\(problem.name)' in the cache \(problem.reason)"
    case .cancelled: "the transfer was interrupted"
    }
  }

  /// What helps to find what is wrong, for those who run the program.
  var notes: [String] {
    if case .disk(let problem) = self { ["it is at '\(problem.path)'"] } else { [] }
  }

  /// What everybody may know of an address, on the web or not.
  private static func shown(_ address: String) -> String {
    if let address = WebAddress(address) { return address.shown }
    let place = address.prefix { !"?#".contains($0) }
    return place.lastIndex(of: "@").map { "…\(place[$0...])" } ?? String(place)
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401: "401, it wants to know who asks (HF_TOKEN)"
    case 403: "403, access is not allowed"
    case 404: "404, there is no such thing"
    case 429: "429, too many requests"
    case 500...599: "\(status), it has trouble itself"
    default: "\(status)"
    }
  }
}

extension FileProblem {
  /// The last component of the path.
  fileprivate var name: Substring { path.split(separator: "/").last ?? path[...] }
}
