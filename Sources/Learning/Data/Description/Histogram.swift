/// How often numbers fall into intervals of one width, by the rule of NumPy's `histogram`: an interval has its lower end, and
/// the last has both.
public struct Histogram: Sendable, Equatable, Codable {
  /// Where the first interval begins.
  public let lower: Double
  /// Where the last one ends.
  public let upper: Double
  /// Per interval, in ascending order, how many numbers it holds.
  public let counts: [Int]

  /// The intervals between two finite numbers, or around them if they are equal; numbers beyond are left out.
  public init(of numbers: [Double], from least: Double, to greatest: Double, intervals: Int) {
    (lower, upper) =
      least < greatest ? (least, greatest) : Self.range(around: least, intervals: intervals)
    let edges = Self.edges(from: lower, to: upper, intervals: intervals)
    // The distance of two numbers may be more than the greatest there is; that of their halves is not.
    let scale = (upper - lower).isFinite ? 1 : 0.5
    let width = scale * upper - scale * lower
    var counts = [Int](repeating: 0, count: intervals)
    for number in numbers where number >= lower && number <= upper {
      let place = (scale * number - scale * lower) / width * Double(intervals)
      var interval = min(max(Int(place), 0), intervals - 1)
      // A rounding may have put a number at an edge on the wrong side; edges that are one tell nothing.
      if number < edges[interval] { interval -= 1 }
      let next = edges[interval + 1]
      if interval + 1 < intervals, next > edges[interval], number >= next { interval += 1 }
      counts[interval] += 1
    }
    self.counts = counts
  }

  /// NumPy's range around equal numbers, one half to either side; more where that would be lost in rounding.
  private static func range(around number: Double, intervals: Int) -> (Double, Double) {
    let reach = max(0.5, number.ulp * Double(intervals))
    let limit = Double.greatestFiniteMagnitude
    return (max(number - reach, -limit), min(number + reach, limit))
  }

  /// How many intervals describe a column of any numbers.
  private static let usualIntervals = 10
  /// How many describe one of whole numbers at most.
  private static let mostWholeIntervals = 20
  /// Among more whole numbers than these, it does not show whether an interval has one more than another.
  private static let mostNumbers = 1_000

  /// The intervals that show how the numbers of a column lie; nil if these are all equal.
  ///
  /// Whole numbers are counted in intervals with equally many of them, one each if they are few: others would have gaps and
  /// peaks where there are none. What fills the gaps among them, such as their mean, need not be whole.
  ///
  /// - Parameter hasFilledGaps: Whether one of the numbers stands for those that were missing.
  init?(
    describing numbers: [Double], from least: Double, to greatest: Double,
    hasFilledGaps: Bool = false
  ) {
    guard least < greatest else { return nil }
    let span = greatest - least
    let others = Set(numbers.lazy.filter { $0 != $0.rounded() })
    guard others.count <= (hasFilledGaps ? 1 : 0), least == least.rounded(),
      let count = Int(exactly: span + 1), count <= Self.mostNumbers
    else {
      self.init(of: numbers, from: least, to: greatest, intervals: Self.usualIntervals)
      return
    }
    let width = Self.width(ofIntervalsWith: count)
    let intervals = (count + width - 1) / width
    self.init(
      of: numbers, from: least - 0.5, to: least - 0.5 + Double(intervals * width),
      intervals: intervals)
  }

  /// How many whole numbers an interval has.
  private static func width(ofIntervalsWith count: Int) -> Int {
    if count <= mostWholeIntervals { return 1 }
    // What the last interval lacks makes it lower than it should be.
    func lack(_ width: Int) -> Double { Double((width - count % width) % width) / Double(width) }
    let widths = (usualIntervals...mostWholeIntervals).map { (count + $0 - 1) / $0 }
    return widths.min { lack($0) < lack($1) } ?? 1
  }

  /// Where the intervals begin, and where the last one ends.
  public var edges: [Double] { Self.edges(from: lower, to: upper, intervals: counts.count) }

  /// The edges that NumPy's `linspace` gives, rounding included, since a number may lie on one; where a step is no number
  /// above 0, as near to them as can be.
  private static func edges(from lower: Double, to upper: Double, intervals: Int) -> [Double] {
    let step = (upper - lower) / Double(intervals)
    if step > 0, step.isFinite {
      return (0..<intervals).map { lower + Double($0) * step } + [upper]
    }
    return (0...intervals).map { edge in
      let share = Double(edge) / Double(intervals)
      return lower * (1 - share) + upper * share
    }
  }
}
