import Execution

/// The coloured cells of a heatmap with their words.
struct HeatmapCells: Sendable {
  let heatmap: Heatmap
  let grid: HeatmapGrid
  let colors: ColorScale
  let layout: HeatmapLayout
  let identifier: String

  private static let coordinate = NumberText.coordinate

  func draw(into markup: inout Markup) {
    if layout.cellHeight >= 14, layout.cellWidth >= 14 {
      drawTiles(into: &markup)
    } else {
      drawStrips(into: &markup)
    }
    if let marked = heatmap.marked, heatmap.rowLabels.indices.contains(marked.row),
      heatmap.columnLabels.indices.contains(marked.column)
    {
      drawOutline(marked, into: &markup)
    }
    markup.newline()
  }

  /// Separate cells with their text.
  private func drawTiles(into markup: inout Markup) {
    let text = CellText(heatmap, layout)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let cell = layout.cell(row, column)
        let paint = colors.paint(grid[row, column])
        markup.element(
          "rect",
          [
            "class": style(of: paint),
            "x": Self.coordinate(cell.left + 1), "y": Self.coordinate(cell.top + 1),
            "width": Self.coordinate(cell.width - 2), "height": Self.coordinate(cell.height - 2),
            "rx": "3", "fill": fill(of: paint),
          ]
        ) { markup in
          if hasTooltips { markup.element("title", text: title(row, column)) }
        }
        if !grid.isReduced {
          text.draw(
            heatmap.lines(row, column), in: cell, on: paint,
            isNothing: heatmap.isNothing(row, column),
            isLost: heatmap.value(row, column)?.isFinite != true, into: &markup)
        }
      }
      markup.newline()
    }
  }

  private func style(of paint: CellPaint) -> String? {
    switch paint {
    case .color: nil
    case .hatch: "lost"
    }
  }

  /// The colour or pattern of a cell; nil for none.
  private func fill(of paint: CellPaint) -> String? {
    switch paint {
    case .color(let color): color.hex
    case .hatch: "url(#\(identifier)-hatch)"
    }
  }

  private var hasTooltips: Bool {
    !grid.isReduced && grid.rows * grid.columns <= PlacedSeries.mostTooltips
  }

  /// "batch size 32, learning rate 0.1: 0.0142".
  private func title(_ row: Int, _ column: Int) -> String {
    heatmap.place(row, column) + ": " + heatmap.words(row, column)
  }

  /// Small cells as strokes along each row, equal neighbours joined, one path per colour.
  private func drawStrips(into markup: inout Markup) {
    var order: [String] = []
    var paths: [String: String] = [:]
    for row in 0..<grid.rows {
      var column = 0
      while column < grid.columns {
        let fill = strip(row, column)
        var end = column + 1
        while end < grid.columns, strip(row, end) == fill { end += 1 }
        defer { column = end }
        guard let color = fill else { continue }
        let (first, last) = (layout.cell(row, column), layout.cell(row, end - 1))
        let middle = (first.top + first.bottom) / 2
        if paths[color] == nil { order.append(color) }
        paths[color, default: ""] +=
          "M\(Self.coordinate(first.left)) \(Self.coordinate(middle))H\(Self.coordinate(last.right))"
      }
    }
    markup.element(
      "g", ["class": "strips", "stroke-width": Self.coordinate(layout.cellHeight)]
    ) { markup in
      for color in order { markup.empty("path", ["stroke": color, "d": paths[color]]) }
    }
  }

  /// The fill of a small cell, its colour in steps too fine to see, so that neighbours can be joined; nil for none.
  private func strip(_ row: Int, _ column: Int) -> String? {
    let paint = colors.paint(grid[row, column])
    guard case .color(var color) = paint else { return fill(of: paint) }
    color.red = (color.red / 3).rounded() * 3
    color.green = (color.green / 3).rounded() * 3
    color.blue = (color.blue / 3).rounded() * 3
    return color.hex
  }

  /// A double outline, dark and light, to be seen on every colour.
  private func drawOutline(_ marked: Cells.Place, into markup: inout Markup) {
    let cell = layout.cell(marked.row / grid.blockRows, marked.column / grid.blockColumns)
    for (style, inset) in [("mark outer", 0.0), ("mark inner", 2)] {
      markup.empty(
        "rect",
        [
          "class": style, "x": Self.coordinate(cell.left + inset),
          "y": Self.coordinate(cell.top + inset),
          "width": Self.coordinate(max(cell.width - 2 * inset, 1)),
          "height": Self.coordinate(max(cell.height - 2 * inset, 1)), "rx": "3",
        ])
    }
  }
}
