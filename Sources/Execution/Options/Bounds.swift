/// The numbers that an option accepts.
public struct Bounds: Sendable, Equatable {
  private var lower: Double?
  private var excludesLower = false
  private var upper: Double?
  private var excludesUpper = false

  /// Numbers from `lower` on.
  public static func atLeast(_ lower: Double) -> Bounds {
    Bounds(lower: lower)
  }

  /// Numbers greater than `lower`.
  public static func above(_ lower: Double) -> Bounds {
    Bounds(lower: lower, excludesLower: true)
  }

  /// Numbers from `lower` up to, and with, `upper`.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }

  /// Numbers from `lower` up to, but without, `upper`.
  public static func from(_ lower: Double, below upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper, excludesUpper: true)
  }

  /// Whether a number is accepted.
  public func contain(_ number: Double) -> Bool {
    if let lower, number < lower || excludesLower && number == lower { return false }
    if let upper, number > upper || excludesUpper && number == upper { return false }
    return !number.isNaN
  }

  /// "at least 1", "above 0", "from 0 to 1".
  public var description: String {
    switch (lower, upper) {
    case (let lower?, nil): (excludesLower ? "above " : "at least ") + formattedSetting(lower)
    case (nil, let upper?): (excludesUpper ? "below " : "at most ") + formattedSetting(upper)
    case (let lower?, let upper?):
      "from \(formattedSetting(lower)) to \(excludesUpper ? "below " : "")\(formattedSetting(upper))"
    case (nil, nil): "any number"
    }
  }
}
