import Execution

/// A chart in words.
struct ChartDescription: Sendable {
  private let figure: Figure

  private static let mostSeries = 12
  private static let mostCategories = 12

  init(_ figure: Figure) {
    self.figure = figure
  }

  var text: String {
    let described = figure.panels.flatMap { panel in
      panel.allSeries.map { (panel, $0, SeriesSummary($0, x: figure.x, y: figure.y)) }
    }
    let summaries = described.map(\.2)
    var sentences = [opening(summaries)]
    for (panel, series, summary) in described.prefix(Self.mostSeries) {
      sentences.append(Self.sentence(on: series, summary, figure, panel: panel.title))
    }
    if described.count > Self.mostSeries {
      sentences.append("\(described.count - Self.mostSeries) more series.")
    }
    let planes = figure.panels.flatMap { panel in
      panel.planes.map { PlaneDescription($0, panel: panel.title).text }
    }
    sentences += planes.prefix(Self.mostSeries)
    if planes.count > Self.mostSeries {
      sentences.append("\(planes.count - Self.mostSeries) more planes.")
    }
    let plots = figure.references.isEmpty ? [] : ChartLayout(figure).panels
    for reference in figure.references {
      sentences.append(reference.sentence(on: figure.x, in: plots))
    }
    if let remark = Self.remark(on: summaries) { sentences.append(remark + ".") }
    return sentences.joined(separator: " ")
  }

  private func opening(_ summaries: [SeriesSummary]) -> String {
    let marks = figure.marks
    let name = marks.count == 1 ? marks.first?.drawing.chartName : nil
    let plane = figure.panels.first?.planes.first
    var text =
      if figure.isHistogram {
        "Histogram of \(figure.x.quantity)"
      } else if let plane {
        "Plane of \(plane.quantity) over \(figure.x.quantity) and \(figure.y.quantity)"
      } else {
        "\(name ?? "Chart") of \(figure.y.title) by \(figure.x.quantity)"
      }
    let first = summaries.compactMap(\.leftmost).min()
    let last = summaries.compactMap(\.rightmost).max()
    if let first, let last, plane == nil, !figure.hasOwnAxes {
      text += ", \(figure.x.name(of: first)) to \(figure.x.name(of: last))"
    }
    if figure.panels.count > 1 { text += ", in \(figure.panels.count) panels" }
    let logarithmic = [figure.y, figure.x].filter { $0.scale == .logarithmic }
    switch logarithmic.count {
    case 0: break
    case 1:
      text += logarithmic[0] == figure.y ? ", on a logarithmic axis" : ", along a logarithmic axis"
    default: text += ", on logarithmic axes"
    }
    return text + "."
  }

  /// How a series runs: "train falls from 0.58 to 0.011, lowest 0.011 at epoch 50."
  static func sentence(
    on series: Series, _ summary: SeriesSummary, _ figure: Figure, panel: String = ""
  ) -> String {
    let counted = series.bins == nil ? figure.y : figure.x
    let label = series.label.isEmpty ? counted.quantity : series.label
    let name = [panel, label, series.smoothing?.words ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
    if let bins = series.bins { return "\(name): \(BinsSummary(bins).text)." }
    if series.isCloud {
      return "\(name): \(CloudSummary(series, x: figure.x, y: figure.y).text)."
    }
    if figure.x.scale == .categorical, series.x.count <= mostCategories {
      return "\(name): \(listing(series, figure))."
    }
    guard let first = summary.first, let last = summary.last, let lowest = summary.lowest,
      let highest = summary.highest
    else { return "\(name) has no values to draw." }
    let value = { (point: SeriesSummary.Point) in NumberText.significant(point.y) }
    let placed = { (point: SeriesSummary.Point) in "\(value(point)) at \(figure.x.place(point.x))" }
    var text: String
    if summary.drawn == 1 {
      text = "\(name) is \(placed(first))"
    } else if lowest.y == highest.y {
      text = "\(name) stays at \(value(first))"
    } else if !series.isAscending {
      text =
        "\(name) has \(NumberText.grouped(summary.drawn)) points, "
        + "lowest \(placed(lowest)), highest \(placed(highest))"
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
      text += "; not finite from \(figure.x.place(lost))"
      if let reason = series.reasonOfBreak { text += " (\(reason))" }
    }
    return text + "."
  }

  /// "0.1: 0.7; 1: 0.29".
  private static func listing(_ series: Series, _ figure: Figure) -> String {
    zip(series.x, series.course).map { "\(figure.x.name(of: $0)): \(NumberText.significant($1))" }
      .joined(separator: "; ")
  }

  /// What the drawing had to leave out, for below the plot; nil when that is nothing.
  static func remark(on summaries: [SeriesSummary]) -> String? {
    let leftOut = summaries.reduce(0) { $0 + $1.leftOut }
    let gaps = summaries.reduce(0) { $0 + ($1.lostFrom == nil ? $1.nonFinite : 0) }
    let beyond = summaries.reduce(0) { $0 + $1.beyondLimits }
    var parts: [String] = []
    if leftOut > 0 {
      parts.append(
        "\(count(leftOut)) of 0 or below left out: a logarithmic axis has no place for them")
    }
    if gaps > 0 { parts.append("\(count(gaps)) not finite, shown as gaps") }
    if beyond > 0 { parts.append("\(count(beyond)) beyond the limits of the axes") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func count(_ number: Int) -> String {
    number == 1 ? "1 value" : "\(NumberText.grouped(number)) values"
  }
}
