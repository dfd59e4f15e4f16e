/// The shape of a point, which tells series apart without their colours.
enum PointShape: Int, CaseIterable, Sendable {
  case circle, square, triangle, diamond, cross, plus

  /// The shape of the n-th series.
  init(rank: Int) {
    self = Self.allCases[max(0, rank) % Self.allCases.count]
  }

  /// The shape around the place where a path stands, as steps of that path.
  private var steps: String {
    switch self {
    // A line without length has round ends.
    case .circle: "h0"
    case .square: "m-2.5 -2.5h5v5h-5z"
    case .triangle: "m0 -3.4l3.2 5.6h-6.4z"
    case .diamond: "m0 -3.6l3.2 3.6l-3.2 3.6l-3.2 -3.6z"
    case .cross:
      "m-2.8 -1.9l.9 -.9l1.9 1.9l1.9 -1.9l.9 .9l-1.9 1.9l1.9 1.9l-.9 .9l-1.9 -1.9l-1.9 1.9l-.9 -.9l1.9 -1.9z"
    case .plus: "m-.7 -3.3h1.4v2.6h2.6v1.4h-2.6v2.6h-1.4v-2.6h-2.6v-1.4h2.6z"
    }
  }

  /// The class of a path of such shapes.
  var style: String { self == .circle ? "dot round" : "dot" }

  /// The shape as a letter, for lists of names.
  var letter: String {
    switch self {
    case .circle: "●"
    case .square: "■"
    case .triangle: "▲"
    case .diamond: "◆"
    case .cross: "✕"
    case .plus: "✚"
    }
  }

  /// The data of a path with the shape at a point.
  func path(at point: Point) -> String {
    "M\(NumberText.coordinate(point.x)) \(NumberText.coordinate(point.y))\(steps)"
  }

  /// Draws the shape with the words that a pointer over it brings up.
  func draw(at point: Point, title: String?, into markup: inout Markup) {
    guard let title else {
      markup.empty("path", ["class": style, "d": path(at: point)])
      return
    }
    markup.element("path", ["class": style, "d": path(at: point)]) {
      $0.element("title", text: title)
    }
  }
}
