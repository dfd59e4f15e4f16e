import Execution

/// A series with its place in the plot.
struct Curve: Sendable {
  let series: Series
  let summary: SeriesSummary
  let vertices: LineVertices
  /// The last point that could be drawn.
  let end: Point?
  /// Whether the values are so few that each deserves its own dot.
  let showsPoints: Bool

  init(_ series: Series, x: Scale, y: Scale) {
    self.series = series
    summary = SeriesSummary(series, x: x.axis, y: y.axis)
    vertices = LineVertices(
      zip(series.x, series.y).map { pair in
        guard x.axis.canShow(pair.0), y.axis.canShow(pair.1) else { return nil }
        return Point(x: x.position(pair.0), y: y.position(pair.1))
      })
    end = vertices.pieces.last?.last
    showsPoints = summary.drawn <= 15
  }

  /// The class of the line.
  var style: String { series.stroke == .dashed ? "line dashed" : "line" }

  /// The two colours of the line, for light and dark paper, as properties of a style.
  var strokeColors: String {
    Self.colors(Palette.light.stroke(series.color), Palette.dark.stroke(series.color))
  }

  /// The two colours of words about the line.
  var textColors: String {
    Self.colors(Palette.light.text(series.color), Palette.dark.text(series.color))
  }

  func draw(into markup: inout Markup) {
    markup.element("g", ["class": "series", "style": strokeColors]) { markup in
      markup.empty(
        "path", ["class": "\(style)\(summary.drawn > 200 ? " fine" : "")", "d": path])
      for point in dots {
        markup.empty(
          "circle",
          ["cx": NumberText.coordinate(point.x), "cy": NumberText.coordinate(point.y), "r": "2.5"])
      }
    }
    markup.newline()
  }

  private var path: String {
    var path = ""
    for piece in vertices.pieces where piece.count > 1 {
      for (index, point) in piece.enumerated() {
        path += index == 0 ? "M" : "L"
        path += NumberText.coordinate(point.x) + " " + NumberText.coordinate(point.y)
      }
    }
    return path
  }

  /// All points of a short series; of a long one those without a neighbour to draw a line to.
  private var dots: [Point] {
    vertices.pieces.flatMap { showsPoints || $0.count == 1 ? $0 : [] }
  }

  private static func colors(_ light: RGB, _ dark: RGB) -> String {
    "--light:\(light.hex);--dark:\(dark.hex)"
  }
}
