import Synchronization
import Workers

extension [Int] {
  /// The rows in ranges that are large enough to be worth a thread's while, and small enough for all threads to end together.
  var inRanges: [ArraySlice<Int>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}

extension WorkerPool {
  /// What `transform` makes of each element, in their order; threads share the elements.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    perform(elements.count) { index in
      let result = transform(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
