import Execution

/// The shades of a plane within a plot.
struct PlaneMark: Sendable {
  /// How much more of its hue each level adds.
  static let opacity = "0.14"

  private let plane: Plane
  private let plot: Rectangle

  init(_ plane: Plane, in plot: Rectangle) {
    self.plane = plane
    self.plot = plot
  }

  func draw(into markup: inout Markup) {
    for field in plane.fields {
      let paths = field.levels.map { path(of: field, from: $0) }.filter { !$0.isEmpty }
      if paths.isEmpty { continue }
      markup.element("g", ["class": "series", "style": field.color.strokeStyle]) { markup in
        for path in paths {
          markup.empty("path", ["class": "shade", "fill-opacity": Self.opacity, "d": path])
        }
      }
    }
    markup.newline()
  }

  /// The outline of the area where a field reaches a level.
  private func path(of field: Plane.Field, from level: Double) -> String {
    let contours = Contours(
      values: field.values, columns: plane.columns, rows: plane.rows, level: level)
    let coordinate = NumberText.coordinate
    let (stepX, stepY) = (
      plot.width / Double(plane.columns - 1), plot.height / Double(plane.rows - 1)
    )
    return contours.loops.map { loop in
      let places = loop.map {
        "\(coordinate(plot.left + $0.x * stepX)) \(coordinate(plot.bottom - $0.y * stepY))"
      }
      return "M" + places.joined(separator: "L") + "z"
    }.joined()
  }
}
