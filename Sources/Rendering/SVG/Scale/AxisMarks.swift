import Execution

/// Tick labels, grid lines and titles of the two axes of a plot.
struct AxisMarks: Sendable {
  let x: Scale
  let y: Scale
  let plot: Rectangle

  static let tickSize = 11.5
  private static let coordinate = NumberText.coordinate

  func draw(into markup: inout Markup) {
    drawGrid(into: &markup)
    markup.element("g", ["class": "ticks"]) { markup in
      for tick in y.ticks {
        let place = Point(x: plot.left - 8, y: y.position(tick.value) + 4)
        Self.drawLabel(tick, at: place, anchor: "end", into: &markup)
      }
      for tick in x.ticks {
        let place = Point(x: x.position(tick.value), y: plot.bottom + 19)
        Self.drawLabel(tick, at: place, anchor: "middle", into: &markup)
      }
    }
    let middle = Point(x: (plot.left + plot.right) / 2, y: plot.bottom + 38)
    TextMark(Self.title(x), at: middle, .middle, style: "axis-title").draw(into: &markup)
    TextMark(Self.title(y), at: Point(x: 2, y: plot.top - 15), style: "axis-title")
      .draw(into: &markup)
    markup.newline()
  }

  /// The axis title with the power of ten that the labels leave out.
  static func title(_ scale: Scale) -> String {
    scale.axis.title + unit(scale.unitExponent)
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
    if y.axis.scale == .linear, y.domain.contains(0) {
      markup.empty("path", ["class": "zero", "d": horizontal(at: y.position(0))])
    }
    var axis = horizontal(at: plot.bottom)
    for tick in x.ticks {
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
