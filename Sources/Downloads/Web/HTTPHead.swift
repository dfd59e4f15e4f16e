import Foundation

/// The status and the headers of an answer.
struct HTTPHead: Sendable {
  /// Three digits, such as 200; 0 if the server says nothing that could be one.
  let status: Int
  private var headers: [String: String] = [:]

  /// A head that begins with a line like "HTTP/1.1 200 OK".
  init(statusLine: String) {
    let words = statusLine.split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  /// Adds a header from a line like "Name: value"; of several with one name, the first counts.
  mutating func add(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].lowercased()
    guard headers[name] == nil else { return }
    headers[name] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }

  /// A header, whatever the case of its name.
  subscript(name: String) -> String? { headers[name.lowercased()] }

  /// Whether this only says that the answer is still to come.
  var isInterim: Bool { (100...199).contains(status) }

  /// Whether the answer says where to ask instead.
  var isRedirection: Bool { [301, 302, 303, 307, 308].contains(status) }

  /// The number in a header that has one, not negative.
  func count(_ name: String) -> Int? {
    self[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Where the body begins in the whole file, from `Content-Range: bytes FIRST-LAST/SIZE`.
  var firstByte: Int? {
    guard status == 206, let range = self["Content-Range"], range.hasPrefix("bytes ") else {
      return nil
    }
    return Int(range.dropFirst("bytes ".count).prefix { $0 != "-" })
  }

  /// The size of the whole file, of which the body may be the end only; nil if the server does not say it.
  ///
  /// - Throws: a size above a limit. A server may name any number, such as the largest that there is.
  func fileSize(limit: Int) throws(TransferProblem) -> Int? {
    let first = firstByte ?? 0
    let rest = count("Content-Length")
    guard first <= limit, rest ?? 0 <= limit - first else { throw .tooLarge(limit: limit) }
    return rest.map { first + $0 }
  }
}
