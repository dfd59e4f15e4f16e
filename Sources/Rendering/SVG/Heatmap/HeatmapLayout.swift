import Execution

/// Where the parts of a heatmap go.
struct HeatmapLayout: Sendable {
  static let labelSize = 12.0
  private static let widestDrawing = 640.0
  private static let widestCell = 104.0
  private static let tallestGrid = 300.0
  /// Cells that count classes are at least as high, for their numbers, as long as the grid is not higher than `tallestMatrix`.
  private static let readableCount = 28.0
  private static let tallestMatrix = 448.0
  private static let longestLabel = 150.0
  /// The least distance of slanted labels: closer ones would lie over one another.
  static let slantedDistance = 18.0
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
  /// Whether the title of the columns begins with them rather than standing in their middle.
  let titleStartsAtLeft: Bool
  let bar: ColorBar
  /// Where the bar of colours begins.
  let barLeft: Double
  let rowTitle: String
  let columnTitle: String
  let size: Size

  init(_ heatmap: Heatmap, _ grid: HeatmapGrid, _ colors: ColorScale, title: String, remark: Bool) {
    let fit = { TextMetrics.fit($0, size: Self.labelSize, into: Self.longestLabel) }
    let rowLabels = stride(from: 0, to: heatmap.rowLabels.count, by: grid.blockRows)
      .map { fit(heatmap.rowLabels[$0]) }
    let columnLabels = stride(from: 0, to: heatmap.columnLabels.count, by: grid.blockColumns)
      .map { fit(heatmap.columnLabels[$0]) }
    let bar = ColorBar(colors, title: heatmap.colorTitle)
    rowTitle = fit(heatmap.rowTitle)
    let gutter = Self.widest(rowLabels + [rowTitle]) + 14

    let room = Self.widestDrawing - gutter - bar.width - 24
    let width = min(Self.widestCell, room / Double(max(grid.columns, 1)))
    let rows = Double(max(grid.rows, 1))
    let matrixHeight =
      heatmap.countsManyClasses ? min(Self.readableCount * rows, Self.tallestMatrix) : 0
    let height = min(Self.widestCell, max(Self.tallestGrid, matrixHeight) / rows)
    let side = min(width, height)
    let stretch = heatmap.cells.areSquares ? 1 : 1.6
    cellWidth = min(width, side * stretch)
    cellHeight = min(height, side * stretch)

    let widest = Self.widest(columnLabels)
    slantsLabels =
      widest > cellWidth - 4
      && (cellWidth > Self.slantedDistance || widest > Self.widestOfNarrowCells)
    let labelsHeight = slantsLabels ? widest * 0.65 + 14 : 20
    headline = Headline(title, width: Self.widestDrawing - 4)
    let top = 6 + headline.height + max(24 + labelsHeight, bar.titleHeight)
    area = Rectangle(
      left: gutter, top: top, right: gutter + cellWidth * Double(grid.columns),
      bottom: top + cellHeight * Double(grid.rows))
    let bottom = max(area.bottom, top + bar.smallestHeight)
    columnTitle = TextMetrics.fit(
      heatmap.columnTitle, size: Self.labelSize, into: Self.widestDrawing - gutter - bar.width - 40)
    let columnWidth = TextMetrics.width(columnTitle, size: Self.labelSize)
    // A title wider than the cells begins with them, and moves the bar of colours away.
    titleStartsAtLeft = slantsLabels || columnWidth > area.width
    barLeft = max(area.right + 24, titleStartsAtLeft ? area.left + columnWidth + 20 : 0)
    let natural = barLeft + bar.width
    let titleWidth = min(
      TextMetrics.width(title, size: 15) + 4, Self.widestDrawing)
    let labelsEnd =
      slantsLabels
      ? Self.end(ofSlanted: columnLabels, left: area.left, cellWidth: cellWidth) + 4 : 0
    size = Size(
      width: max(natural, titleWidth, min(labelsEnd, Self.widestDrawing), 320).rounded(.up),
      height: (bottom + (remark ? 30 : 10)).rounded(.up))
    self.bar = bar
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
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
