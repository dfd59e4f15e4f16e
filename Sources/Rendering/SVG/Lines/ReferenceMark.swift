import Execution

/// A horizontal line to compare with, its words where they hide least.
struct ReferenceMark: Sendable {
  private let plot: Rectangle
  private let height: Double
  private let label: TextMark

  /// nil when the axis has no place for the value.
  init?(_ reference: ReferenceLine, _ layout: LineChartLayout, space: inout FreeSpace) {
    guard layout.y.axis.canShow(reference.y) else { return nil }
    let plot = layout.plot
    let y = layout.y.position(reference.y)
    let size = LineChartLayout.labelSize - 0.5
    let width = TextMetrics.width(reference.label, size: size)

    let lefts = [plot.right - width - 4, plot.left + 6, (plot.left + plot.right - width) / 2]
    let boxes = lefts.flatMap { left in
      [y - 4, y + 14].map { baseline in
        Rectangle(left: left, top: baseline - 11, right: left + width, bottom: baseline + 3)
      }
    }
    let costs = boxes.enumerated().map { (space.cost(of: $1) + Double($0) * 0.1, $1) }
    guard let box = costs.min(by: { $0.0 < $1.0 })?.1 else { return nil }
    space.addBox(box, weight: 20)
    label = TextMark(
      reference.label, at: Point(x: box.left, y: box.bottom - 3), style: "reference-label halo")
    self.plot = plot
    height = y
  }

  func drawLine(into markup: inout Markup) {
    let coordinate = NumberText.coordinate
    let path = "M\(coordinate(plot.left)) \(coordinate(height))H\(coordinate(plot.right))"
    markup.empty("path", ["class": "reference", "d": path])
  }

  func drawLabel(into markup: inout Markup) {
    label.draw(into: &markup)
  }
}
