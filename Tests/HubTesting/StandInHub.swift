import Crypto
import Foundation
import Synchronization

/// A hub on this machine for tests: it has one data set, and can be as faulty as servers are.
///
/// A file is answered with a redirection to another name of this machine, as the real hub does with large files. Whoever
/// takes it for a proxy gets the same answers.
public final class StandInHub: Sendable {
  /// What goes wrong when a file's bytes are asked for.
  public enum Fault: Sendable, CaseIterable {
    case none
    /// The connection ends in the middle, the first time or always.
    case truncatedOnce, truncatedAlways
    /// The connection is reset in the middle, the first time.
    case resetOnce
    case lengthTooBig, lengthTooSmall
    /// The largest number that there is as the place of the first byte, or as the length of what an interruption has left.
    case startBeyondAll, lengthBeyondAll
    /// Wrong bytes of the right length, the first time or always.
    case corruptOnce, corruptAlways
    /// A page of some other server, as in a hotel.
    case page
    case ignoresRange
    /// The body is compressed although that was not asked for; as a bomb, to very much less than it expands to.
    case gzip, gzipBomb
    case redirectLoop, redirectToFile
    case missing
    /// "Try again in a second", the first time; or always.
    case busyOnce, unavailable
    case hang, hangInBody
    /// Nothing, but the bytes come in pieces, with pauses that are half a second in all.
    case slow
  }

  /// The commit that `main` is.
  public static let commit = String(repeating: "0123456789", count: 4)

  /// The address of the hub.
  public var endpoint: String { "http://127.0.0.1:\(port)" }

  /// A file of 0.2 MB, packed with gzip, that unpacks to 200 MB of NUL bytes: each byte 0 of it stands for 1,032. It has no
  /// end, which nobody should come to see.
  public static let bomb: [UInt8] =
    [
      0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90,
      0xFE,
      0xAF, 0xEE, 0x08, 0x0A,
    ] + [UInt8](repeating: 0, count: 200_000)

  private struct State {
    var requests: [String] = []
    /// How often the bytes of a file were asked for.
    var transfers = 0
    var firstBytes: [Int] = []
    /// After how many bytes the next transfer stops, if it does.
    var hangAfter: Int?
  }

  private let files: [String: [UInt8]]
  private let fault: Fault
  private let token: String?
  private let listener: Int32
  private let port: UInt16
  private let state = Mutex(State())

