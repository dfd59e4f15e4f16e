import Foundation

/// What a browser asks of the preview: the head of a request of HTTP/1.1 (RFC 9112). Nobody looks at a body.
struct PreviewRequest: Sendable {
  /// How long a head may be, in bytes.
  static let longestHead = 16_384

  /// "GET" or another word.
  let method: String
  /// What is asked for, with escapes replaced.
  let path: String
  /// What follows the question mark; of several values with one name, the first counts.
  let query: [String: String]
  /// The host and port that the browser believes to speak to; empty if it does not say.
  let host: String

  /// Reads the lines of a head, without the empty one that ends it; nil if they are no request.
  init?(head: String) {
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."),
      let target = URLComponents(string: words[1]), target.scheme == nil,
      (target.host ?? "").isEmpty
    else { return nil }
    let hosts = lines.dropFirst().compactMap { Self.value(of: "host", in: $0) }
    // With two of them, the browser and whoever passed the request on may have meant different ones.
    guard hosts.count <= 1 else { return nil }
    method = words[0]
    path = target.path
    query = Dictionary(
      (target.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { first, _ in first })
    host = hosts.first ?? ""
  }

  /// The value of a header, if a line is that header.
  private static func value(of name: String, in line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else {
      return nil
    }
    return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }
}
