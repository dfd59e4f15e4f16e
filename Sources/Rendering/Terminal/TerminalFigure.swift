import Execution

/// Figures in a few lines: what each curve does, or the numbers of a grid.
enum TerminalFigure {
  private static let mostSeries = 16
  private static let mostRows = 24

  static func lines(of figure: Figure) -> [String] {
    switch figure.content {
    case .lineChart(let chart): lines(of: chart, title: figure.title)
    case .heatmap(let heatmap): lines(of: heatmap, title: figure.title)
    }
  }

  private static func lines(of chart: LineChart, title: String) -> [String] {
    let width = chart.series.map { TerminalLine.width($0.label) }.max() ?? 0
    var lines = ["\(title) [\(chart.y.title) by \(chart.x.title)]"]
    for series in chart.series.prefix(mostSeries) {
      let label = TerminalLine.padded(series.label, to: width, atEnd: true)
      lines.append("  \(label)  \(summary(of: series, in: chart))")
    }
    if chart.series.count > mostSeries {
      lines.append("  … and \(chart.series.count - mostSeries) more series")
    }
    return lines
  }

  /// "0.5329 → 0.06, lowest 0.0586 at epoch 36".
  private static func summary(of series: Series, in chart: LineChart) -> String {
    let summary = SeriesSummary(series, x: chart.x, y: chart.y)
    guard let first = summary.first, let last = summary.last, let lowest = summary.lowest,
      let highest = summary.highest
    else { return "no values to draw" }
    var text = "\(NumberText.significant(first.y)) → \(NumberText.significant(last.y))"
    let (word, best) = last.y <= first.y ? ("lowest", lowest) : ("highest", highest)
    if best == last {
      if lowest.y < highest.y { text += " (\(word))" }
    } else {
      text +=
        ", \(word) \(NumberText.significant(best.y)) at \(chart.x.quantity) "
        + NumberText.significant(best.x, digits: 9)
    }
    if let lost = summary.lostFrom {
      text += ", not finite from \(chart.x.quantity) \(NumberText.significant(lost, digits: 9))"
    }
    return text
  }

  private static func lines(of heatmap: Heatmap, title: String) -> [String] {
    var table = FigureTable.table(
      of: Figure(title: title, heatmap), mostRows: mostRows)
    let isWhole =
      table.rows.count == heatmap.rowLabels.count
      && table.columns.count == heatmap.columnLabels.count + 1
    if isWhole, let marked = heatmap.marked, table.rows.indices.contains(marked.row),
      table.rows[marked.row].indices.contains(marked.column + 1)
    {
      table.rows[marked.row][marked.column + 1] = "*" + table.rows[marked.row][marked.column + 1]
      table.remark = "* marked"
    }
    return ["\(title) [\(heatmap.valueTitle)]"] + TerminalTable.lines(of: table).map { "  " + $0 }
  }
}
