import FlyingSocks
import Foundation

/// Serves a preview from memory to the browsers of this machine, and to no other.
///
/// Each connection is for one request, and is closed behind the answer: between two programs of one machine, another one costs
/// next to nothing.
final class PreviewServer: Sendable {
  private let board: PreviewBoard
  /// The path of the lesson that the page is of.
  private let lesson: String
  /// The port that the server listens on.
  private let port: UInt16

  /// How long a connection may last.
  private static let patience = Duration.seconds(60)
  /// How long to wait when the system has no room for another connection.
  private static let pauseWhenFull = Duration.milliseconds(50)
  private static let mostBytesAtOnce = 4_096
  /// How often more is taken of what a browser sends behind its request.
  private static let mostReadsBehind = 1_000

  private init(_ board: PreviewBoard, of lesson: String, port: UInt16) {
    self.board = board
    self.lesson = lesson
    self.port = port
  }

  /// Why there is no server.
  struct Problem: Error {
    /// A sentence without a full stop.
    var message: String
  }

  /// Starts a server that stays until the program ends, and returns the address of its page.
  ///
  /// - Parameter port: the port to listen on, or 0 for one of the system's choice.
  static func start(
    _ board: PreviewBoard, of lesson: String, port: UInt16
  ) throws(Problem) -> String {
    do {
      let socket = try Socket(domain: Int32(AF_INET))
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let actual) = try socket.sockname() else {
        throw SocketError.unsupportedAddress
      }
      let server = PreviewServer(board, of: lesson, port: actual)
      Task { await server.serve(socket) }
      return "http://127.0.0.1:\(actual)/"
    } catch SocketError.failed(_, EADDRINUSE, _) {
      throw Problem(message: "port \(port) is in use; choose another with --port")
    } catch SocketError.failed(_, EACCES, _) {
      throw Problem(message: "port \(port) may not be used; choose another with --port")
    } catch {
      throw Problem(message: "the preview cannot be served: \(error)")
    }
  }

  /// Accepts connections with one pool after the other, should one fail.
  private func serve(_ socket: Socket) async {
    while true {
      do {
        let pool = SocketPool.make()
        try await pool.prepare()
        let waiting = Task { try await pool.run() }
        defer { waiting.cancel() }
        try await accept(from: AsyncSocket(socket: socket, pool: pool))
      } catch {
        try? await Task.sleep(for: Self.pauseWhenFull)
      }
    }
  }

  /// - Throws: why the pool cannot wait for connections.
  private func accept(from listener: AsyncSocket) async throws {
    while true {
      do {
        let connection = try await listener.accept()
        Task { await serveOne(connection) }
      } catch is SocketError {
        // There are as many as the system allows, or the other side has gone away already.
        try await Task.sleep(for: Self.pauseWhenFull)
      }
    }
  }

  /// Answers the request of a connection, unless that takes too long, and closes it.
  private func serveOne(_ connection: AsyncSocket) async {
    await withTaskGroup { group in
      group.addTask { try? await self.answerRequest(of: connection) }
      group.addTask { try? await Task.sleep(for: Self.patience) }
      await group.next()
      group.cancelAll()
    }
    try? connection.close()
  }

  private func answerRequest(of connection: AsyncSocket) async throws {
    let request = try await Self.head(from: connection).flatMap(PreviewRequest.init)
    let answer = if let request { await answer(request) } else { Self.misunderstanding }
    try await connection.write(answer.bytes(withBody: request?.method != "HEAD"))
    // What the browser may still be sending has to be taken, or the system drops the answer.
    shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
    for _ in 0..<Self.mostReadsBehind {
      _ = try await connection.read(atMost: Self.mostBytesAtOnce)
    }
  }

  /// What comes up to the first empty line; nil if that is too much.
  private static func head(from connection: AsyncSocket) async throws -> String? {
    var bytes: [UInt8] = []
    while bytes.count <= PreviewRequest.longestHead {
      bytes += try await connection.read(atMost: mostBytesAtOnce)
      if let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        return String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      }
    }
    return nil
  }
}

// MARK: - Answers

extension PreviewServer {
  private static let misunderstanding = PreviewAnswer(
    .badRequest, "The preview understands requests of browsers.")

  private func answer(_ request: PreviewRequest) async -> PreviewAnswer {
    guard isAddressedToThisMachine(request) else {
      return PreviewAnswer(.forbidden, "The preview answers only to its own address.")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return PreviewAnswer(
        .methodNotAllowed, "The preview is only for reading.", ["Allow": "GET, HEAD"])
    }
    switch request.path {
    case "/": return PreviewAnswer(Array(board.page.utf8), type: "text/html; charset=utf-8")
    case "/changes": return await changes(request)
    case "/preview.css":
      return PreviewAnswer(PreviewPage.stylesheet, type: "text/css; charset=utf-8")
    case "/preview.js":
      return PreviewAnswer(PreviewPage.script, type: "text/javascript; charset=utf-8")
    case "/\(LessonPath.name(of: lesson)).html": return .thePage
    default:
      return .nothing(
        explainedBy: PreviewPage.html(elsewhere: request.path, besides: lesson))
    }
  }

  /// A page elsewhere can have its name lead to this machine; its requests still carry that name.
  private func isAddressedToThisMachine(_ request: PreviewRequest) -> Bool {
    let names = ["127.0.0.1", "localhost"]
    let hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    return hosts.contains(request.host.lowercased())
  }

  private func changes(_ request: PreviewRequest) async -> PreviewAnswer {
    let update = await board.update(after: request.query["version"], page: request.query["page"])
    guard let body = try? JSONEncoder().encode(update) else {
      return PreviewAnswer(.internalServerError, "The update cannot be written.")
    }
    return PreviewAnswer(Array(body), type: "application/json")
  }
}
