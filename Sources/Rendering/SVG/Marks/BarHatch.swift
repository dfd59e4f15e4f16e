/// Thin lines over the bars of a series, which tell bars side by side apart without their colours.
enum BarHatch: CaseIterable, Sendable {
  case plain, rising, falling, level, upright, crossed

  /// The lines of the n-th series.
  init(rank: Int) {
    self = Self.allCases[max(0, rank) % Self.allCases.count]
  }

  private static let distance = 7.0
  /// Narrower bars have no room for lines.
  private static let narrowest = 8.0

  /// Draws the lines over bars.
  func draw(over boxes: [Rectangle], into markup: inout Markup) {
    let path = boxes.filter { $0.width >= Self.narrowest }.map(path).joined()
    if !path.isEmpty { markup.empty("path", ["class": "bar-hatch", "d": path]) }
  }

  private func path(over box: Rectangle) -> String {
    switch self {
    case .plain: ""
    case .rising: Self.slanted(box, isRising: true)
    case .falling: Self.slanted(box, isRising: false)
    case .crossed: Self.slanted(box, isRising: true) + Self.slanted(box, isRising: false)
    case .level:
      stride(from: box.bottom - Self.distance, to: box.top, by: -Self.distance).map {
        Self.line(from: Point(x: box.left + 1, y: $0), to: Point(x: box.right - 1, y: $0))
      }.joined()
    case .upright:
      stride(from: box.left + Self.distance, to: box.right, by: Self.distance).map {
        Self.line(from: Point(x: $0, y: box.top), to: Point(x: $0, y: box.bottom))
      }.joined()
    }
  }

  /// Lines at half a right angle from edge to edge of a box.
  private static func slanted(_ box: Rectangle, isRising: Bool) -> String {
    let (width, height) = (box.width - 2, box.height)
    return stride(from: distance, to: width + height, by: distance * 1.4).map { reach in
      let (across, down) = (min(reach, width), min(reach, height))
      let ends = [(across, reach - across), (reach - down, down)].map { x, y in
        Point(x: box.left + 1 + (isRising ? x : width - x), y: box.top + y)
      }
      return line(from: ends[0], to: ends[1])
    }.joined()
  }

  private static func line(from start: Point, to end: Point) -> String {
    let ends = [start, end].map {
      "\(NumberText.coordinate($0.x)) \(NumberText.coordinate($0.y))"
    }
    return "M\(ends[0])L\(ends[1])"
  }
}
