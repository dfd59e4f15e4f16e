import Execution

/// The stretch of values that an axis shows.
struct AxisDomain: Sendable, Equatable {
  /// `lower < upper`, both finite, of magnitudes up to 1e301; positive on a logarithmic axis.
  var lower: Double
  var upper: Double
  /// Whether all values are whole numbers, and the axis shows more than one, so that ticks between them mean nothing.
  var wholeNumbers: Bool
  var mostTicks: Int

  /// The domain of an axis that shows the given values; those without a place on it do not count.
  ///
  /// - Parameter extends: Whether the ends may move out to the next tick, as on a y axis.
  init(_ axis: Axis, showing values: some Sequence<Double>, extends: Bool, mostTicks: Int = 7) {
    self.mostTicks = mostTicks
    if axis.scale == .categorical {
      (lower, upper, wholeNumbers) = (-0.5, max(Double(axis.categories.count), 1) - 0.5, true)
      return
    }
    var lower = Double.infinity
    var upper = -Double.infinity
    var wholeNumbers = true
    for value in values where axis.canShow(value) {
      lower = min(lower, value)
      upper = max(upper, value)
      if wholeNumbers, value != value.rounded() { wholeNumbers = false }
    }
    if let included = axis.includes, axis.canShow(included) {
      lower = min(lower, included)
      upper = max(upper, included)
    }
    self.wholeNumbers = wholeNumbers && axis.scale == .linear
    if let limits = axis.limits, axis.canShow(limits.lowerBound), axis.canShow(limits.upperBound),
      limits.lowerBound < limits.upperBound
    {
      (self.lower, self.upper) = (limits.lowerBound, limits.upperBound)
      if self.upper.rounded(.down) - self.lower.rounded(.up) < 1 { self.wholeNumbers = false }
      widenIfConstant(axis)
      return
    }
    if lower > upper { (lower, upper) = axis.scale == .linear ? (0, 1) : (1, 10) }
    (self.lower, self.upper) = (lower, upper)
    widenIfConstant(axis)
    if extends { extend(axis) }
    if let possible = axis.possible, possible.contains(lower), possible.contains(upper) {
      self.lower = max(self.lower, possible.lowerBound)
      self.upper = min(self.upper, possible.upperBound)
    }
  }

  /// Gives shapes room that stand at the ends and are `width` wide.
  mutating func widen(by width: Double) {
    lower -= width / 2
    upper += width / 2
  }

  /// Gives a single value, or ends with no room for numbers between them, room on both sides.
  private mutating func widenIfConstant(_ axis: Axis) {
    let size = max(lower.magnitude, upper.magnitude)
    switch axis.scale {
    case .categorical: return
    case .linear:
      guard upper - lower <= max(size * 1e-12, 1e-290) else { return }
      (lower, upper) = size < 1e-280 ? (0, 1) : (lower - size * 0.1, upper + size * 0.1)
    case .logarithmic:
      guard upper <= lower * (1 + 1e-12) else { return }
      (lower, upper) = (max(lower / 2, Double.leastNonzeroMagnitude), upper * 2)
      if lower == upper { upper *= 10 }
    }
  }

  /// Moves the ends out: to the next tick on a linear axis, by a little on a logarithmic one.
  private mutating func extend(_ axis: Axis) {
    switch axis.scale {
    case .categorical: return
    case .linear:
      var step = 0.0
      var next = LinearTicks(
        from: lower, to: upper, atMost: mostTicks - 1, wholeNumbers: wholeNumbers
      ).step
      // Farther ends may ask for larger steps, which move the ends again.
      while next > step, next.isFinite {
        step = next
        lower = (lower / step + 1e-9).rounded(.down) * step
        upper = (upper / step - 1e-9).rounded(.up) * step
        next =
          LinearTicks(
            from: lower, to: upper, atMost: mostTicks, wholeNumbers: wholeNumbers
          ).step
      }
    case .logarithmic:
      let ratio = (upper / lower).squareRoot()
      let room = min(max(ratio.squareRoot().squareRoot(), 1.02), 1.6)
      (lower, upper) = (max(lower / room, Double.leastNonzeroMagnitude), min(upper * room, 1e301))
    }
  }
}
