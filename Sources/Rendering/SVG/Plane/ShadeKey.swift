import Execution

/// What the shades of planes mean: a swatch of each with the value that it begins at.
struct ShadeKey: Sendable {
  private static let lineHeight = 20.0
  private static let swatch = Size(width: 22, height: 11)

  private let plane: Plane
  private let top: Double
  /// The shades, line by line, with the left end of each.
  private let lines: [[(entry: Plane.KeyEntry, left: Double)]]

  /// The key below a chart; nil when it has no planes. All panels have the key of the first.
  init?(_ figure: Figure, top: Double) {
    guard let plane = figure.panels.first?.planes.first, !plane.key.isEmpty else { return nil }
    self.plane = plane
    self.top = top
    let indent = 2 + TextMetrics.width(plane.quantity, size: ChartLayout.labelSize) + 14
    var lines: [[(entry: Plane.KeyEntry, left: Double)]] = [[]]
    var left = indent
    for entry in plane.key {
      let width =
        Self.swatch.width + 6 + TextMetrics.width(entry.label, size: AxisMarks.tickSize)
      if left + width > ChartLayout.width, left > indent {
        lines.append([])
        left = indent
      }
      lines[lines.count - 1].append((entry, left))
      left += width + 14
    }
    self.lines = lines
  }

  var height: Double { Double(lines.count) * Self.lineHeight + 4 }

  func draw(into markup: inout Markup) {
    for (index, line) in lines.enumerated() {
      let middle = top + 2 + (Double(index) + 0.5) * Self.lineHeight
      if index == 0 {
        TextMark(plane.quantity, at: Point(x: 2, y: middle + 4), style: "axis-title")
          .draw(into: &markup)
      }
      for (entry, left) in line { draw(entry, left: left, middle: middle, into: &markup) }
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
