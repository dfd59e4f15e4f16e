/// The smallest and the largest finite number of many.
///
/// Four lanes, which add up to nothing that depends on their order, let a CPU look at several numbers at once.
struct Extremes<Scalar: Real> {
  /// Positive infinity if there is no finite number.
  private(set) var lower = Scalar.infinity
  /// Negative infinity if there is none.
  private(set) var upper = -Scalar.infinity

  /// Takes in the numbers of an array.
  @inline(__always)
  mutating func add(_ array: UnsafeBufferPointer<Scalar>) {
    guard let start = array.baseAddress else { return }
    guard Scalar.kernels.allFinite(start, array.count) else {
      for number in array where number.isFinite { add(number) }
      return
    }
    var (low0, low1, low2, low3) = (lower, lower, lower, lower)
    var (high0, high1, high2, high3) = (upper, upper, upper, upper)
    let whole = array.count & ~3
    var index = 0
    while index < whole {
      let (a, b) = (start[index], start[index + 1])
      let (c, d) = (start[index + 2], start[index + 3])
      low0 = a < low0 ? a : low0
      low1 = b < low1 ? b : low1
      low2 = c < low2 ? c : low2
      low3 = d < low3 ? d : low3
      high0 = a > high0 ? a : high0
      high1 = b > high1 ? b : high1
      high2 = c > high2 ? c : high2
      high3 = d > high3 ? d : high3
      index += 4
    }
    for lane in [low0, low1, low2, low3, high0, high1, high2, high3] where lane.isFinite {
      add(lane)
    }
    for index in whole..<array.count { add(start[index]) }
  }

  @inline(__always)
  private mutating func add(_ number: Scalar) {
    lower = number < lower ? number : lower
    upper = number > upper ? number : upper
  }
}
