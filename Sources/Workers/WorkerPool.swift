/// Threads that share the work of a loop.
///
/// They start at first use. Between two loops they look for work for a moment, in which a loop costs one to three
/// microseconds to share, and then sleep.
public final class WorkerPool: Sendable {
  /// The number of threads at work, the caller's included.
  public let threads: Int
  private let crew: WorkerCrew?

  /// A pool of at least one thread; a pool of one starts nothing and runs every loop in its caller.
  public init(threads: Int) {
    precondition(threads >= 1, "the caller is a thread")
    self.threads = threads
    crew = threads > 1 ? WorkerCrew(size: threads - 1) : nil
  }

  deinit { crew?.dismiss() }

  /// Calls `body` once for each index of 0..<count, in any order and on any thread, the caller's among them.
  ///
  /// While the pool is busy, a further loop runs in its caller alone: one begun within `body`, or by another thread.
  public func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard count > 1, let crew, crew.begin() else {
      for index in 0..<count { body(index) }
      return
    }
    withoutActuallyEscaping(body) { crew.share(count, $0) }
    crew.end()
  }
}
