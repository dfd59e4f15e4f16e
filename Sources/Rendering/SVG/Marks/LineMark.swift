import Execution

/// A line through the points of a series, broken where values are missing.
struct LineMark: MarkDrawing {
  static let chartName = "Line chart"

  /// Up to how many points each has its own dot, unless they are but the corners of bars.
  private static let mostDots = 15

  private let style: String
  private let vertices: LineVertices
  /// The values themselves, faint below their smoothed course.
  private let raw: LineVertices?
  private let dots: [(point: Point, title: String?)]

  init(_ placed: PlacedSeries) {
    let series = placed.series
    let points = series.isStepped ? placed.points.inSteps : placed.points
    let drawn = points.count { $0 != nil }
    if let smoothing = series.smoothing {
      raw = LineVertices(points)
      vertices = LineVertices(zip(series.x, smoothing.values).map { placed.point($0, $1) })
    } else {
      raw = nil
      vertices = LineVertices(points)
    }
    end = vertices.end(before: placed.x.end)
    style =
      ["line", series.stroke.style].compactMap(\.self).joined(separator: " ")
      + (drawn > 200 && raw == nil ? " fine" : "")
    if drawn <= Self.mostDots, placed.isSparse, raw == nil, series.bins == nil {
      dots = placed.titledPoints.map { ($0.point, $0.title) }
    } else {
      // A point without a neighbour to draw a line to.
      dots = vertices.pieces.filter { $0.count == 1 }.map { ($0[0], nil) }
    }
  }

  var outlines: [[Point]] { vertices.pieces + (raw?.pieces ?? []) }

  let end: Point?

  func draw(into markup: inout Markup) {
    if let raw { markup.empty("path", ["class": "line fine raw", "d": raw.path]) }
    markup.empty("path", ["class": style, "d": vertices.path])
    for dot in dots { PointShape.circle.draw(at: dot.point, title: dot.title, into: &markup) }
  }

  func drawSample(at middle: Point, into markup: inout Markup) {
    let (x, y) = (NumberText.coordinate(middle.x - 13), NumberText.coordinate(middle.y))
    markup.empty("path", ["class": style, "d": "M\(x) \(y)h26"])
  }
}

extension Series.Stroke {
  /// The class of the pattern; nil for a line without one.
  var style: String? {
    switch self {
    case .solid: nil
    case .dashed: "dashed"
    case .dotted: "dotted"
    case .dashDotted: "dash-dotted"
    }
  }
}

extension [Point?] {
  /// The points with a corner before each: what a value is holds from the place of the point before it.
  fileprivate var inSteps: [Point?] {
    var stepped: [Point?] = []
    stepped.reserveCapacity(2 * count)
    for (index, point) in enumerated() {
      if index > 0, let point, let before = self[index - 1] {
        stepped.append(Point(x: before.x, y: point.y))
      }
      stepped.append(point)
    }
    return stepped
  }
}

extension LineVertices {
  /// The last point, or where a line from left to right leaves a plot that ends at `right`.
  fileprivate func end(before right: Double) -> Point? {
    guard let line = pieces.last(where: { ($0.first?.x ?? .infinity) <= right }) else { return nil }
    guard let next = line.firstIndex(where: { $0.x > right + 0.01 }), next > 0 else {
      return line.last
    }
    let (before, after) = (line[next - 1], line[next])
    let share = (right - before.x) / (after.x - before.x)
    return Point(x: right, y: before.y + (after.y - before.y) * share)
  }

  /// The lines as the data of a path.
  var path: String {
    var path = ""
    for piece in pieces where piece.count > 1 {
      for (index, point) in piece.enumerated() {
        path += index == 0 ? "M" : "L"
        path += NumberText.coordinate(point.x) + " " + NumberText.coordinate(point.y)
      }
    }
    return path
  }
}
