import CCurl
import Foundation

/// One request and its answer, without following where it points to.
final class Exchange {
  /// What is done with the body, part by part; `false` from `begins` lets it go unread.
  struct Receiver {
    var begins: (HTTPHead) throws(TransferProblem) -> Bool
    var takes: (Data) throws(TransferProblem) -> Void

    /// Reads no body.
    static var none: Receiver { Receiver(begins: { _ in false }, takes: { _ in }) }
  }

  private let place: HostPort
  private let limits: TransferLimits
  private let deadline: ContinuousClock.Instant
  private let isCancelled: () -> Bool
  private let receiver: Receiver
  /// The lines of the head so far.
  private var incomingHead: HTTPHead?
  /// The head once it is complete.
  private var head: HTTPHead?
  private var lastSign = ContinuousClock.now
  private var problem: TransferProblem?

  private init(
    place: HostPort, limits: TransferLimits, deadline: ContinuousClock.Instant,
    isCancelled: @escaping () -> Bool, receiver: Receiver
  ) {
    self.place = place
    self.limits = limits
    self.deadline = deadline
    self.isCancelled = isCancelled
    self.receiver = receiver
  }

  /// Sends a request and waits for the end of its answer.
  static func perform(
    _ request: WebRequest, limits: TransferLimits, deadline: ContinuousClock.Instant,
    isCancelled: @escaping () -> Bool, receiver: Receiver
  ) throws(TransferProblem) -> HTTPHead {
    let exchange = Exchange(
      place: HostPort(request.address), limits: limits, deadline: deadline,
      isCancelled: isCancelled, receiver: receiver)
    let (ending, reason) = exchange.send(request)
    if let problem = exchange.problem { throw problem }
    if ending == LECTERN_CURL_MISSING { throw .noLibrary(reason: reason) }
    if ending == LECTERN_CURL_FAILED { throw .unreachable(exchange.place, reason: reason) }
    guard let head = exchange.head else {
      throw .unreachable(exchange.place, reason: "it ended without an answer")
    }
    return head
  }

  /// How the exchange ended, and why if it failed.
  private func send(_ request: WebRequest) -> (lectern_curl_ending, reason: String) {
    let lines = request.headers.sorted { $0.key < $1.key }.map { strdup("\($0.key): \($0.value)") }
    defer { for line in lines { free(line) } }
    let receiver = lectern_curl_receiver(
      context: Unmanaged.passUnretained(self).toOpaque(),
      take_line: { Exchange.at($0).takeLine(UnsafeRawBufferPointer(start: $1, count: $2)) },
      take_bytes: { Exchange.at($0).takeBytes(UnsafeRawBufferPointer(start: $1, count: $2)) },
      goes_on: { Exchange.at($0).goesOn() })
    var reason = [CChar](repeating: 0, count: Int(LECTERN_CURL_REASON_SIZE))
    let ending = lectern_curl_exchange(
      request.address.absoluteString, request.wantsHeadOnly, lines.map { UnsafePointer($0) },
      lines.count, receiver, &reason)
    let words = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (ending, String(decoding: words, as: UTF8.self))
  }

  /// The exchange that is the context of a call.
  private static func at(_ context: UnsafeMutableRawPointer?) -> Exchange {
    guard let context else { preconditionFailure("a receiver is called with its context") }
    return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  }

  // MARK: What comes; each says whether to go on

  private func takeLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
    lastSign = .now
    // A body that comes in chunks may have headers behind it.
    if head != nil { return true }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      incomingHead = HTTPHead(statusLine: line)
      return true
    }
    guard line.isEmpty else {
      incomingHead?.add(line)
      return true
    }
    guard let complete = incomingHead, !complete.isInterim else { return true }
    head = complete
    return noting { () throws(TransferProblem) in try receiver.begins(complete) }
  }

  private func takeBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    lastSign = .now
    return noting { () throws(TransferProblem) in
      try receiver.takes(Data(bytes))
      return true
    }
  }

  private func noting(_ work: () throws(TransferProblem) -> Bool) -> Bool {
    do throws(TransferProblem) {
      return try work()
    } catch {
      problem = error
      return false
    }
  }

  private func goesOn() -> Bool {
    let now = ContinuousClock.now
    let patience = head == nil ? limits.answerSeconds : limits.idleSeconds
    if isCancelled() {
      problem = .cancelled
    } else if now >= deadline {
      problem = .endless(host: place.host, seconds: limits.totalSeconds)
    } else if now - lastSign > .seconds(patience) {
      problem = .silent(place, seconds: patience)
    }
    return problem == nil
  }
}
