import Execution

/// The numbers of a figure as a table.
package enum FigureTable {
  /// The most rows that a table under a figure has.
  package static let mostRows = 200
  /// The most numbers that it has, so that many series have fewer rows.
  private static let mostCells = 1200
  /// The most columns of a heatmap's table.
  private static let mostColumns = 40

  /// The numbers of a figure; of a long one evenly spaced rows, and a remark that says so.
  package static func table(of figure: Figure, mostRows: Int = mostRows) -> Table {
    if let heatmap = Heatmap(figure) { return table(of: heatmap, mostRows: mostRows) }
    if let histograms = HistogramTable(figure) { return histograms.table }
    if figure.isCloud { return tableOfPoints(figure, mostRows: mostRows) }
    let columns = columns(of: figure)
    let places = places(of: columns)
    let kept = thinned(places.count, to: min(mostRows, max(30, mostCells / (columns.count + 1))))
    let isCategorical = figure.x.scale == .categorical
    let names =
      isCategorical
      ? kept.map { figure.x.name(of: places[$0]) } : NumberColumn(kept.map { places[$0] }).texts
    let cells =
      [names] + columns.map { NumberColumn(values(of: $0, at: places, kept)).texts }
    return Table(
      columns: [Table.Column(figure.x.title, isCategorical ? .start : .end)]
        + columns.map { Table.Column($0.title, .end) },
      rows: kept.indices.map { row in cells.map { $0[row] } },
      remark: remark(kept.count, of: places.count, "rows"))
  }

  /// A row for each point, with what it is called; points with the same place along x are none the less several.
  private static func tableOfPoints(_ figure: Figure, mostRows: Int) -> Table {
    let points = figure.allSeries.flatMap { series in
      zip(series.x, series.y).map { (label: series.label, x: $0, y: $1) }
    }
    let kept = thinned(points.count, to: mostRows).map { points[$0] }
    let isCategorical = figure.x.scale == .categorical
    var columns = [
      Table.Column(figure.x.title, isCategorical ? .start : .end),
      Table.Column(figure.y.title, .end),
    ]
    var cells = [
      isCategorical ? kept.map { figure.x.name(of: $0.x) } : NumberColumn(kept.map(\.x)).texts,
      NumberColumn(kept.map(\.y)).texts,
    ]
    if kept.contains(where: { !$0.label.isEmpty }) {
      columns.insert(Table.Column(figure.seriesTitle ?? ""), at: 0)
      cells.insert(kept.map(\.label), at: 0)
    }
    return Table(
      columns: columns, rows: kept.indices.map { row in cells.map { $0[row] } },
      remark: remark(kept.count, of: points.count, "points"))
  }

  /// Numbers along x under one heading.
  private struct Column: Equatable {
    var title: String
    var x: [Double]
    var y: [Double]

    /// Where both break off they are the same, though no NaN is equal to another one.
    static func == (one: Column, other: Column) -> Bool {
      one.title == other.title && one.x == other.x
        && one.y.elementsEqual(other.y) { $0 == $1 || $0.isNaN && $1.isNaN }
    }
  }

  /// A column for each series of each panel, and one for its smoothed course. The same series in two
  /// layers has one column.
  private static func columns(of figure: Figure) -> [Column] {
    var columns: [Column] = []
    for panel in figure.panels {
      for series in panel.allSeries {
        let name = series.label.isEmpty ? figure.y.title : series.label
        let title = panel.title.isEmpty ? name : "\(panel.title), \(name)"
        var own = [Column(title: title, x: series.x, y: series.y)]
        if let smoothing = series.smoothing {
          own.append(
            Column(title: "\(title), \(smoothing.words)", x: series.x, y: smoothing.values))
        }
        columns += own.filter { !columns.contains($0) }
      }
    }
    return columns
  }

  /// The x values of all columns: as they are if they are shared, else each once in rising order.
  private static func places(of columns: [Column]) -> [Double] {
    let longest = columns.max { $0.x.count < $1.x.count }?.x ?? []
    let areShared = columns.allSatisfy { longest.starts(with: $0.x) }
    if areShared { return longest }
    let all = columns.flatMap(\.x).filter(\.isFinite).sorted()
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }

  private static func values(of column: Column, at places: [Double], _ kept: [Int]) -> [Double?] {
    let count = min(column.x.count, column.y.count)
    if places.starts(with: column.x) { return kept.map { $0 < count ? column.y[$0] : nil } }
    var known: [Double: Double] = [:]
    for (x, y) in zip(column.x, column.y) where known[x] == nil { known[x] = y }
    return kept.map { known[places[$0]] }
  }

  private static func table(of heatmap: Heatmap, mostRows: Int) -> Table {
    // A class that has a row of a confusion matrix has a column, too.
    let isSquare = heatmap.cells.areSquares
    let mostOfBoth = min(mostRows, mostColumns)
    let rows = thinned(heatmap.rowLabels.count, to: isSquare ? mostOfBoth : mostRows)
    let columns = thinned(heatmap.columnLabels.count, to: isSquare ? mostOfBoth : mostColumns)
    let titles = [heatmap.rowTitle, heatmap.columnTitle].filter { !$0.isEmpty }
    let head = Table.Column(titles.joined(separator: " \\ "))
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
