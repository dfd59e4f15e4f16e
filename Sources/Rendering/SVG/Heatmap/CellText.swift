import Execution

/// The words within the cells of a heatmap, all in one size; left out when they do not fit.
struct CellText: Sendable {
  /// The first line says most and stands out.
  private let leading: Double
  private let following: Double
  private let fits: Bool

  /// The largest size in which every cell's text fits its cell.
  init(_ heatmap: Heatmap, _ layout: HeatmapLayout) {
    let cells = heatmap.cells.texts.joined()
    let sizes = [(15.0, 11.5), (13, 10.5), (11, 9), (9, 8)]
    let fitting = sizes.first { leading, following in
      cells.allSatisfy { lines in
        let widest = lines.enumerated().map {
          TextMetrics.width($1, size: $0 == 0 ? leading : following)
        }
        let height = leading + Double(max(lines.count - 1, 0)) * following * 1.35
        return (widest.max() ?? 0) <= layout.cellWidth - 8 && height <= layout.cellHeight - 6
      }
    }
    fits = fitting != nil
    (leading, following) = fitting ?? (0, 0)
  }

  /// Writes the lines in the middle of a cell; without `ink`, over hatching, in the page's own.
  func draw(_ lines: [String], in cell: Rectangle, ink: RGB?, into markup: inout Markup) {
    guard fits, !lines.isEmpty else { return }
    let x = NumberText.coordinate((cell.left + cell.right) / 2)
    let step = following * 1.35
    let height = leading * 0.72 + Double(lines.count - 1) * step
    var baseline = (cell.top + cell.bottom) / 2 - height / 2 + leading * 0.72
    for (index, line) in lines.enumerated() {
      markup.element(
        "text",
        [
          "class": ink == nil ? "label halo" : index == 0 ? "value" : nil, "x": x,
          "y": NumberText.coordinate(baseline), "text-anchor": "middle", "fill": ink?.hex,
          "font-size": NumberText.coordinate(index == 0 ? leading : following),
        ], text: line)
      baseline += step
    }
  }
}
