import Execution

/// The part of a plot from where a curve has left the finite numbers for good.
struct Hatching: Sendable {
  private let left: Double
  private let plot: Rectangle
  private let identifier: String
  private let label: String

  /// nil when all curves stay finite to their ends.
  init?(_ curves: [Curve], _ layout: LineChartLayout, identifier: String) {
    let lost = curves.compactMap { curve in curve.summary.lostFrom.map { (curve, $0) } }
    guard let (curve, value) = lost.min(by: { $0.1 < $1.1 }) else { return nil }
    plot = layout.plot
    // From the last point of the line rather than from the first lost value, so that a run which is
    // lost in its last update has its hatching too.
    left = min(curve.end?.x ?? plot.left, plot.right - 4)
    self.identifier = identifier
    let name = curves.count > 1 ? curve.series.label + ": " : ""
    label =
      "\(name)not finite from \(layout.x.axis.quantity) \(NumberText.significant(value, digits: 9))"
  }

  /// Draws the area; goes below everything else.
  func draw(into markup: inout Markup) {
    markup.element("defs") { HatchPattern(identifier: identifier).draw(into: &$0) }
    let coordinate = NumberText.coordinate
    markup.empty(
      "rect",
      [
        "class": "lost", "x": coordinate(left), "y": coordinate(plot.top),
        "width": coordinate(plot.right - left), "height": coordinate(plot.height),
        "fill": "url(#\(identifier)-hatch)",
      ])
    markup.newline()
  }

  /// Says what the area means, within it if there is room.
  func drawLabel(into markup: inout Markup) {
    let width = TextMetrics.width(label, size: LineChartLayout.labelSize)
    let fits = width + 12 <= plot.right - left
    let place = Point(x: fits ? left + 8 : plot.right - 6, y: plot.top + 14)
    TextMark(label, at: place, fits ? .start : .end, style: "label halo").draw(into: &markup)
  }
}
