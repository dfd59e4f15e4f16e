import Execution

/// One name of a chart with all that is drawn under it, in whatever layer or panel.
struct Entry: Sendable {
  let name: String
  /// From 1, in the order of the names.
  let number: Int
  var shapes: [DrawnSeries]

  /// Whether there is an end for its name or number to stand by.
  var hasEnd: Bool { shapes.contains { $0.shapes.end != nil } }

  /// The entries of a chart, in the order of their names; series without a name come last, each by itself.
  static func entries(of panels: [[DrawnSeries]], names: [String]) -> [Entry] {
    let all = panels.joined()
    var entries = names.enumerated().map { index, name in
      Entry(name: name, number: index + 1, shapes: all.filter { $0.series.label == name })
    }
    for shape in all where shape.series.label.isEmpty {
      entries.append(Entry(name: "", number: entries.count + 1, shapes: [shape]))
    }
    return entries
  }
}

/// A series as it stands in its panel.
struct DrawnSeries: Sendable {
  let series: Series
  /// Which panel it is in.
  let panel: Int
  let shapes: any MarkDrawing
  let summary: SeriesSummary
}
