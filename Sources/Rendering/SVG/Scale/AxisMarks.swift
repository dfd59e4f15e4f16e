import Execution

/// Tick labels and grid lines of the two axes of a plot.
struct AxisMarks: Sendable {
  private let frame: PanelFrame
  private let slantsLabels: Bool
  private var x: Scale { frame.x }
  private var y: Scale { frame.y }
  private var plot: Rectangle { frame.plot }

  init(_ frame: PanelFrame, slantsLabels: Bool) {
    self.frame = frame
    self.slantsLabels = slantsLabels
  }

  static let tickSize = 11.5
  /// How wide a slanted label is at most.
  static let longestLabel = 130.0
  private static let coordinate = NumberText.coordinate

  func draw(into markup: inout Markup) {
    drawGrid(into: &markup)
    markup.element("g", ["class": "ticks"]) { markup in
      for tick in y.ticks where frame.showsYLabels {
        let place = Point(x: plot.left - 8, y: y.position(tick.value) + 4)
        Self.drawLabel(tick, at: place, anchor: "end", into: &markup)
      }
      guard frame.showsXLabels else { return }
      for tick in labelledXTicks { drawLabel(ofX: tick, into: &markup) }
    }
    markup.newline()
  }

  /// The ticks of the horizontal axis with labels: those that would lie over the label before them have none.
  private var labelledXTicks: [Tick] {
    if x.axis.scale == .categorical {
      return stride(from: 0, to: x.ticks.count, by: every).map { x.ticks[$0] }
    }
    var end = -Double.infinity
    return x.ticks.filter { tick in
      let place = middle(ofLabel: tick)
      let half = Self.labelWidth([tick]) / 2
      guard place - half >= end else { return false }
      end = place + half
      return true
    }
  }

  private func drawLabel(ofX tick: Tick, into markup: inout Markup) {
    var place = Point(x: x.position(tick.value), y: plot.bottom + 19)
    if slantsLabels {
      let room = min(Self.longestLabel, (place.x - 2) / TextMetrics.slantedReach)
      let label = TextMetrics.fit(tick.label, size: Self.tickSize, into: room)
      place.y -= 5
      markup.element(
        "text",
        [
          "transform":
            "translate(\(Self.coordinate(place.x)) \(Self.coordinate(place.y))) rotate(-40)",
          "text-anchor": "end",
        ], text: label)
      return
    }
    place.x = middle(ofLabel: tick)
    Self.drawLabel(tick, at: place, anchor: "middle", into: &markup)
  }

  /// Where the middle of an upright label below the plot lies: at its tick, unless it would reach out of the drawing.
  private func middle(ofLabel tick: Tick) -> Double {
    let half = Self.labelWidth([tick]) / 2
    return max(half + 1, min(x.position(tick.value), ChartLayout.width - half - 1))
  }

  /// The step between the labels of a categorical axis with more words than there is room for.
  private var every: Int { max(1, Int((13 / max(x.unit, 0.01)).rounded(.up))) }

  /// The axis title with the power of ten that the labels leave out.
  static func title(_ scale: Scale) -> String {
    scale.axis.title + unit(scale.unitExponent) + range(scale)
  }

  /// Which part of all possible values the axis shows, if it is not all: ", from 0.7 to 1".
  private static func range(_ scale: Scale) -> String {
    guard let possible = scale.axis.possible, scale.domain != possible, scale.unitExponent == 0
    else { return "" }
    let (lower, upper) = (scale.domain.lowerBound, scale.domain.upperBound)
    return ", axis from \(NumberText.significant(lower)) to \(NumberText.significant(upper))"
  }

  /// A power of ten that labels leave out, for the end of a title: " (×10⁶)"; empty when it is 1.
  static func unit(_ exponent: Int) -> String {
    guard exponent != 0 else { return "" }
    let digits = String(exponent).map { superscripts[$0] ?? String($0) }.joined()
    return " (×10\(digits))"
  }

  /// The width of the widest tick label.
  static func labelWidth(_ ticks: [Tick]) -> Double {
    ticks.map { tick in
      TextMetrics.width(tick.label, size: tickSize)
        + TextMetrics.width(tick.power ?? "", size: tickSize * 0.75)
    }.max() ?? 0
  }

  /// Writes the label of a tick, its power raised.
  static func drawLabel(
    _ tick: Tick, at position: Point, anchor: String, into markup: inout Markup
  ) {
    markup.element(
      "text",
      [
        "x": coordinate(position.x), "y": coordinate(position.y),
        "text-anchor": anchor == "start" ? nil : anchor,
      ]
    ) {
      $0.text(tick.label)
      if let power = tick.power {
        $0.element("tspan", ["class": "power", "dy": "-5"], text: power)
      }
    }
  }

  private func drawGrid(into markup: inout Markup) {
    let lines = y.ticks.map { horizontal(at: y.position($0.value)) }.joined()
    markup.empty("path", ["class": "grid", "d": lines])
    if y.axis.scale == .linear, y.domain.contains(0), y.domain.lowerBound < 0 {
      markup.empty("path", ["class": "zero", "d": horizontal(at: y.position(0))])
    }
    var axis = horizontal(at: plot.bottom)
    for tick in x.ticks where x.axis.scale != .categorical {
      axis += "M\(Self.coordinate(x.position(tick.value))) \(Self.coordinate(plot.bottom))v5"
    }
    for value in x.minorTicks {
      axis += "M\(Self.coordinate(x.position(value))) \(Self.coordinate(plot.bottom))v3"
    }
    if !y.minorTicks.isEmpty {
      axis +=
        "M\(Self.coordinate(plot.left)) \(Self.coordinate(plot.top))V\(Self.coordinate(plot.bottom))"
    }
    for value in y.minorTicks {
      axis += "M\(Self.coordinate(plot.left)) \(Self.coordinate(y.position(value)))h-3"
    }
    markup.empty("path", ["class": "axis", "d": axis])
  }

  private func horizontal(at y: Double) -> String {
    "M\(Self.coordinate(plot.left)) \(Self.coordinate(y))H\(Self.coordinate(plot.right))"
  }

  private static let superscripts: [Character: String] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]
}
