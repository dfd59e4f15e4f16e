import Execution

/// The names of curves in columns below the plot, each with a piece of its line.
struct Legend: Sendable {
  private let curves: [Curve]
  private let top: Double
  private let columns: Int
  private let columnWidth: Double

  private static let rowHeight = 19.0
  private static let sample = 26.0

  init(_ curves: [Curve], top: Double) {
    self.curves = curves
    self.top = top
    let room = LineChartLayout.width - 4
    let widest =
      curves.map { TextMetrics.width($0.series.label, size: LineChartLayout.labelSize) }
      .max() ?? 0
    columns = max(1, min(Int(room / (widest + Self.sample + 26)), 4, curves.count))
    columnWidth = room / Double(columns)
  }

  var height: Double { Double(rows) * Self.rowHeight }

  private var rows: Int { (curves.count + columns - 1) / columns }

  func draw(into markup: inout Markup) {
    for (index, curve) in curves.enumerated() {
      let left = 2 + Double(index / rows) * columnWidth
      let middle = top + (Double(index % rows) + 0.5) * Self.rowHeight
      markup.element("g", ["class": "series", "style": curve.strokeColors]) {
        $0.empty(
          "path",
          [
            "class": curve.style,
            "d":
              "M\(NumberText.coordinate(left)) \(NumberText.coordinate(middle))h\(Int(Self.sample))",
          ])
      }
      let label = TextMetrics.fit(
        curve.series.label, size: LineChartLayout.labelSize,
        into: columnWidth - Self.sample - 12)
      TextMark(label, at: Point(x: left + Self.sample + 8, y: middle + 4), style: "label")
        .draw(into: &markup)
    }
    markup.newline()
  }
}
