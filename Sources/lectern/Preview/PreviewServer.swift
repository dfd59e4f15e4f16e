import Execution
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves a preview from memory to the browsers of this machine, and to no other.
final class PreviewServer: Sendable {
  private let board: PreviewBoard
  /// The port that the server listens on; 0 until it does.
  private let port = Atomic<UInt16>(0)

  init(_ board: PreviewBoard) {
    self.board = board
  }

  /// Why there is no server.
  struct Problem: Error {
    /// A sentence without a full stop.
    var message: String
  }

  /// Starts a server that stays until the program ends, and returns the address of its page.
  ///
  /// - Parameter port: the port to listen on, or 0 for one of the system's choice.
  static func start(_ board: PreviewBoard, port: UInt16) throws(Problem) -> String {
    let server = PreviewServer(board)
    let answer = Mutex<Result<UInt16, any Error>?>(nil)
    let isAnswered = DispatchSemaphore(value: 0)
    Task {
      do {
        let actual = try await server.listen(port: port)
        answer.withLock { $0 = .success(actual) }
      } catch {
        answer.withLock { $0 = .failure(error) }
      }
      isAnswered.signal()
    }
    isAnswered.wait()
    switch answer.withLock(\.self) {
    case .success(let actual)?: return "http://127.0.0.1:\(actual)/"
    case .failure(SocketError.failed(_, EADDRINUSE, _))?:
      throw Problem(message: "port \(port) is in use; choose another with --port")
    case .failure(SocketError.failed(_, EACCES, _))?:
      throw Problem(message: "port \(port) may not be used; choose another with --port")
    case .failure(let error)?: throw Problem(message: "the preview cannot be served: \(error)")
    case nil: preconditionFailure("whoever signals has answered")
    }
  }

  private func listen(port: UInt16) async throws -> UInt16 {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled,
      handler: ClosureHTTPHandler { [self] in await answer($0) })
    try await Self.run(server)
    guard case .ip4(_, let actual)? = await server.listeningAddress else {
      throw SocketError.unsupportedAddress
    }
    self.port.store(actual, ordering: .sequentiallyConsistent)
    Self.sendWithoutDelay()
    return actual
  }

  /// Has the listening socket, and all connections that it accepts, send at once what is written.
  ///
  /// The server writes the head and the body of an answer one after the other, and the system would keep the end of the
  /// body back until the browser has confirmed the rest, which takes it 40 ms. The server has no option for that, so its
  /// socket is looked for among the program's few descriptors: it is the one that listens.
  private static func sendWithoutDelay() {
    for descriptor in Int32(3)..<256 {
      var isListening: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0,
        isListening != 0
      else { continue }
      var on: Int32 = 1
      setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    }
  }

  /// Returns once the server listens, or throws why it does not.
  private static func run(_ server: HTTPServer) async throws {
    let (starts, start) = AsyncThrowingStream.makeStream(of: Void.self)
    Task {
      do {
        try await server.run()
      } catch {
        start.finish(throwing: error)
      }
    }
    Task {
      do {
        try await server.waitUntilListening()
        start.yield()
      } catch {
        start.finish(throwing: error)
      }
    }
    for try await _ in starts { return }
  }
}

// MARK: - Answers

extension PreviewServer {
  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard isAddressedToThisMachine(request) else {
      return Self.refusal(.forbidden, "The preview answers only to its own address.")
    }
    guard [.GET, .HEAD].contains(request.method) else {
      return Self.refusal(
        .methodNotAllowed, "The preview is only for reading.", ["Allow": "GET, HEAD"])
    }
    let response = await content(for: request)
    return request.method == .HEAD ? await Self.withoutBody(response) : response
  }

  /// A page elsewhere can have its name lead to this machine; its requests still carry that name.
  private func isAddressedToThisMachine(_ request: HTTPRequest) -> Bool {
    let port = port.load(ordering: .sequentiallyConsistent)
    let names = ["127.0.0.1", "localhost", "[::1]"]
    let hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    return hosts.contains(request.headers[.host]?.lowercased() ?? "")
  }

  private func content(for request: HTTPRequest) async -> HTTPResponse {
    switch request.path {
    case "/":
      return Self.response(Data(board.page.utf8), type: "text/html; charset=utf-8")
    case "/changes":
      return await changes(request)
    case "/preview.css":
      return Self.response(Data(PreviewPage.stylesheet), type: "text/css; charset=utf-8")
    case "/preview.js":
      return Self.response(Data(PreviewPage.script), type: "text/javascript; charset=utf-8")
    default:
      return Self.refusal(.notFound, "There is nothing here.")
    }
  }

  private func changes(_ request: HTTPRequest) async -> HTTPResponse {
    let query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
    let update = await board.update(after: query["version"], page: query["page"])
    guard let body = try? JSONEncoder().encode(update) else {
      return Self.refusal(.internalServerError, "The update cannot be written.")
    }
    return Self.response(body, type: "application/json")
  }

  private static func refusal(
    _ status: HTTPStatusCode, _ sentence: String, _ headers: [String: String] = [:]
  ) -> HTTPResponse {
    response(
      Data("\(sentence)\n".utf8), type: "text/plain; charset=utf-8", status: status, headers)
  }

  private static func response(
    _ body: Data, type: String, status: HTTPStatusCode = .ok, _ headers: [String: String] = [:]
  ) -> HTTPResponse {
    var all = [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": PreviewPage.securityPolicy + "; frame-ancestors 'none'",
    ]
    all.merge(headers) { $1 }
    return HTTPResponse(
      statusCode: status,
      headers: HTTPHeaders(
        Dictionary(uniqueKeysWithValues: all.map { (HTTPHeader($0.key), $0.value) })),
      body: body)
  }

  /// What HEAD gets: the headers of the same answer.
  private static func withoutBody(_ response: HTTPResponse) async -> HTTPResponse {
    let length = (try? await response.bodyData)?.count ?? 0
    var headers = response.headers
    headers[.contentLength] = String(length)
    return HTTPResponse(statusCode: response.statusCode, headers: headers)
  }
}
