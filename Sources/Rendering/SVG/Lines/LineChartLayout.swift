import Execution

/// Where the parts of a line chart go.
struct LineChartLayout: Sendable {
  /// How the curves get their names.
  enum Naming: Sendable, Equatable {
    /// Beside their ends.
    case atEnds
    /// In a list below the plot.
    case legend
    /// Not at all: the one curve is what the axis says.
    case none
  }

  static let width = 640.0
  static let labelSize = 12.0
  /// The room between the plot and the labels beside it.
  static let gutter = 18.0
  private static let widestLabel = 176.0

  let headline: Headline
  let plot: Rectangle
  let x: Scale
  let y: Scale
  let naming: Naming
  /// Where what belongs below the axis begins.
  let footer: Double

  init(_ chart: LineChart, title: String) {
    headline = Headline(title, width: Self.width - 4)
    let top = 6 + headline.height + 36
    let bottom = 360 - 48.0
    let values = chart.series.lazy.flatMap { zip($0.x, $0.y) }
      .filter { chart.x.canShow($0.0) && chart.y.canShow($0.1) }
    let yDomain = AxisDomain(
      chart.y, showing: Array(values.map(\.1)) + chart.references.map(\.y), extends: true,
      mostTicks: 6)
    y = Scale(chart.y, domain: yDomain, from: bottom, to: top)
    naming = Self.naming(chart, height: bottom - top)

    let left = max(AxisMarks.labelWidth(y.ticks) + 10, 24)
    var right = Self.width - 14
    if naming == .atEnds { right -= Self.labelsWidth(chart) + Self.gutter - 10 }
    let xDomain = AxisDomain(
      chart.x, showing: Array(values.map(\.0)), extends: false,
      mostTicks: right - left < 420 ? 6 : 9)
    x = Scale(chart.x, domain: xDomain, from: left + 6, to: right)
    plot = Rectangle(left: left, top: top, right: right, bottom: bottom)
    footer = bottom + 48
  }

  private static func naming(_ chart: LineChart, height: Double) -> Naming {
    let series = chart.series
    if series.count == 1, [chart.y.title, chart.y.quantity].contains(series[0].label) {
      return .none
    }
    if series.allSatisfy(\.label.isEmpty) { return .none }
    let widest = series.map { TextMetrics.width($0.label, size: labelSize) }.max() ?? 0
    let isRamp = series.allSatisfy { if case .shade = $0.color { true } else { false } }
    return widest <= widestLabel && series.count <= (isRamp ? 14 : 8) ? .atEnds : .legend
  }

  private static func labelsWidth(_ chart: LineChart) -> Double {
    chart.series.map { TextMetrics.width($0.label, size: labelSize) }.max() ?? 0
  }
}
