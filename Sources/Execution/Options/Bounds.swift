/// The numbers that an option accepts.
public enum Bounds: Sendable, Equatable {
  case atLeast(Double)
  case above(Double)
  /// Numbers from the first up to, and with, the second.
  case between(Double, Double)
  /// Numbers from the first up to, but without, the second.
  case from(Double, below: Double)

  /// Whether a number is accepted; one that is not a number never is.
  public func contain(_ number: Double) -> Bool {
    switch self {
    case .atLeast(let lower): number >= lower
    case .above(let lower): number > lower
    case .between(let lower, let upper): number >= lower && number <= upper
    case .from(let lower, let upper): number >= lower && number < upper
    }
  }

  /// "at least 1", "above 0", "from 0 to 1".
  public var description: String {
    switch self {
    case .atLeast(let lower): "at least \(formattedSetting(lower))"
    case .above(let lower): "above \(formattedSetting(lower))"
    case .between(let lower, let upper):
      "from \(formattedSetting(lower)) to \(formattedSetting(upper))"
    case .from(let lower, let upper):
      "from \(formattedSetting(lower)) to below \(formattedSetting(upper))"
    }
  }
}
