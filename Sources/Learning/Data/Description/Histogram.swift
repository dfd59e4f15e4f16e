/// How often numbers fall into intervals of one width.
public struct Histogram: Sendable, Equatable, Codable {
  /// Per interval, in ascending order, how many numbers it holds.
  public let counts: [Int]

  /// The intervals between the least and the greatest of some numbers, which are finite and not all equal. The last
  /// interval has its upper end, as NumPy's `histogram` has it.
  init(of numbers: [Double], from least: Double, to greatest: Double, intervals: Int) {
    var counts = [Int](repeating: 0, count: intervals)
    // The distance of two numbers may be more than the greatest there is; that of their halves is not.
    let scale = (greatest - least).isFinite ? 1 : 0.5
    let width = scale * greatest - scale * least
    for number in numbers {
      let place = (scale * number - scale * least) / width * Double(intervals)
      counts[min(max(Int(place), 0), intervals - 1)] += 1
    }
    self.counts = counts
  }

  /// The share of the numbers in each interval.
  public var shares: [Double] {
    let total = counts.reduce(0, +)
    return counts.map { Double($0) / Double(total) }
  }
}
