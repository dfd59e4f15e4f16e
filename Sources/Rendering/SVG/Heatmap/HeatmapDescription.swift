import Execution

/// A heatmap in words.
struct HeatmapDescription: Sendable {
  private let heatmap: Heatmap

  /// How many cells are read out one by one.
  private static let mostCells = 9
  /// How many cells without a number have their reason told.
  private static let mostReasons = 6

  init(_ heatmap: Heatmap) {
    self.heatmap = heatmap
  }

  var text: String {
    let (rows, columns) = (heatmap.rowLabels.count, heatmap.columnLabels.count)
    var sentences = [opening]
    if rows * columns <= Self.mostCells {
      sentences += (0..<rows).map(sentence)
    } else {
      sentences += extremes
    }
    if let marked = heatmap.marked, let value = heatmap.value(marked.row, marked.column) {
      sentences.append(
        "Marked: \(NumberText.significant(value)) at \(heatmap.place(marked.row, marked.column)).")
    }
    if let remark = Self.remark(on: HeatmapGrid(heatmap)) { sentences.append(remark + ".") }
    return sentences.joined(separator: " ")
  }

  /// "Heatmap of loss by batch size (3 rows) and learning rate (1 column)."; runs that differ in one setting only have a
  /// row without a title.
  private var opening: String {
    let (rows, columns) = (heatmap.rowLabels.count, heatmap.columnLabels.count)
    let sides = [
      (heatmap.rowTitle, rows == 1 ? "1 row" : "\(rows) rows"),
      (heatmap.columnTitle, columns == 1 ? "1 column" : "\(columns) columns"),
    ].filter { !$0.0.isEmpty }
    let words = sides.map { "\($0.0) (\($0.1))" }.joined(separator: " and ")
    return "Heatmap of \(heatmap.valueTitle)" + (words.isEmpty ? "" : " by \(words)") + "."
  }

  /// "true class ham: ham 726; spam 9."
  private func sentence(_ row: Int) -> String {
    let cells = heatmap.columnLabels.indices.map {
      "\(heatmap.columnLabels[$0]) \(heatmap.words(row, $0))"
    }
    let name = [heatmap.rowTitle, heatmap.rowLabels[row]].filter { !$0.isEmpty }
    return (name.isEmpty ? "" : name.joined(separator: " ") + ": ")
      + cells.joined(separator: "; ") + "."
  }

  /// What the drawing had to leave out; nil when that is nothing.
  static func remark(on grid: HeatmapGrid) -> String? {
    guard grid.isReduced else { return nil }
    return "each cell is the mean of \(grid.blockRows) × \(grid.blockColumns) values"
  }

  private var extremes: [String] {
    var lowest: Cells.Place?
    var highest: Cells.Place?
    var missing: [Cells.Place] = []
    for row in heatmap.rowLabels.indices {
      for column in heatmap.columnLabels.indices {
        guard let value = heatmap.value(row, column), value.isFinite else {
          missing.append(Cells.Place(row: row, column: column))
          continue
        }
        let cell = Cells.Place(row: row, column: column)
        if value < self.value(lowest) ?? .infinity || lowest == nil { lowest = cell }
        if value > self.value(highest) ?? -.infinity || highest == nil { highest = cell }
      }
    }
    var sentences: [String] = []
    for (word, cell) in [("Lowest", lowest), ("Highest", highest)] {
      guard let cell, let value = value(cell) else { continue }
      sentences.append(
        "\(word) \(NumberText.significant(value)) at \(heatmap.place(cell.row, cell.column)).")
    }
    if !missing.isEmpty {
      let count = missing.count == 1 ? "1 cell is" : "\(missing.count) cells are"
      sentences.append("\(count) not finite\(reasons(missing)).")
    }
    return sentences
  }

  /// ": learning rate 1 (diverged at update 12)", for the first of some cells where they say more than that they are not
  /// finite.
  private func reasons(_ cells: [Cells.Place]) -> String {
    let told = cells.filter { heatmap.lines($0.row, $0.column).count > 1 }
    guard !told.isEmpty else { return "" }
    let reasons = told.prefix(Self.mostReasons).map {
      "\(heatmap.place($0.row, $0.column)) (\(heatmap.words($0.row, $0.column)))"
    }
    let others = told.count - reasons.count
    return ": " + reasons.joined(separator: "; ") + (others > 0 ? "; and \(others) more" : "")
  }

  private func value(_ cell: Cells.Place?) -> Double? {
    cell.flatMap { heatmap.value($0.row, $0.column) }
  }
}
