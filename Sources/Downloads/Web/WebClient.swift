import Foundation

/// Makes requests the careful way: few redirections and none to a weaker scheme, no encodings, clocks, and repetitions.
struct WebClient: Sendable {
  static let mostHops = 5

  let limits: TransferLimits
  /// Sent to the hosts of `tokenOrigin` only; never printed.
  let token: String?
  let tokenOrigin: String?
  /// The hosts that are not worth repetitions.
  let lostHosts: LostHosts
  let isCancelled: @Sendable () -> Bool

  /// The head of the answer to a HEAD request. Redirections to another host are not followed: the first host's headers say
  /// what the file is.
  func head(_ address: URL, until deadline: ContinuousClock.Instant) throws(TransferProblem)
    -> HTTPHead
  {
    try repeating(until: deadline) { () throws(TransferProblem) in
      var address = address
      for _ in 0...Self.mostHops {
        let head = try exchange(
          try request(address, wantsHeadOnly: true), until: deadline, receiver: .none)
        guard head.isRedirection else {
          return try accepted(head, from: address)
        }
        let next = try Redirection.target(head["Location"], from: address)
        if Self.origin(of: next) != Self.origin(of: address) { return head }
        address = next
      }
      throw .tooManyHops(host: address.host ?? "")
    }
  }

  /// The whole body of a small answer.
  func data(_ address: URL, until deadline: ContinuousClock.Instant) throws(TransferProblem) -> Data
  {
    try repeating(until: deadline) { () throws(TransferProblem) in
      var body = Data()
      _ = try follow(address, from: nil, until: deadline) { (_) throws(TransferProblem) in
        return { (part) throws(TransferProblem) in
          guard body.count + part.count <= limits.listBytes else {
            throw .tooLarge(limit: limits.listBytes)
          }
          body.append(part)
        }
      }
      return body
    }
  }

  /// Fetches a file into its part, and goes on where an earlier attempt stopped.
  ///
  /// - Parameter expected: the size of the file, if the server has told it.
  func download(
    _ address: URL, to part: PartFile, expected: Int?, until deadline: ContinuousClock.Instant,
    progress: @escaping (Int) -> Void
  ) throws(TransferProblem) {
    try repeating(until: deadline) { () throws(TransferProblem) in
      if let expected, part.size == expected { return }
      let head: HTTPHead
      do throws(TransferProblem) {
        head = try follow(address, from: part.size, until: deadline) {
          (head) throws(TransferProblem) in
          // A server that does not know ranges sends the whole file again.
          if head.firstByte != part.size { try part.clear() }
          _ = try head.fileSize(limit: limits.fileBytes)
          return { (bytes) throws(TransferProblem) in
            try part.append(bytes, limit: min(limits.fileBytes, expected ?? .max))
            progress(part.size)
          }
        }
      } catch .status(416, _, _) {
        // The part is no beginning of this file.
        try part.clear()
        throw .cutShort(received: 0, expected: expected ?? 0)
      }
      let announced = try head.fileSize(limit: limits.fileBytes)
      if let whole = expected ?? announced, part.size != whole {
        throw .cutShort(received: part.size, expected: whole)
      }
    }
  }

  /// A GET request, through its redirections; `begin` gets the head of the last answer and returns what takes the body.
  private func follow(
    _ address: URL, from first: Int?, until deadline: ContinuousClock.Instant,
    begin:
      @escaping (HTTPHead) throws(TransferProblem) -> (Data) throws(TransferProblem) -> Void
  ) throws(TransferProblem) -> HTTPHead {
    var address = address
    for _ in 0...Self.mostHops {
      var request = try request(address)
      if let first, first > 0 { request.headers["Range"] = "bytes=\(first)-" }
      let source = address
      var take: ((Data) throws(TransferProblem) -> Void)?
      let head = try exchange(
        request, until: deadline,
        receiver: .init(
          begins: { (head) throws(TransferProblem) in
            if head.isRedirection { return false }
            _ = try accepted(head, from: source)
            take = try begin(head)
            return true
          },
          takes: { (bytes) throws(TransferProblem) in try take?(bytes) }))
      guard head.isRedirection else { return head }
      address = try Redirection.target(head["Location"], from: address)
    }
    throw .tooManyHops(host: address.host ?? "")
  }

  /// Sends one request; a host that answers is lost no more.
  private func exchange(
    _ request: WebRequest, until deadline: ContinuousClock.Instant, receiver: Exchange.Receiver
  ) throws(TransferProblem) -> HTTPHead {
    let head = try Exchange.perform(
      request, limits: limits, deadline: deadline, isCancelled: isCancelled, receiver: receiver)
    lostHosts.remove(HostPort(request.address))
    return head
  }

  /// Repeats what fails for a reason that may pass.
  private func repeating<Result>(
    until deadline: ContinuousClock.Instant, _ work: () throws(TransferProblem) -> Result
  ) throws(TransferProblem) -> Result {
    var attempt = 1
    while true {
      do throws(TransferProblem) {
        return try work()
      } catch {
        guard error.isTransient, attempt < attempts(after: error) else {
          if let place = error.unreachedPlace { lostHosts.insert(place) }
          throw error
        }
        let pause = limits.pause(after: attempt, asked: error.retryAfter)
        guard ContinuousClock.now + .seconds(pause) < deadline else { throw error }
        try sleep(pause)
        attempt += 1
      }
    }
  }

  /// How often a request is made in all that has failed in some way.
  private func attempts(after problem: TransferProblem) -> Int {
    guard let place = problem.unreachedPlace, lostHosts.contains(place) else {
      return limits.attempts
    }
    return 1
  }

  private func sleep(_ seconds: Double) throws(TransferProblem) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if isCancelled() { throw .cancelled }
      Thread.sleep(forTimeInterval: min(0.05, seconds))
    }
  }

  // MARK: Addresses

  private func request(
    _ address: URL, wantsHeadOnly: Bool = false
  ) throws(TransferProblem) -> WebRequest {
    guard address.isOnWeb else { throw .unusableAddress(address.absoluteString) }
    var request = WebRequest(address: address, wantsHeadOnly: wantsHeadOnly)
    request.headers = ["Accept-Encoding": "identity", "User-Agent": "lectern"]
    if let token, Self.origin(of: address) == tokenOrigin {
      request.headers["Authorization"] = "Bearer \(token)"
    }
    return request
  }

  private func accepted(_ head: HTTPHead, from address: URL) throws(TransferProblem) -> HTTPHead {
    let host = address.host ?? ""
    guard (200...299).contains(head.status) else {
      throw .status(head.status, host: host, retryAfter: head.count("Retry-After"))
    }
    if let encoding = head["Content-Encoding"], encoding.lowercased() != "identity" {
      throw .encoded(encoding, host: host)
    }
    return head
  }

  /// Scheme, host and port: what a token is for.
  static func origin(of address: URL) -> String {
    let scheme = address.scheme?.lowercased() ?? ""
    let place = HostPort(address)
    return "\(scheme)://\(place.host):\(place.port)"
  }
}
