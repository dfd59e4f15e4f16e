import Execution

/// Values of a heatmap as colours.
struct ColorScale: Sendable {
  let map: ColorMap
  let lower: Double
  let upper: Double

  /// The scale of percentages, the same in all figures.
  static let shares = ColorScale()

  private init() {
    map = .shares
    (lower, upper) = (0, 100)
  }

  /// The scale for values between the ends of `extent`: symmetric about 0 for diverging colours; from
  /// 0 for sequential ones when that hardly changes the picture.
  init(_ colors: Cells.Colors, extent: ClosedRange<Double>?) {
    map = ColorMap(colors)
    let (low, high) = (extent?.lowerBound ?? 0, extent?.upperBound ?? 1)
    switch colors {
    case .diverging:
      let reach = max(low.magnitude, high.magnitude)
      upper = reach > 1e-290 ? reach : 1
      lower = -upper
    case .sequential:
      lower = low >= 0 && low <= high / 4 ? 0 : low
      upper = high
    }
  }

  /// Whether there is a range of colours to explain.
  var isRange: Bool { upper - lower > max(upper.magnitude, lower.magnitude, 1e-290) * 1e-12 }

  /// Where a value between the ends lies, from 0 to 1.
  func share(_ value: Double) -> Double {
    (value - lower) / (upper - lower)
  }

  /// How the cell of a value is filled.
  func paint(_ value: Double) -> CellPaint {
    guard value.magnitude <= 1e300 else { return .hatch }
    return .color(map.color(at: isRange ? share(value) : 0.5))
  }
}
