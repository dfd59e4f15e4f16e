/// What the colours mean: a strip of all of them with ticks and a title.
struct ColorBar: Sendable {
  let width: Double
  let smallestHeight = 96.0
  private let colors: ColorScale
  private let titleLines: [String]
  /// nil for a single colour, which has its value beside it.
  private let ticks: LinearTicks?

  private static let thickness = 14.0
  private static let titleWidth = 120.0
  private static let mostTitleLines = 3
  private static let titleLineHeight = 14.0

  init(_ colors: ColorScale, title: String) {
    self.colors = colors
    let ticks =
      colors.isRange ? LinearTicks(from: colors.lower, to: colors.upper, atMost: 6) : nil
    self.ticks = ticks
    titleLines = Self.lines(title, unit: AxisMarks.unit(ticks?.unitExponent ?? 0))
    let titleWidth =
      titleLines.map { TextMetrics.width($0, size: HeatmapLayout.labelSize) }.max() ?? 0
    let labelWidth =
      ticks.map { AxisMarks.labelWidth($0.ticks) }
      ?? TextMetrics.width(Self.label(of: colors), size: AxisMarks.tickSize)
    width = max(Self.thickness + 10 + labelWidth, titleWidth, 48) + 6
  }

  /// The title with the power of ten that the labels leave out.
  private static func lines(_ title: String, unit: String) -> [String] {
    var lines = TextMetrics.lines(
      title, size: HeatmapLayout.labelSize, width: titleWidth, atMost: mostTitleLines)
    if unit.isEmpty { return lines }
    let last = lines.popLast() ?? ""
    return lines + [last + unit]
  }

  /// The value of a single colour.
  private static func label(of colors: ColorScale) -> String {
    NumberText.significant(colors.lower)
  }

  /// How much room the title takes above the strip.
  var titleHeight: Double { 9 + Double(titleLines.count) * Self.titleLineHeight }

  func draw(
    into markup: inout Markup, left: Double, top: Double, height: Double, identifier: String
  ) {
    let height = max(height, smallestHeight)
    let coordinate = NumberText.coordinate
    drawScale(into: &markup, left: left, top: top, height: height)
    for (index, line) in titleLines.enumerated() {
      let baseline = top - 8 - Double(titleLines.count - 1 - index) * Self.titleLineHeight
      TextMark(line, at: Point(x: left, y: baseline), style: "axis-title").draw(into: &markup)
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

  /// Draws ticks and their labels.
  private func drawScale(into markup: inout Markup, left: Double, top: Double, height: Double) {
    let right = left + Self.thickness
    guard let ticks else {
      TextMark(
        Self.label(of: colors), at: Point(x: right + 8, y: top + height / 2 + 4), style: "tick"
      ).draw(into: &markup)
      return
    }
    var path = ""
    markup.element("g", ["class": "ticks"]) { markup in
      for tick in ticks.ticks {
        let y = top + height * (1 - colors.share(tick.value))
        path += "M\(NumberText.coordinate(right)) \(NumberText.coordinate(y))h4"
        AxisMarks.drawLabel(
          tick, at: Point(x: right + 8, y: y + 4), anchor: "start", into: &markup)
      }
    }
    markup.empty("path", ["class": "axis", "d": path])
  }
}
