/// The inputs of a few examples, in memory that someone else owns. Nobody writes to it while threads share it.
struct Batch<Scalar: Real>: @unchecked Sendable {
  enum Inputs {
    /// count x columns elements.
    case dense(UnsafePointer<Scalar>)
    /// Rows of a sparse matrix, read in place, with their `count` numbers.
    case sparse(SparseRows<Scalar>, selected: UnsafePointer<Int>)
  }

  let inputs: Inputs
  /// The number of examples.
  let count: Int

  /// Calls `body` with one stretch of the rows after the other. Most batches are a single one: only those that take long can
  /// end in the middle.
  ///
  /// - Returns: false if `isCancelled`, asked between two stretches, says so; the rest is then left out.
  func forEachStretch(isCancelled: () -> Bool, _ body: (Range<Int>) -> Void) -> Bool {
    for first in stride(from: 0, to: count, by: Self.stretch) {
      if first > 0, isCancelled() { return false }
      body(first..<min(first + Self.stretch, count))
    }
    return true
  }

  /// Whether there are several stretches.
  var isLarge: Bool { count > Self.stretch }

  /// How many rows a stretch has. No number depends on it: whatever is summed over rows goes on where it was.
  private static var stretch: Int { 1024 }

  /// About how many multiply-adds the first layer takes for each of its units.
  func work(inputs: Int) -> Int {
    switch self.inputs {
    case .dense: count * inputs
    case .sparse(let rows, _): count * rows.averageCount
    }
  }
}
