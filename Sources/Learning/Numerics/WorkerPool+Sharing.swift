import Workers

// When and how the loops of a network are shared.

extension WorkerPool {
  /// How a loop's multiply-adds come by their numbers.
  enum Access: Int {
    /// From memory at hand, 16 or more at a time.
    case dense = 500_000
    /// From memory that is read once.
    case once = 100_000
    /// From rows all over a matrix.
    case sparse = 40_000

    /// From how many multiply-adds on, some ten microseconds, sharing pays for itself.
    var worthwhile: Int { rawValue }
  }

  /// Shares a loop if its multiply-adds are many enough; where there is nothing to share, nobody counts them.
  func perform(
    _ count: Int, ifWorth work: @autoclosure () -> Int, of access: Access,
    _ body: @Sendable (Int) -> Void
  ) {
    if threads > 1, count > 1, work() >= access.worthwhile { return perform(count, body) }
    for index in 0..<count { body(index) }
  }

  /// Cuts a range into several, one for each thread, if the multiply-adds are many enough.
  ///
  /// They start at multiples of 16 from its start, the numbers in a cache line.
  func performRanges(
    _ all: Range<Int>, ifWorth work: @autoclosure () -> Int, _ body: @Sendable (Range<Int>) -> Void
  ) {
    if threads == 1 || work() < Access.dense.worthwhile { return body(all) }
    let share = (all.count + threads - 1) / threads
    let size = (share + 15) / 16 * 16
    perform((all.count + size - 1) / size) { index in
      let start = all.lowerBound + index * size
      body(start..<min(all.upperBound, start + size))
    }
  }

  /// What `transform` makes of each element, in their order; threads share the elements.
  ///
  /// - Throws: `CancellationError` if `isCancelled`, asked before every element, has said so.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], isCancelled: @Sendable () -> Bool,
    _ transform: @Sendable (Element) -> Result
  ) throws(CancellationError) -> [Result] {
    let made = map(elements) { isCancelled() ? nil : transform($0) }.compactMap(\.self)
    if made.count < elements.count { throw CancellationError() }
    return made
  }
}
