import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its answer, without following where it points to.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  /// What is done with the body, part by part; `false` from `begins` lets it go unread.
  struct Receiver: Sendable {
    var begins: @Sendable (HTTPHead) throws(TransferProblem) -> Bool
    var takes: @Sendable (Data) throws(TransferProblem) -> Void

    /// Reads no body.
    static let none = Receiver(begins: { _ in false }, takes: { _ in })
  }

  private struct State {
    var head: HTTPHead?
    var lastSign = ContinuousClock.now
    var problem: TransferProblem?
    /// Whether the body is left unread on purpose.
    var isLeft = false
    var isOver = false
  }

  private let host: String
  private let limits: TransferLimits
  private let receiver: Receiver
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  private init(host: String, limits: TransferLimits, receiver: Receiver) {
    self.host = host
    self.limits = limits
    self.receiver = receiver
  }

  /// Sends a request and waits for the end of its answer.
  static func perform(
    _ request: URLRequest, limits: TransferLimits, deadline: ContinuousClock.Instant,
    isCancelled: @Sendable () -> Bool, receiver: Receiver
  ) throws(TransferProblem) -> HTTPHead {
    let exchange = Exchange(
      host: request.url?.host ?? "", limits: limits, receiver: receiver)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    // The exchange has clocks of its own, which tell a slow start from a broken-off body.
    configuration.timeoutIntervalForRequest = 86_400
    let session = URLSession(configuration: configuration, delegate: exchange, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    let task = session.dataTask(with: request)
    task.resume()
    let problem = exchange.wait(until: deadline, isCancelled: isCancelled)
    task.cancel()
    if let problem { throw problem }
    guard let head = exchange.state.withLock(\.head) else {
      throw .unreachable(host: exchange.host, reason: "the connection ended without an answer")
    }
    return head
  }

  /// Returns when the exchange is over; the problem that ended it, if one did.
  private func wait(
    until deadline: ContinuousClock.Instant, isCancelled: () -> Bool
  ) -> TransferProblem? {
    while true {
      _ = news.wait(timeout: .now() + .milliseconds(50))
      let state = state.withLock(\.self)
      if let problem = state.problem { return problem }
      if state.isOver { return nil }
      if isCancelled() { return .cancelled }
      let now = ContinuousClock.now
      if now >= deadline { return .endless(host: host, seconds: limits.totalSeconds) }
      let patience = state.head == nil ? limits.answerSeconds : limits.idleSeconds
      if now - state.lastSign > .seconds(patience) { return .silent(host: host, seconds: patience) }
    }
  }

  private func note(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
    news.signal()
  }

  // MARK: URLSessionDataDelegate

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse else { return completionHandler(.cancel) }
    let fields = response.allHeaderFields.map { (String(describing: $0), String(describing: $1)) }
    let head = HTTPHead(
      status: response.statusCode,
      headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    do throws(TransferProblem) {
      let isWanted = try receiver.begins(head)
      note {
        $0.head = head
        $0.lastSign = .now
        $0.isLeft = !isWanted
        $0.isOver = !isWanted
      }
      completionHandler(isWanted ? .allow : .cancel)
    } catch {
      note { $0.problem = error }
      completionHandler(.cancel)
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    if state.withLock({ $0.problem != nil || $0.isOver }) { return }
    do throws(TransferProblem) {
      try receiver.takes(data)
      note { $0.lastSign = .now }
    } catch {
      note { $0.problem = error }
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    note { state in
      if let error, !state.isOver, state.problem == nil {
        // What has come so far is known to the receiver, which can ask for the rest.
        state.problem = .unreachable(host: host, reason: error.localizedDescription)
      }
      state.isOver = true
    }
  }
}
