/// What the colours mean: a strip of all of them with ticks and a title.
struct ColorBar: Sendable {
  let width: Double
  let smallestHeight = 96.0
  private let colors: ColorScale
  private let titleLines: [String]

  private static let thickness = 14.0
  private static let titleWidth = 120.0
  private static let mostTitleLines = 3
  private static let titleLineHeight = 14.0

  init(_ colors: ColorScale, title: String) {
    self.colors = colors
    titleLines = TextMetrics.lines(
      title, size: HeatmapLayout.labelSize, width: Self.titleWidth, atMost: Self.mostTitleLines)
    let title = titleLines.map { TextMetrics.width($0, size: HeatmapLayout.labelSize) }.max() ?? 0
    let ticks =
      colors.isRange ? LinearTicks(from: colors.lower, to: colors.upper, atMost: 6).ticks : []
    width = max(Self.thickness + 10 + AxisMarks.labelWidth(ticks), title, 48) + 6
  }

  /// How much room the title takes above the strip.
  var titleHeight: Double { 9 + Double(titleLines.count) * Self.titleLineHeight }

  func draw(
    into markup: inout Markup, left: Double, top: Double, height: Double, identifier: String
  ) {
    let height = max(height, smallestHeight)
    let coordinate = NumberText.coordinate
    let unit = drawScale(into: &markup, left: left, top: top, height: height)
    for (index, line) in titleLines.enumerated() {
      let baseline = top - 8 - Double(titleLines.count - 1 - index) * Self.titleLineHeight
      let text = index == titleLines.count - 1 ? line + unit : line
      TextMark(text, at: Point(x: left, y: baseline), style: "axis-title").draw(into: &markup)
    }
    markup.element(
      "linearGradient", ["id": "\(identifier)-colors", "x1": "0", "y1": "1", "x2": "0", "y2": "0"]
    ) { markup in
      let anchors = colors.isRange ? colors.map.anchors : [colors.map.color(at: 0.5)]
      for (index, color) in anchors.enumerated() {
        let share = Double(index) / Double(max(anchors.count - 1, 1))
        markup.empty("stop", ["offset": coordinate(share), "stop-color": color.hex])
      }
    }
    markup.empty(
      "rect",
      [
        "x": coordinate(left), "y": coordinate(top), "width": coordinate(Self.thickness),
        "height": coordinate(height), "rx": "2", "fill": "url(#\(identifier)-colors)",
      ])
    markup.newline()
  }

  /// Draws ticks and their labels; returns what the title has to say about their unit.
  private func drawScale(into markup: inout Markup, left: Double, top: Double, height: Double)
    -> String
  {
    let right = left + Self.thickness
    guard colors.isRange else {
      TextMark(
        NumberText.significant(colors.lower), at: Point(x: right + 8, y: top + height / 2 + 4),
        style: "tick"
      ).draw(into: &markup)
      return ""
    }
    let ticks = LinearTicks(from: colors.lower, to: colors.upper, atMost: 6)
    var path = ""
    markup.element("g", ["class": "ticks"]) { markup in
      for tick in ticks.ticks {
        let share = (tick.value - colors.lower) / (colors.upper - colors.lower)
        let y = top + height * (1 - share)
        path += "M\(NumberText.coordinate(right)) \(NumberText.coordinate(y))h4"
        AxisMarks.drawLabel(
          tick, at: Point(x: right + 8, y: y + 4), anchor: "start", into: &markup)
      }
    }
    markup.empty("path", ["class": "axis", "d": path])
    return AxisMarks.unit(ticks.unitExponent)
  }
}
