import Execution

/// The part of a plot from where a series has left the finite numbers for good.
struct Hatching: Sendable {
  private let left: Double
  private let plot: Rectangle
  private let identifier: String
  private let label: TextMark

  /// nil when all series stay finite to their ends, or to that of the axis.
  init?(
    _ shapes: [DrawnSeries], _ frame: PanelFrame, space: inout FreeSpace, identifier: String
  ) {
    let end = frame.x.axis.limits?.upperBound ?? .infinity
    let lost = shapes.compactMap { shape in shape.summary.lostFrom.map { (shape, $0) } }
      .filter { $0.1 <= end }
    guard let (shape, value) = lost.min(by: { $0.1 < $1.1 }) else { return nil }
    plot = frame.plot
    // From the last point of the series rather than from the first lost value, so that a run which is
    // lost in its last update has its hatching too.
    let last = shape.summary.last.map { frame.x.position($0.x) } ?? plot.left
    left = max(plot.left, min(last, plot.right - 4))
    self.identifier = identifier
    let name = shapes.count > 1 && !shape.series.label.isEmpty ? shape.series.label + ": " : ""
    let reason = shape.series.reasonOfBreak.map { " (\($0))" } ?? ""
    let others = lost.count > 1 ? ", and \(lost.count - 1) more" : ""
    label = Self.place(
      "\(name)not finite from \(frame.x.axis.place(value))\(reason)\(others)", from: left, in: plot,
      &space)
  }

  /// The words where they hide least, rather high than low.
  private static func place(
    _ text: String, from left: Double, in plot: Rectangle, _ space: inout FreeSpace
  ) -> TextMark {
    let text = TextMetrics.fit(text, size: ChartLayout.labelSize, into: plot.width - 8)
    let width = TextMetrics.width(text, size: ChartLayout.labelSize)
    let start = max(plot.left + 2, min(left + 8, plot.right - width - 6))
    let boxes = stride(from: plot.top + 4, to: plot.bottom - 18, by: 12).map { top in
      Rectangle(left: start, top: top, right: start + width, bottom: top + 14)
    }
    let costs = boxes.enumerated().map { (space.cost(of: $1) + Double($0) * 0.2, $1) }
    let box = costs.min { $0.0 < $1.0 }?.1 ?? plot
    space.addWords(box)
    return TextMark(text, at: Point(x: box.left, y: box.top + 11), style: "label halo")
  }

  /// Draws the area; goes below everything else.
  func draw(into markup: inout Markup) {
    var box = plot
    box.left = left
    box.draw(style: "lost", fill: "url(#\(identifier)-hatch)", into: &markup)
    markup.newline()
  }

  /// Says what the area means.
  func drawLabel(into markup: inout Markup) {
    label.draw(into: &markup)
  }
}
