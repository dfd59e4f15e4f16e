import Execution

/// The numbers of a figure as a table.
package enum FigureTable {
  /// The most rows that a table under a figure has.
  package static let mostRows = 200

  /// The numbers of a figure; of a long one evenly spaced rows, and a remark that says so.
  package static func table(of figure: Figure, mostRows: Int = mostRows) -> Table {
    switch figure.content {
    case .lineChart(let chart): table(of: chart, mostRows: mostRows)
    case .heatmap(let heatmap): table(of: heatmap, mostRows: mostRows)
    }
  }

  private static func table(of chart: LineChart, mostRows: Int) -> Table {
    let places = places(of: chart)
    let kept = thinned(places.count, to: mostRows)
    var columns = [Table.Column(chart.x.title, .end)]
    var cells = [NumberColumn(kept.map { places[$0] }).texts]
    for series in chart.series {
      columns.append(Table.Column(series.label.isEmpty ? chart.y.title : series.label, .end))
      cells.append(NumberColumn(values(of: series, at: places, kept)).texts)
    }
    let rows = kept.indices.map { row in cells.map { $0[row] } }
    return Table(
      columns: columns, rows: rows, remark: remark(kept.count, of: places.count, "rows"))
  }

  /// The x values of all series: as they are if they are shared, else each once in rising order.
  private static func places(of chart: LineChart) -> [Double] {
    let longest = chart.series.max { $0.x.count < $1.x.count }?.x ?? []
    let areShared = chart.series.allSatisfy {
      $0.x.count <= longest.count && longest.starts(with: $0.x)
    }
    if areShared { return longest }
    let all = chart.series.flatMap(\.x).filter(\.isFinite).sorted()
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }

  private static func values(of series: Series, at places: [Double], _ kept: [Int]) -> [Double?] {
    let count = min(series.x.count, series.y.count)
    if places.starts(with: series.x) { return kept.map { $0 < count ? series.y[$0] : nil } }
    var known: [Double: Double] = [:]
    for (x, y) in zip(series.x, series.y) where known[x] == nil { known[x] = y }
    return kept.map { known[places[$0]] }
  }

  private static func table(of heatmap: Heatmap, mostRows: Int) -> Table {
    let rows = thinned(heatmap.rowLabels.count, to: mostRows)
    let columns = thinned(heatmap.columnLabels.count, to: 40)
    let head = Table.Column("\(heatmap.rowTitle) \\ \(heatmap.columnTitle)")
    let cells = columns.map { column in
      NumberColumn(rows.map { heatmap.value($0, column) }).texts
    }
    let remarks = [
      remark(rows.count, of: heatmap.rowLabels.count, "rows"),
      remark(columns.count, of: heatmap.columnLabels.count, "columns"),
    ].compactMap(\.self)
    return Table(
      columns: [head] + columns.map { Table.Column(heatmap.columnLabels[$0], .end) },
      rows: rows.indices.map { row in
        [heatmap.rowLabels[rows[row]]] + cells.map { $0[row] }
      },
      remark: remarks.isEmpty ? nil : remarks.joined(separator: " "))
  }

  /// Evenly spaced indices, the first and the last among them.
  private static func thinned(_ count: Int, to most: Int) -> [Int] {
    guard count > most, most > 1 else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  private static func remark(_ shown: Int, of count: Int, _ what: String) -> String? {
    guard shown < count else { return nil }
    return "\(NumberText.grouped(shown)) of \(NumberText.grouped(count)) \(what), evenly spaced; "
      + "all of them are in the lesson's results file."
  }
}
