/// The status and the headers of an answer.
struct HTTPHead: Sendable {
  let status: Int
  private let headers: [String: String]

  init(status: Int, headers: [String: String]) {
    self.status = status
    self.headers = Dictionary(
      headers.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// A header, whatever the case of its name.
  subscript(name: String) -> String? { headers[name.lowercased()] }

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
}
