import Execution

/// The names of curves beside their ends, moved apart where they would collide.
struct EndLabels: Sendable {
  private let curves: [Curve]
  private let title: String?
  private let layout: LineChartLayout
  /// The middle of each label.
  private let positions: [Double]

  private static let gap = 16.0

  /// Labels for the curves that have at least one point.
  init(_ curves: [Curve], _ title: String?, _ layout: LineChartLayout) {
    self.curves = curves.filter { $0.end != nil && !$0.series.label.isEmpty }
    self.title = title
    self.layout = layout
    let plot = layout.plot
    positions = LabelSpread.positions(
      self.curves.map { $0.end?.y ?? plot.bottom }, gap: Self.gap,
      in: plot.top...(plot.bottom - 4))
  }

  func draw(into markup: inout Markup) {
    let left = layout.plot.right + LineChartLayout.gutter
    if let title {
      // A heading wider than the labels begins above the plot rather than making it narrower.
      let width = TextMetrics.width(title, size: LineChartLayout.labelSize)
      let fits = left + width <= LineChartLayout.width
      let place = Point(x: fits ? left : LineChartLayout.width - 2, y: layout.plot.top - 15)
      TextMark(title, at: place, fits ? .start : .end, style: "axis-title").draw(into: &markup)
    }
    for (curve, position) in zip(curves, positions) {
      guard let end = curve.end else { continue }
      drawLeader(from: end, to: Point(x: left - 3, y: position), of: curve, into: &markup)
      TextMark(curve.series.label, at: Point(x: left, y: position + 4), style: "label series")
        .draw(into: &markup, colors: curve.textColors)
    }
    markup.newline()
  }

  /// Joins the end of a curve with its label when they are apart: across the plot for a curve that
  /// ends early.
  private func drawLeader(
    from end: Point, to label: Point, of curve: Curve, into markup: inout Markup
  ) {
    let right = layout.plot.right
    let endsEarly = end.x < right - 1
    guard endsEarly || (label.y - end.y).magnitude >= 4 else { return }
    let coordinate = NumberText.coordinate
    if endsEarly {
      let across = "M\(coordinate(end.x + 4)) \(coordinate(end.y))H\(coordinate(right))"
      markup.empty(
        "path", ["class": "leader far series", "style": curve.strokeColors, "d": across])
    }
    let path =
      "M\(coordinate(right + 2)) \(coordinate(end.y))L\(coordinate(label.x)) \(coordinate(label.y))"
    markup.empty("path", ["class": "leader series", "style": curve.strokeColors, "d": path])
  }
}
