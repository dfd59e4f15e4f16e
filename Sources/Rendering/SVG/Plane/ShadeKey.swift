import Execution

/// What the shades of planes mean: a swatch of each with the value that it begins at.
struct ShadeKey: Sendable {
  static let height = 24.0
  private static let swatch = Size(width: 22, height: 11)

  private let plane: Plane
  private let top: Double

  /// The key below a chart; nil when it has no planes. All panels have the key of the first.
  init?(_ figure: Figure, top: Double) {
    guard let plane = figure.panels.first?.planes.first, !plane.key.isEmpty else { return nil }
    self.plane = plane
    self.top = top
  }

  func draw(into markup: inout Markup) {
    let middle = top + Self.height / 2
    let title = plane.quantity
    TextMark(title, at: Point(x: 2, y: middle + 4), style: "axis-title").draw(into: &markup)
    var left = 2 + TextMetrics.width(title, size: ChartLayout.labelSize) + 14
    for entry in plane.key {
      draw(entry, left: left, middle: middle, into: &markup)
      left += Self.swatch.width + 6 + TextMetrics.width(entry.label, size: AxisMarks.tickSize) + 14
    }
    markup.newline()
  }

  /// Levels lie on top of one another, as they do in the plots.
  private func draw(
    _ entry: Plane.KeyEntry, left: Double, middle: Double, into markup: inout Markup
  ) {
    let swatch = Rectangle(
      left: left, top: middle - Self.swatch.height / 2, right: left + Self.swatch.width,
      bottom: middle + Self.swatch.height / 2)
    let style = entry.color.map(\.strokeStyle)
    markup.element("g", ["class": style == nil ? "any" : "series", "style": style]) { markup in
      let (x, y) = (NumberText.coordinate(swatch.left), NumberText.coordinate(swatch.top))
      let outline =
        "M\(x) \(y)h\(NumberText.coordinate(swatch.width))v\(NumberText.coordinate(swatch.height))"
        + "h\(NumberText.coordinate(-swatch.width))z"
      for _ in 0..<entry.shade {
        markup.empty(
          "path", ["class": "shade", "fill-opacity": PlaneMark.opacity, "d": outline])
      }
      markup.empty("path", ["class": "swatch", "d": outline])
    }
    TextMark(entry.label, at: Point(x: swatch.right + 6, y: middle + 4), style: "tick")
      .draw(into: &markup)
  }
}
