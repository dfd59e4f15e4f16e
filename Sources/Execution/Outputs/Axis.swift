/// An axis of a figure.
public struct Axis: Sendable, Equatable, Codable {
  /// How values become positions.
  public enum Scale: String, Sendable, Codable {
    case linear, logarithmic
    /// The values are the indices of the axis' categories.
    case categorical
  }

  /// What is measured, with its unit where it has one: "epoch", "cross-entropy (nats)".
  public var title: String
  /// How values become positions.
  public var scale: Scale
  /// A value that a linear axis must show although no point lies there; 0 for losses.
  public var includes: Double?
  /// The values at the ends, if the author wants them so; what lies beyond is cut off.
  public var limits: ClosedRange<Double>?
  /// All values that there can be, such as 0 to 1 for a share; an axis that shows only some of them says so.
  public var possible: ClosedRange<Double>?
  /// The words of a categorical axis, one for each of the values 0, 1, 2 and so on.
  public var categories: [String]

  /// An axis of numbers.
  public init(
    _ title: String, scale: Scale = .linear, includes: Double? = nil,
    limits: ClosedRange<Double>? = nil, possible: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.scale = scale
    self.includes = includes
    self.limits = limits
    self.possible = possible
    categories = []
  }

  /// An axis of words.
  public init(_ title: String, categories: [String]) {
    self.init(title, scale: .categorical)
    self.categories = categories
  }
}
