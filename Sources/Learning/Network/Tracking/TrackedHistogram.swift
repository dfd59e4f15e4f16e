/// How numbers are spread: counts in bins of equal width between the smallest and the largest finite one.
public struct TrackedHistogram: Sendable, Equatable, Codable {
  /// The number of bins.
  public static let binCount = 24

  /// The smallest finite number; 0 if there is none.
  public let lower: Double
  /// The largest finite number; 0 if there is none.
  public let upper: Double
  /// How many numbers lie in each bin, the upper edge belonging to the last; one bin if all are equal.
  public let counts: [Int]

  /// Where the bins begin, and where the last one ends: none of them beyond the numbers, whatever is rounded.
  public var edges: [Double] {
    (0...counts.count).map { edge in
      let share = Double(edge) / Double(counts.count)
      return min(upper, max(lower, lower * (1 - share) + upper * share))
    }
  }

  /// The spread of the numbers in some arrays, each divided by `divisor`.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  package init<Scalar: Real>(
    of arrays: [UnsafeBufferPointer<Scalar>], dividedBy divisor: Double = 1
  ) {
    var extremes = Extremes<Scalar>()
    for array in arrays { extremes.add(array) }
    let (lower, upper) = (extremes.lower, extremes.upper)
    guard lower <= upper else {
      (self.lower, self.upper, counts) = (0, 0, [0])
      return
    }
    self.lower = Double(lower) / divisor
    self.upper = Double(upper) / divisor
    let width = (Double(upper) - Double(lower)) / Double(Self.binCount)
    guard width > 0, width.isFinite else {
      counts = [arrays.reduce(0) { $0 + $1.count(where: \.isFinite) }]
      return
    }
    var counts = [Int](repeating: 0, count: Self.binCount)
    for array in arrays {
      for number in array where number.isFinite {
        // Not times 1 / width: gradients that have vanished are closer together than that can be.
        let bin = (Double(number) - Double(lower)) / width
        counts[bin < Double(Self.binCount) ? Int(bin) : Self.binCount - 1] += 1
      }
    }
    self.counts = counts
  }
}