  /// Starts to serve a data set's files by their names; with a token, only to those who send it.
  public init(files: [String: [UInt8]], fault: Fault = .none, token: String? = nil) throws {
    self.files = files
    self.fault = fault
    self.token = token
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    listener = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        if connection < 0 {
          // Closed by the thread that uses it: another hub's socket could get the number while this one still listens.
          close(descriptor)
          return
        }
        Thread.detachNewThread { [self] in
          answer(on: connection)
          close(connection)
        }
      }
    }
  }

  /// Stops serving.
  public func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// What all requests were for, in order: "GET /path", or "GET http://host/path" of a proxy.
  public var requests: [String] { state.withLock(\.requests) }

  /// Where the bytes began that were asked for, if not at the first.
  public var firstBytes: [Int] { state.withLock(\.firstBytes) }

  /// The next time that a file is asked for, only so many of its bytes come, and then nothing more.
  public func hangNextTransfer(after bytes: Int) {
    state.withLock { $0.hangAfter = bytes }
  }

  /// How often the bytes of a file were asked for.
  public var transfers: Int { state.withLock(\.transfers) }

  // MARK: Answers

  private func answer(on connection: Int32) {
    guard let request = Request(readFrom: connection) else { return }
    state.withLock { $0.requests.append("\(request.method) \(request.target)") }
    if let token, !request.path.hasPrefix("/cdn/"),
      request.headers["authorization"] != "Bearer \(token)"
    {
      return send("401 Unauthorized", [:], [], request, connection)
    }
    if request.path.hasPrefix("/cdn/"),
      request.headers["authorization"]?.hasPrefix("Bearer ") == true
    {
      return send("400 Token Sent Elsewhere", [:], [], request, connection)
    }
    if request.path.hasPrefix("/api/datasets/owner/name/revision/") {
      return sendListing(request, connection)
    }
    let resolve = "/datasets/owner/name/resolve/"
    if request.path.hasPrefix(resolve) {
      let file = request.path.dropFirst(resolve.count).drop { $0 != "/" }.dropFirst()
      return sendEntry(String(file), request, connection)
    }
    if request.path.hasPrefix("/cdn/") {
      return sendBytes(String(request.path.dropFirst("/cdn/".count)), request, connection)
    }
    send("404 Not Found", [:], [], request, connection)
  }

  private func sendListing(_ request: Request, _ connection: Int32) {
    let siblings = files.keys.sorted().map { "{\"rfilename\": \"\($0)\"}" }
    let json = "{\"sha\": \"\(Self.commit)\", \"siblings\": [\(siblings.joined(separator: ", "))]}"
    send("200 OK", ["Content-Type": "application/json"], Array(json.utf8), request, connection)
  }

  private func sendEntry(_ file: String, _ request: Request, _ connection: Int32) {
    guard let bytes = files[file], fault != .missing else {
      return send("404 Not Found", [:], [], request, connection)
    }
    let digest = SHA256.hash(data: bytes).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    var headers = [
      "X-Repo-Commit": Self.commit, "X-Linked-Etag": "\"\(digest.joined())\"",
      "X-Linked-Size": "\(bytes.count)", "Location": "http://localhost:\(port)/cdn/\(file)",
    ]
    if request.method == "GET" {
      switch fault {
      case .redirectLoop: headers["Location"] = request.path
      case .redirectToFile: headers["Location"] = "file:///etc/passwd"
      default: break
      }
    }
    send("302 Found", headers, [], request, connection)
  }

  private func sendBytes(_ file: String, _ request: Request, _ connection: Int32) {
    guard let bytes = files[file] else {
      return send("404 Not Found", [:], [], request, connection)
    }
    let (isFirst, hangAfter) = state.withLock { state in
      state.transfers += 1
      if let first = request.firstByte { state.firstBytes.append(first) }
      defer { state.hangAfter = nil }
      return (state.transfers == 1, state.hangAfter)
    }
    let start = fault == .ignoresRange ? 0 : min(request.firstByte ?? 0, bytes.count)
    let rest = Array(bytes[start...])
    var status = "200 OK"
    var headers: [String: String] = [:]
    if start > 0 {
      status = "206 Partial Content"
      headers["Content-Range"] = "bytes \(start)-\(bytes.count - 1)/\(bytes.count)"
    }
    if let hangAfter = hangAfter ?? (fault == .hangInBody ? rest.count / 2 : nil) {
      headers["Content-Length"] = "\(rest.count)"
      send(status, headers, Array(rest.prefix(hangAfter)), request, connection)
      Thread.sleep(forTimeInterval: 30)
      return
    }
    switch fault {
    case .truncatedOnce where isFirst, .ignoresRange where isFirst,
      .lengthBeyondAll where isFirst, .truncatedAlways:
      headers["Content-Length"] = "\(rest.count)"
      send(status, headers, Array(rest.prefix(rest.count / 2)), request, connection)
    case .resetOnce where isFirst:
      headers["Content-Length"] = "\(rest.count)"
      send(status, headers, Array(rest.prefix(rest.count / 2)), request, connection)
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    case .lengthTooBig:
      headers["Content-Length"] = "\(rest.count + 1_000)"
      send(status, headers, rest, request, connection)
    case .lengthTooSmall:
      headers["Content-Length"] = "\(rest.count / 2)"
      send(status, headers, rest, request, connection)
    case .startBeyondAll:
      send(
        "206 Partial Content", ["Content-Range": "bytes \(Int.max)-/*"], Array(rest.prefix(5)),
        request, connection)
    case .lengthBeyondAll:
      headers["Content-Length"] = "\(Int.max)"
      send(status, headers, rest, request, connection)
    case .corruptOnce where isFirst, .corruptAlways:
      send(status, headers, rest.map { $0 ^ 1 }, request, connection)
    case .page:
      let page = Array("<html><body>Accept our terms to go on.</body></html>".utf8)
      send("200 OK", ["Content-Type": "text/html"], page, request, connection)
    case .gzip:
      headers["Content-Encoding"] = "gzip"
      send(status, headers, rest, request, connection)
    case .gzipBomb:
      headers["Content-Encoding"] = "gzip"
      send(status, headers, Self.bomb, request, connection)
    case .busyOnce where isFirst:
      send("429 Too Many Requests", ["Retry-After": "1"], [], request, connection)
    case .unavailable:
      send("503 Service Unavailable", ["Retry-After": "0"], [], request, connection)
    case .slow:
      headers["Content-Length"] = "\(rest.count)"
      let step = max(rest.count / 50, 1)
      send(status, headers, Array(rest.prefix(step)), request, connection)
      for start in stride(from: step, to: rest.count, by: step) {
        Thread.sleep(forTimeInterval: 0.01)
        send(rest[start..<min(start + step, rest.count)], connection)
      }
    case .hang:
      Thread.sleep(forTimeInterval: 30)
    default:
      send(status, headers, rest, request, connection)
    }
  }

  private func send(
    _ status: String, _ headers: [String: String], _ body: [UInt8], _ request: Request,
    _ connection: Int32
  ) {
    var lines = ["HTTP/1.1 \(status)", "Connection: close"]
    if headers["Content-Length"] == nil { lines.append("Content-Length: \(body.count)") }
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name): \(value)")
    }
    var bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)[...]
    if request.method != "HEAD" { bytes += body }
    send(bytes, connection)
  }

  private func send(_ bytes: ArraySlice<UInt8>, _ connection: Int32) {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// The head of a request.
private struct Request {
  var method: String
  /// As it was sent: a path, or to a proxy an address.
  var target: String
  /// The path without its query.
  var path: String
  var headers: [String: String] = [:]

  /// Reads up to the empty line; nil if the connection ends before.
  init?(readFrom connection: Int32) {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      guard bytes.count < 1 << 16, recv(connection, &byte, 1, 0) == 1 else { return nil }
      bytes.append(byte)
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    method = words[0]
    target = words[1]
    let address = target.hasPrefix("http://") ? URL(string: target)?.path ?? "" : target
    path = String(address.prefix { $0 != "?" })
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }

  /// Where the wanted range begins.
  var firstByte: Int? {
    headers["range"].flatMap { Int($0.dropFirst("bytes=".count).prefix { $0 != "-" }) }
  }
}
