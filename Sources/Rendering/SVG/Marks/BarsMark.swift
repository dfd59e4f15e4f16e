import Execution

/// A bar from 0 to each value of a series; the bars of several series stand side by side.
struct BarsMark: MarkDrawing {
  static let chartName = "Bar chart"
  static let standsOnZero = true
  static let sharesRoom = true

  /// Above this many bars a series is drawn as one shape without tooltips.
  private static let most = PlacedSeries.mostTooltips
  private static let valueSize = 11.0

  private let bars: [(box: Rectangle, title: String?)]
  private let values: [TextMark]
  private let hatch: BarHatch

  init(_ placed: PlacedSeries) {
    let foot = placed.foot
    let room = placed.step * placed.x.unit
    let width = room * 0.8 / Double(max(placed.slot.count, 1))
    let left = Double(placed.slot.index) * width - room * 0.4
    func box(_ point: Point) -> Rectangle {
      let end = Self.height(of: point, in: placed)
      return Rectangle(
        left: point.x + left, top: min(end, foot), right: point.x + left + width,
        bottom: max(end, foot))
    }
    if placed.series.x.count <= Self.most {
      bars = placed.titledPointsOfAnyHeight.map { (box($0.point), $0.title) }
    } else {
      bars = LineVertices(placed.points).pieces.joined().map { (box($0), nil) }
    }
    // Bars that stand alone leave room on both sides.
    let valueRoom = placed.slot.count == 1 ? room - 4 : width
    values = Self.values(placed, shift: left + width / 2, room: valueRoom)
    hatch = placed.slot.count == 1 ? .plain : BarHatch(rank: placed.rank)
  }

  /// Where a bar ends: at its value, or where it leaves the plot.
  private static func height(of point: Point, in placed: PlacedSeries) -> Double {
    let top = placed.y.position(placed.y.domain.upperBound)
    let bottom = placed.y.position(placed.y.domain.lowerBound)
    return max(top, min(bottom, point.y))
  }

  /// The value at the end of each bar, if all of them fit: above it, or below one that hangs down; within a bar that ends
  /// where the plot does.
  private static func values(_ placed: PlacedSeries, shift: Double, room: Double) -> [TextMark] {
    let highest =
      placed.isCutOff ? placed.y.position(placed.y.domain.upperBound) + 12 : -Double.infinity
    let lowest = placed.y.position(placed.y.domain.lowerBound) - 4
    let marks = zip(placed.series.x, placed.series.y).compactMap { x, y in
      placed.point(x, y).map { point in
        let end = height(of: point, in: placed)
        let line = end > placed.foot ? min(end + 12, lowest) : max(end - 5, highest)
        return TextMark(
          NumberText.significant(y), at: Point(x: point.x + shift, y: line), .middle,
          style: "bar-value halo")
      }
    }
    let widest = marks.map { TextMetrics.width($0.text, size: valueSize) }.max() ?? 0
    return widest <= room ? marks : []
  }

  var outlines: [[Point]] {
    bars.flatMap { bar -> [[Point]] in
      let sides = stride(from: bar.box.left, through: bar.box.right, by: max(4, bar.box.width / 8))
      return sides.map { [Point(x: $0, y: bar.box.top), Point(x: $0, y: bar.box.bottom)] }
    }
  }

  var end: Point? { nil }

  var words: [Rectangle] {
    values.map { value in
      let half = TextMetrics.width(value.text, size: Self.valueSize) / 2
      return Rectangle(
        left: value.position.x - half, top: value.position.y - 9, right: value.position.x + half,
        bottom: value.position.y + 2)
    }
  }

  func draw(into markup: inout Markup) {
    guard bars.count <= Self.most else {
      markup.empty("path", ["class": "bar", "d": bars.map { Self.path($0.box) }.joined()])
      return
    }
    for bar in bars {
      markup.element("path", ["class": "bar", "d": Self.path(bar.box)]) { markup in
        if let title = bar.title { markup.element("title", text: title) }
      }
    }
    hatch.draw(over: bars.map(\.box), into: &markup)
    for value in values { value.draw(into: &markup) }
  }

  func drawSample(at middle: Point, into markup: inout Markup) {
    let box = Rectangle(
      left: middle.x - 6, top: middle.y - 6, right: middle.x + 6, bottom: middle.y + 6)
    markup.empty("path", ["class": "bar", "d": Self.path(box)])
    hatch.draw(over: [box], into: &markup)
  }

  /// A bar with a little air on both sides.
  private static func path(_ box: Rectangle) -> String {
    let air = min(1, box.width / 8)
    let (left, right) = (
      NumberText.coordinate(box.left + air), NumberText.coordinate(box.right - air)
    )
    let (top, bottom) = (NumberText.coordinate(box.top), NumberText.coordinate(box.bottom))
    return "M\(left) \(bottom)V\(top)H\(right)V\(bottom)z"
  }
}
