import Execution

/// Where the parts of a heatmap go.
struct HeatmapLayout: Sendable {
  static let labelSize = 12.0
  private static let widestDrawing = 640.0
  private static let narrowestDrawing = 320.0
  private static let widestCell = 104.0
  private static let tallestGrid = 300.0
  /// Cells that count classes are at least as high, for their numbers, as long as the grid is not higher than `tallestMatrix`.
  private static let readableCount = 28.0
  private static let tallestMatrix = 448.0
  private static let longestLabel = 150.0
  /// The least distance of slanted labels: closer ones would lie over one another.
  private static let slantedDistance = 18.0
  /// Up to this width the labels of narrow cells stand upright, as far apart as they must.
  private static let widestOfNarrowCells = 60.0

  let headline: Headline
  let cellWidth: Double
  let cellHeight: Double
  /// The cells' area.
  let area: Rectangle
  let rowLabels: [String]
  let columnLabels: [String]
  /// Whether column labels are too long to stand side by side.
  let slantsLabels: Bool
  /// Which of the column labels are drawn: all for 1, every second for 2, and so on.
  let columnLabelStep: Int
  /// Whether the title of the columns begins with them rather than standing in their middle.
  let titleStartsAtLeft: Bool
  /// What explains the colours; nil where no cell has one.
  let bar: ColorBar?
  /// Where the bar of colours begins.
  let barLeft: Double
  let rowTitle: String
  let columnTitle: String
  let size: Size

  init(_ heatmap: Heatmap, _ grid: HeatmapGrid, _ colors: ColorScale, title: String, remark: Bool) {
    rowLabels = Self.labels(heatmap.rowLabels, every: grid.blockRows)
    columnLabels = Self.labels(heatmap.columnLabels, every: grid.blockColumns)
    rowTitle = Self.fit(heatmap.rowTitle)
    bar = grid.extent == nil ? nil : ColorBar(colors, title: heatmap.colorTitle)
    headline = Headline(title, width: Self.widestDrawing - 4)
    let gutter = Self.widest(rowLabels + [rowTitle]) + 14
    let barWidth = bar?.width ?? 0
    let room = Self.widestDrawing - gutter - barWidth
    (cellWidth, cellHeight) = Self.cell(of: heatmap, grid, room: room - 24)
    (slantsLabels, columnLabelStep) = Self.arrangement(of: columnLabels, cellWidth: cellWidth)

    let labelsHeight = slantsLabels ? Self.widest(columnLabels) * 0.65 + 14 : 20
    let top = 6 + headline.height + max(24 + labelsHeight, bar?.titleHeight ?? 0)
    area = Rectangle(
      left: gutter, top: top, right: gutter + cellWidth * Double(grid.columns),
      bottom: top + cellHeight * Double(grid.rows))
    columnTitle = TextMetrics.fit(heatmap.columnTitle, size: Self.labelSize, into: room - 40)
    let columnWidth = TextMetrics.width(columnTitle, size: Self.labelSize)
    // A title wider than the cells begins with them, and moves the bar of colours away.
    titleStartsAtLeft = slantsLabels || columnWidth > area.width
    barLeft = max(area.right + 24, titleStartsAtLeft ? area.left + columnWidth + 20 : 0)

    let titleWidth = TextMetrics.width(title, size: 15) + 4
    let labelsEnd =
      slantsLabels
      ? Self.end(ofSlanted: columnLabels, left: area.left, cellWidth: cellWidth) + 4 : 0
    let words = min(max(titleWidth, labelsEnd), Self.widestDrawing)
    let bottom = max(area.bottom, top + (bar?.smallestHeight ?? 0))
    size = Size(
      width: max(barLeft + barWidth, words, Self.narrowestDrawing).rounded(.up),
      height: (bottom + (remark ? 30 : 10)).rounded(.up))
  }

  private static func fit(_ words: String) -> String {
    TextMetrics.fit(words, size: labelSize, into: longestLabel)
  }

  /// The names of rows or columns of which each stands for several.
  private static func labels(_ names: [String], every count: Int) -> [String] {
    stride(from: 0, to: names.count, by: count).map { fit(names[$0]) }
  }

  /// How wide and how high a cell is, where all cells of a row share some room.
  private static func cell(of heatmap: Heatmap, _ grid: HeatmapGrid, room: Double)
    -> (width: Double, height: Double)
  {
    let width = min(widestCell, room / Double(max(grid.columns, 1)))
    let rows = Double(max(grid.rows, 1))
    let matrixHeight = heatmap.countsManyClasses ? min(readableCount * rows, tallestMatrix) : 0
    let height = min(widestCell, max(tallestGrid, matrixHeight) / rows)
    let longest = min(width, height) * (heatmap.cells.areSquares ? 1 : 1.6)
    return (min(width, longest), min(height, longest))
  }

  /// Whether the labels of columns are slanted, and which of them are drawn: all, every second, and so on.
  private static func arrangement(of labels: [String], cellWidth: Double) -> (Bool, step: Int) {
    if TextMetrics.haveRoom(labels, size: labelSize, step: cellWidth, air: 4, margin: 4) {
      return (false, 1)
    }
    let widest = widest(labels)
    let isSlanted = cellWidth > slantedDistance || widest > widestOfNarrowCells
    return (isSlanted, every(isSlanted ? slantedDistance : widest + 14, cellWidth))
  }

  /// The smallest step between labels that keeps them apart, by 1, 2, 5, 10, 20, …
  static func every(_ needed: Double, _ available: Double) -> Int {
    var step = 1
    var factors = [2.0, 2.5, 2]
    while Double(step) * available < needed, step < HeatmapGrid.most {
      step = Int((Double(step) * factors[0]).rounded())
      factors.append(factors.removeFirst())
    }
    return step
  }

  /// The place of a cell.
  func cell(_ row: Int, _ column: Int) -> Rectangle {
    let left = area.left + Double(column) * cellWidth
    let top = area.top + Double(row) * cellHeight
    return Rectangle(left: left, top: top, right: left + cellWidth, bottom: top + cellHeight)
  }

  /// How far to the right slanted labels reach.
  private static func end(ofSlanted labels: [String], left: Double, cellWidth: Double) -> Double {
    let ends = labels.enumerated().map { column, label -> Double in
      let middle = left + (Double(column) + 0.5) * cellWidth
      return middle + TextMetrics.width(label, size: labelSize) * TextMetrics.slantedReach
    }
    return ends.max() ?? 0
  }

  private static func widest(_ labels: [String]) -> Double {
    labels.map { TextMetrics.width($0, size: labelSize) }.max() ?? 0
  }
}
