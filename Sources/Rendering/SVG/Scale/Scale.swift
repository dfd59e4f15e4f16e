import Execution

/// Values of an axis as positions along a line of the drawing.
struct Scale: Sendable {
  let axis: Axis
  let ticks: [Tick]
  let minorTicks: [Double]
  /// The labels are in units of ten to this power.
  let unitExponent: Int
  /// The values at the ends of the axis.
  let domain: ClosedRange<Double>
  /// How far labels of a logarithmic axis are apart at least: a little more than their height.
  private static let leastGap = 14.0
  private let origin: Double
  private let factor: Double
  private let start: Double

  /// A scale that shows `domain` from position `start` to position `end`.
  init(_ axis: Axis, domain: AxisDomain, from start: Double, to end: Double) {
    self.axis = axis
    self.start = start
    self.domain = domain.lower...domain.upper
    switch axis.scale {
    case .linear:
      let steps = LinearTicks(
        from: domain.lower, to: domain.upper, atMost: domain.mostTicks,
        wholeNumbers: domain.wholeNumbers)
      ticks = steps.ticks
      unitExponent = steps.unitExponent
      minorTicks = []
      origin = domain.lower
      factor = (end - start) / (domain.upper - domain.lower)
    case .categorical:
      ticks = axis.categories.enumerated().map { Tick(value: Double($0), label: $1) }
      unitExponent = 0
      minorTicks = []
      origin = domain.lower
      factor = (end - start) / (domain.upper - domain.lower)
    case .logarithmic:
      let decades = LogarithmicTicks(
        from: domain.lower, to: domain.upper, atMost: domain.mostTicks,
        leastGap: Self.leastGap / (end - start).magnitude)
      ticks = decades.ticks
      minorTicks = decades.minor
      unitExponent = 0
      origin = LogarithmicTicks.logarithm(domain.lower)
      factor = (end - start) / (LogarithmicTicks.logarithm(domain.upper) - origin)
    }
  }

  /// Where a value lies; only for values that `Axis.canShow`.
  func position(_ value: Double) -> Double {
    let place = axis.scale == .logarithmic ? LogarithmicTicks.logarithm(value) : value
    return start + (place - origin) * factor
  }

  /// Where the axis ends.
  var end: Double { position(domain.upperBound) }

  /// How many units of the drawing a step of 1 takes; only for axes that are not logarithmic.
  var unit: Double { factor.magnitude }
}

extension Axis {
  /// Whether a value has a place on the axis. Magnitudes beyond 1e300 have none: their differences
  /// are no longer numbers.
  func canShow(_ value: Double) -> Bool {
    value.magnitude <= 1e300 && (scale != .logarithmic || value > 0)
  }

  /// Whether a value lies beyond the ends that the author has set.
  func isBeyondLimits(_ value: Double) -> Bool {
    limits.map { !$0.contains(value) } ?? false
  }

  /// Whether a value has a place within the ends of the axis.
  func shows(_ value: Double) -> Bool { canShow(value) && !isBeyondLimits(value) }

  /// A place on the axis in words: "epoch 36", "batch size 32".
  func place(_ value: Double) -> String { "\(quantity) \(name(of: value))" }

  /// The words for a value: a category, or the number.
  func name(of value: Double) -> String {
    guard scale == .categorical, let index = Int(exactly: value), categories.indices.contains(index)
    else { return NumberText.significant(value, digits: value == value.rounded() ? 15 : 4) }
    return categories[index]
  }

  /// Whether a value is a number that a logarithmic axis has no place for.
  func isLeftOut(_ value: Double) -> Bool {
    scale == .logarithmic && value <= 0 && value.isFinite
  }

  /// What is measured, without the unit: "cross-entropy" of "cross-entropy (nats)", but all of "P(spam)".
  var quantity: String {
    guard title.hasSuffix(")"), let bracket = title.lastIndex(of: "("),
      title[..<bracket].last == " "
    else { return title }
    return String(title[..<bracket].trimmingSuffix { $0 == " " })
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var kept = self
    while let last = kept.last, isDropped(last) { kept.removeLast() }
    return kept
  }
}
