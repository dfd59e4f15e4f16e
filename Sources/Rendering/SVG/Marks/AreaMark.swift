import Execution

/// The area between 0 and a line through the points of a series.
struct AreaMark: MarkDrawing {
  static let chartName = "Area chart"
  static let standsOnZero = true

  private let line: LineMark
  private let vertices: LineVertices
  private let foot: Double

  init(_ placed: PlacedSeries) {
    line = LineMark(placed)
    vertices = LineVertices(placed.points)
    foot = placed.foot
  }

  var outlines: [[Point]] { line.outlines }

  var end: Point? { line.end }

  func draw(into markup: inout Markup) {
    let foot = NumberText.coordinate(foot)
    var path = ""
    for piece in vertices.pieces where piece.count > 1 {
      path += "M\(NumberText.coordinate(piece[0].x)) \(foot)"
      for point in piece {
        path += "L\(NumberText.coordinate(point.x)) \(NumberText.coordinate(point.y))"
      }
      path += "V\(foot)z"
    }
    markup.empty("path", ["class": "area", "d": path])
    line.draw(into: &markup)
  }

  func drawSample(at middle: Point, into markup: inout Markup) {
    let (x, y) = (NumberText.coordinate(middle.x - 13), NumberText.coordinate(middle.y))
    markup.empty("path", ["class": "area", "d": "M\(x) \(y)h26v7h-26z"])
    line.drawSample(at: middle, into: &markup)
  }
}
