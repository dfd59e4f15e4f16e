import Execution

/// Values of a heatmap as colours.
struct ColorScale: Sendable {
  let map: ColorMap
  let lower: Double
  let upper: Double
  /// Whether counts are coloured by their square roots from 0 on, and left blank at 0, so that a few differ from none.
  private let isOfCounts: Bool

  /// The scale for values between the ends of `extent`: symmetric about 0 for diverging colours; from
  /// 0 for sequential ones when that hardly changes the picture, and for counts.
  init(_ colors: Cells.Colors, extent: ClosedRange<Double>?, ofCounts: Bool = false) {
    map = ColorMap(colors)
    isOfCounts = ofCounts && colors == .sequential && (extent?.lowerBound ?? 0) >= 0
    let (low, high) = (extent?.lowerBound ?? 0, extent?.upperBound ?? 1)
    switch colors {
    case .diverging:
      let reach = max(low.magnitude, high.magnitude)
      upper = reach > 1e-290 ? reach : 1
      lower = -upper
    case .sequential:
      lower = isOfCounts || low >= 0 && low <= high / 4 ? 0 : low
      upper = high
    }
  }

  /// Whether there is a range of colours to explain.
  var isRange: Bool { upper - lower > max(upper.magnitude, lower.magnitude, 1e-290) * 1e-12 }

  /// Where a value between the ends lies, from 0 to 1.
  func share(_ value: Double) -> Double {
    let share = (value - lower) / (upper - lower)
    return isOfCounts ? max(0, share).squareRoot() : share
  }

  /// How the cell of a value is filled.
  func paint(_ value: Double) -> CellPaint {
    guard value.magnitude <= 1e300 else { return .hatch }
    if isOfCounts, value == 0 { return .blank }
    return .color(map.color(at: isRange ? share(value) : 0.5))
  }
}
