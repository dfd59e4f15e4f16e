import Execution

/// A heatmap as marks: labels, cells, and the bar that explains the colours.
struct HeatmapDrawing: Sendable {
  private let heatmap: Heatmap
  private let grid: HeatmapGrid
  private let colors: ColorScale
  private let layout: HeatmapLayout
  private let identifier: String
  private let remark: String?

  init(_ heatmap: Heatmap, title: String, identifier: String) {
    self.heatmap = heatmap
    self.identifier = identifier
    grid = HeatmapGrid(heatmap)
    colors =
      heatmap.cells.shares == nil
      ? ColorScale(heatmap.cells.colors, extent: heatmap.cells.ends ?? grid.extent) : .shares
    remark = HeatmapDescription.remark(on: grid)
    layout = HeatmapLayout(heatmap, grid, colors, title: title, remark: remark != nil)
  }

  var size: Size { layout.size }

  func draw(into markup: inout Markup) {
    layout.headline.draw(into: &markup, top: 4)
    markup.element("defs") { HatchPattern(identifier: identifier).draw(into: &$0) }
    drawColumnLabels(into: &markup)
    drawRowLabels(into: &markup)
    HeatmapCells(
      heatmap: heatmap, grid: grid, colors: colors, layout: layout, identifier: identifier
    )
    .draw(into: &markup)
    layout.bar?.draw(
      into: &markup, left: layout.barLeft, top: layout.area.top,
      height: layout.area.height, identifier: identifier)
    if let remark {
      TextMark(remark, at: Point(x: 2, y: layout.size.height - 8), style: "remark")
        .draw(into: &markup)
    }
  }

  private func drawColumnLabels(into markup: inout Markup) {
    let area = layout.area
    let labelsTop = layout.headline.height + 24
    TextMark(
      layout.columnTitle,
      at: Point(x: area.left + (layout.titleStartsAtLeft ? 0 : area.width / 2), y: labelsTop),
      layout.titleStartsAtLeft ? .start : .middle, style: "axis-title"
    ).draw(into: &markup)
    for column in stride(from: 0, to: grid.columns, by: layout.columnLabelStep) {
      let cell = layout.cell(0, column)
      let place = Point(x: (cell.left + cell.right) / 2, y: area.top - 8)
      if layout.slantsLabels {
        drawSlanted(layout.columnLabels[column], at: place, &markup)
      } else {
        drawUpright(layout.columnLabels[column], at: place, &markup)
      }
    }
    markup.newline()
  }

  /// Writes the label of a column above it, but not over the title of the rows to its left.
  private func drawUpright(_ label: String, at place: Point, _ markup: inout Markup) {
    let half = TextMetrics.width(label, size: HeatmapLayout.labelSize) / 2
    let middle = max(place.x, layout.area.left - 4 + half)
    TextMark(label, at: Point(x: middle, y: place.y), .middle, style: "label").draw(into: &markup)
  }

  private func drawRowLabels(into markup: inout Markup) {
    let right = layout.area.left - 8
    TextMark(
      layout.rowTitle, at: Point(x: right, y: layout.area.top - 8), .end, style: "axis-title"
    )
    .draw(into: &markup)
    for row in stride(from: 0, to: grid.rows, by: HeatmapLayout.every(14, layout.cellHeight)) {
      let cell = layout.cell(row, 0)
      TextMark(
        layout.rowLabels[row], at: Point(x: right, y: (cell.top + cell.bottom) / 2 + 4), .end,
        style: "label"
      ).draw(into: &markup)
    }
    markup.newline()
  }

  private func drawSlanted(_ label: String, at place: Point, _ markup: inout Markup) {
    let (x, y) = (NumberText.coordinate(place.x), NumberText.coordinate(place.y))
    let room = (layout.size.width - 2 - place.x) / TextMetrics.slantedReach
    let label = TextMetrics.fit(label, size: HeatmapLayout.labelSize, into: room)
    markup.element(
      "text", ["class": "label", "transform": "translate(\(x) \(y)) rotate(-40)"], text: label)
  }
}
