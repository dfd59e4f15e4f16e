import Execution

/// The part of a plot from where a curve has left the finite numbers for good.
struct Hatching: Sendable {
  private let left: Double
  private let plot: Rectangle
  private let identifier: String
  private let label: TextMark

  /// nil when all curves stay finite to their ends.
  init?(
    _ curves: [Curve], _ layout: LineChartLayout, space: inout FreeSpace, identifier: String
  ) {
    let lost = curves.compactMap { curve in curve.summary.lostFrom.map { (curve, $0) } }
    guard let (curve, value) = lost.min(by: { $0.1 < $1.1 }) else { return nil }
    plot = layout.plot
    // From the last point of the line rather than from the first lost value, so that a run which is
    // lost in its last update has its hatching too.
    left = min(curve.end?.x ?? plot.left, plot.right - 4)
    self.identifier = identifier
    let name = curves.count > 1 ? curve.series.label + ": " : ""
    let place = NumberText.significant(value, digits: 9)
    label = Self.place(
      "\(name)not finite from \(layout.x.axis.quantity) \(place)", from: left, in: plot, &space)
  }

  /// The words where they hide least, rather high than low.
  private static func place(
    _ text: String, from left: Double, in plot: Rectangle, _ space: inout FreeSpace
  ) -> TextMark {
    let width = TextMetrics.width(text, size: LineChartLayout.labelSize)
    let start = min(left + 8, plot.right - width - 6)
    let boxes = stride(from: plot.top + 4, to: plot.bottom - 18, by: 12).map { top in
      Rectangle(left: start, top: top, right: start + width, bottom: top + 14)
    }
    let costs = boxes.enumerated().map { (space.cost(of: $1) + Double($0) * 0.2, $1) }
    let box = costs.min { $0.0 < $1.0 }?.1 ?? plot
    space.addBox(box, weight: 20)
    return TextMark(text, at: Point(x: box.left, y: box.top + 11), style: "label halo")
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

  /// Says what the area means.
  func drawLabel(into markup: inout Markup) {
    label.draw(into: &markup)
  }
}
