/// Threads that share the work of loops.
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
  /// Loops may be begun within `body` and by several threads at once: whoever has nothing to do helps.
  public func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let isShared =
      count > 1 && withoutActuallyEscaping(body) { crew?.share(count, $0) ?? false }
    if isShared { return }
    for index in 0..<count { body(index) }
  }

  /// Helps with the loops of other threads until the condition holds.
  ///
  /// The condition is asked often and by this thread only. Whoever makes it hold calls `wake` afterwards; in a pool of one
  /// thread it must hold already, since there is nobody else.
  public func help(until condition: () -> Bool) {
    guard let crew else {
      precondition(condition(), "a thread without others waits for nothing")
      return
    }
    crew.work(until: condition)
  }

  /// Has the threads in `help` look at their conditions again.
  public func wake() {
    crew?.wake()
  }
}
