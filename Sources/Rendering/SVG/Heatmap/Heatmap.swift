import Execution

/// The cells of a figure with the words of its axes: rows are the categories of the vertical axis.
struct Heatmap: Sendable {
  let rowTitle: String
  let columnTitle: String
  let rowLabels: [String]
  let columnLabels: [String]
  let cells: Cells

  /// nil when the figure has no cells.
  init?(_ figure: Figure) {
    var found: Cells?
    for case .cells(let cells) in figure.panels.flatMap(\.layers) { found = found ?? cells }
    guard let found else { return nil }
    cells = found
    rowTitle = figure.y.title
    columnTitle = figure.x.title
    rowLabels = figure.y.categories
    columnLabels = figure.x.categories
  }

  /// Whether the cells count examples of more than two classes: then most of them hold few, and those on the diagonal many.
  var countsManyClasses: Bool { cells.areSquares && rowLabels.count > 2 }

  var valueTitle: String { cells.valueTitle }
  /// What the colours show.
  var colorTitle: String { cells.shares?.title ?? cells.valueTitle }
  var marked: Cells.Place? { cells.marked }

  /// The value of a cell; nil where the grid has none.
  func value(_ row: Int, _ column: Int) -> Double? {
    Self.element(of: cells.values, row, column)
  }

  /// What the colour of a cell shows; nil where the grid has none.
  func shade(_ row: Int, _ column: Int) -> Double? {
    Self.element(of: cells.shares?.percentages ?? cells.values, row, column)
  }

  /// Whether a cell has no share of its whole.
  func isNothing(_ row: Int, _ column: Int) -> Bool {
    cells.shares != nil && shade(row, column) == 0
  }

  private static func element(of grid: [[Double]], _ row: Int, _ column: Int) -> Double? {
    guard grid.indices.contains(row), grid[row].indices.contains(column) else { return nil }
    return grid[row][column]
  }

  /// The place of a cell in words: "batch size 32, learning rate 0.1".
  func place(_ row: Int, _ column: Int) -> String {
    let names = [(rowTitle, rowLabels[row]), (columnTitle, columnLabels[column])].map { words in
      [words.0, words.1].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return names.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What a cell says, on one line: "726, 98.8 %", "diverged at update 12".
  func words(_ row: Int, _ column: Int) -> String {
    let lines = lines(row, column)
    let value = value(row, column) ?? .nan
    if lines.isEmpty { return NumberText.significant(value) }
    return lines.joined(separator: value.isFinite ? ", " : " ")
  }

  /// The lines of text of a cell.
  func lines(_ row: Int, _ column: Int) -> [String] {
    guard cells.texts.indices.contains(row), cells.texts[row].indices.contains(column) else {
      return []
    }
    return cells.texts[row][column]
  }
}
