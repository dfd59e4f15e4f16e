import Execution

/// A line chart in words.
struct LineChartDescription: Sendable {
  private let chart: LineChart
  private let summaries: [SeriesSummary]

  private static let mostSeries = 12

  init(_ chart: LineChart) {
    self.chart = chart
    summaries = chart.series.map { SeriesSummary($0, x: chart.x, y: chart.y) }
  }

  var text: String {
    var sentences = [opening]
    for (series, summary) in zip(chart.series, summaries).prefix(Self.mostSeries) {
      sentences.append(Self.sentence(series, summary, chart))
    }
    if chart.series.count > Self.mostSeries {
      sentences.append("\(chart.series.count - Self.mostSeries) more series.")
    }
    for reference in chart.references {
      sentences.append(
        "Reference line at \(NumberText.significant(reference.y)): \(reference.label).")
    }
    if let remark = Self.remark(on: summaries, chart) { sentences.append(remark + ".") }
    return sentences.joined(separator: " ")
  }

  private var opening: String {
    let first = summaries.compactMap(\.first?.x).min()
    let last = summaries.compactMap(\.last?.x).max()
    var text = "Line chart of \(chart.y.title) by \(chart.x.quantity)"
    if let first, let last {
      text += ", \(Self.place(first)) to \(Self.place(last))"
    }
    if chart.y.scale == .logarithmic { text += ", on a logarithmic axis" }
    return text + "."
  }

  /// How a curve runs: "train falls from 0.58 to 0.011, lowest 0.011 at epoch 50."
  static func sentence(_ series: Series, _ summary: SeriesSummary, _ chart: LineChart) -> String {
    let name = series.label.isEmpty ? chart.y.quantity : series.label
    guard let first = summary.first, let last = summary.last, let lowest = summary.lowest,
      let highest = summary.highest
    else { return "\(name) has no values to draw." }
    let value = { (point: SeriesSummary.Point) in NumberText.significant(point.y) }
    let placed = { (point: SeriesSummary.Point) in
      "\(value(point)) at \(chart.x.quantity) \(place(point.x))"
    }
    var text: String
    if summary.drawn == 1 {
      text = "\(name) is \(placed(first))"
    } else if lowest.y == highest.y {
      text = "\(name) stays at \(value(first))"
    } else {
      let verb = last.y < first.y ? "falls" : last.y > first.y ? "rises" : "goes"
      text = "\(name) \(verb) from \(value(first)) to \(value(last))"
      if last == lowest {
        text += ", its lowest value"
      } else if verb != "rises" || lowest.y < first.y {
        text += ", lowest \(placed(lowest))"
      }
      if last == highest {
        text += ", its highest value"
      } else if verb != "falls" || highest.y > first.y {
        text += ", highest \(placed(highest))"
      }
    }
    if let lost = summary.lostFrom {
      text += "; not finite from \(chart.x.quantity) \(place(lost))"
    }
    return text + "."
  }

  /// What the drawing had to leave out, for below the plot; nil when that is nothing.
  static func remark(on summaries: [SeriesSummary], _ chart: LineChart) -> String? {
    let leftOut = summaries.reduce(0) { $0 + $1.leftOut }
    let gaps = summaries.reduce(0) { $0 + ($1.lostFrom == nil ? $1.nonFinite : 0) }
    var parts: [String] = []
    if leftOut > 0 {
      parts.append(
        "\(count(leftOut)) of 0 or below left out: a logarithmic axis has no place for them")
    }
    if gaps > 0 { parts.append("\(count(gaps)) not finite, shown as gaps") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func count(_ number: Int) -> String {
    number == 1 ? "1 value" : "\(NumberText.grouped(number)) values"
  }

  private static func place(_ x: Double) -> String {
    NumberText.significant(x, digits: 9)
  }
}
