/// The exponential moving average of a series.
public struct Smoothing: Sendable, Equatable, Codable {
  /// How much of each average comes from the one before it: from 0 to below 1.
  public let weight: Double
  /// As many values as the series has; where it has no finite value, that value.
  public let values: [Double]

  /// The average s = weight · s + (1 - weight) · y from s = 0, shown as s / (1 - weightⁿ) after n
  /// finite values, so that it does not lean towards 0 at the start. A constant series stays as it
  /// is. The rule is that of TensorBoard.
  public init(of series: [Double], weight: Double) {
    self.weight = weight
    let first = series.first { $0.isFinite }
    guard let first, series.contains(where: { $0.isFinite && $0 != first }) else {
      values = series
      return
    }
    var (sum, bias) = (0.0, 1.0)
    values = series.map { value in
      guard value.isFinite else { return value }
      sum = weight * sum + (1 - weight) * value
      bias *= weight
      return sum / (1 - bias)
    }
  }
}
