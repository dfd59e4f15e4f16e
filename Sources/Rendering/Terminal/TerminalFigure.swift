import Execution

/// Figures in a few lines: what each curve does, or the numbers of a grid.
enum TerminalFigure {
  private static let mostSeries = 16
  private static let mostRows = 24

  static func lines(of figure: Figure) -> [String] {
    if let heatmap = Heatmap(figure) { return lines(of: heatmap, in: figure) }
    let named = figure.panels.flatMap { panel in
      panel.allSeries.map { series in
        let words = [panel.title, series.label, series.smoothing?.words ?? ""]
        return (words.filter { !$0.isEmpty }.joined(separator: ", "), series)
      }
    }
    let width = named.prefix(mostSeries).map { TerminalLine.width($0.0) }.max() ?? 0
    var lines = ["\(figure.title) [\(figure.y.title) by \(figure.x.title)]"]
    for (name, series) in named.prefix(mostSeries) {
      let label = TerminalLine.padded(name, to: width, atEnd: true)
      lines.append("  \(label)  \(summary(of: series, in: figure))")
    }
    if named.count > mostSeries { lines.append("  … and \(named.count - mostSeries) more series") }
    let planes = figure.panels.flatMap { panel in
      panel.planes.map { PlaneDescription($0, panel: panel.title).text }
    }
    lines += planes.prefix(mostSeries).map { "  \($0)" }
    for reference in figure.references {
      if case .place = reference.course {
        lines.append("  \(reference.label)")
      } else {
        lines.append("  compare \(reference.label)")
      }
    }
    return lines
  }

  /// "0.5329 → 0.06, lowest 0.0586 at epoch 36".
  private static func summary(of series: Series, in figure: Figure) -> String {
    if let bins = series.bins { return BinsSummary(bins).text }
    let summary = SeriesSummary(series, x: figure.x, y: figure.y)
    if series.isCloud {
      let cloud = CloudSummary(series, x: figure.x, y: figure.y).text
      return [cloud, ChartDescription.remark(on: [summary])].compactMap(\.self)
        .joined(separator: "; ")
    }
    if figure.x.scale == .categorical, series.x.count <= mostSeries {
      return zip(series.x, series.course)
        .map { "\(figure.x.name(of: $0)): \(NumberText.significant($1))" }.joined(separator: ", ")
    }
    guard let first = summary.first, let last = summary.last, let lowest = summary.lowest,
      let highest = summary.highest
    else { return "no values to draw" }
    // Points without an order have no course.
    if !series.isAscending, summary.drawn > 1 {
      let ends = [lowest.y, highest.y].map { NumberText.significant($0) }
      return "\(NumberText.grouped(summary.drawn)) points from \(ends[0]) to \(ends[1])"
    }
    var text = "\(NumberText.significant(first.y)) → \(NumberText.significant(last.y))"
    let (word, best) = last.y <= first.y ? ("lowest", lowest) : ("highest", highest)
    if best == last {
      if lowest.y < highest.y { text += " (\(word))" }
    } else {
      text += ", \(word) \(NumberText.significant(best.y)) at \(figure.x.place(best.x))"
    }
    if let lost = summary.lostFrom { text += ", not finite from \(figure.x.place(lost))" }
    return text
  }

  private static func lines(of heatmap: Heatmap, in figure: Figure) -> [String] {
    var table = FigureTable.table(of: figure, mostRows: mostRows)
    let isWhole =
      table.rows.count == heatmap.rowLabels.count
      && table.columns.count == heatmap.columnLabels.count + 1
    if isWhole, let marked = heatmap.marked, table.rows.indices.contains(marked.row),
      table.rows[marked.row].indices.contains(marked.column + 1)
    {
      table.rows[marked.row][marked.column + 1] = "*" + table.rows[marked.row][marked.column + 1]
      table.remark = "* marked"
    }
    return ["\(figure.title) [\(heatmap.valueTitle)]"]
      + TerminalTable.lines(of: table).map { "  " + $0 }
  }
}
