import Synchronization

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

  /// What two tasks make, each by a thread of its own if there is one.
  ///
  /// Where threads share them, the caller usually has the first, and waits for the second at the end: a task that shares
  /// loops itself is best the first, so that whoever is done with the second helps.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    perform(2) { task in
      // Threads that share a loop begin with its last index.
      if task == 1 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    guard case (let first?, let second?) = results.withLock(\.self) else {
      preconditionFailure("a loop does all tasks")
    }
    return (first, second)
  }

  /// What `transform` makes of each element, in their order; threads share the elements.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    perform(elements.count) { index in
      let result = transform(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock(\.self).compactMap(\.self)
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
