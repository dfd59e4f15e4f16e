import Foundation

/// What the preview answers a browser, in HTTP/1.1 (RFC 9112).
struct PreviewAnswer: Sendable {
  /// What the first line says.
  enum Status: String, Sendable {
    case ok = "200 OK"
    case found = "302 Found"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case internalServerError = "500 Internal Server Error"
  }

  private let status: Status
  private let headers: [String: String]
  private let body: [UInt8]

  /// What was asked for, with its media type.
  init(_ body: [UInt8], type: String) {
    self.init(.ok, body, ["Content-Type": type])
  }

  /// Where the lesson's page is, for links of the lesson to itself; browsers keep the place in it.
  static let thePage = PreviewAnswer(.found, "The lesson's page is at /", ["Location": "/"])

  /// That there is not what was asked for, on a page for people.
  static func nothing(explainedBy page: String) -> PreviewAnswer {
    PreviewAnswer(.notFound, Array(page.utf8), ["Content-Type": "text/html; charset=utf-8"])
  }

  /// Why there is not what was asked for, in a sentence.
  init(_ status: Status, _ sentence: String, _ headers: [String: String] = [:]) {
    self.init(
      status, Array("\(sentence)\n".utf8),
      headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { $1 })
  }

  private init(_ status: Status, _ body: [UInt8], _ headers: [String: String]) {
    self.status = status
    self.body = body
    self.headers = headers.merging([
      "Content-Length": "\(body.count)", "Connection": "close", "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": PreviewPage.securityPolicy + "; frame-ancestors 'none'",
    ]) { $1 }
  }

  /// The whole answer; HEAD is answered without the body.
  func bytes(withBody: Bool) -> Data {
    let fields = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    let head = "HTTP/1.1 \(status.rawValue)\r\n\(fields.joined())\r\n"
    return Data(Array(head.utf8) + (withBody ? body : []))
  }
}
