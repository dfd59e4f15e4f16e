import Execution

/// The values of a sweep on their way into a figure: one curve, or one cell, per combination.
struct PlottedGrid {
  private let grid: Grid

  init(_ grid: Grid) {
    self.grid = grid
  }

  /// One curve per combination: a hue per value of the outermost setting, darker along the others.
  var series: [Series] {
    let hues = max(1, grid.axes.first?.values.count ?? 1)
    let shades = max(1, grid.cells.count / hues)
    return grid.cells.enumerated().compactMap { index, cell in
      guard case .series(let numbers) = cell else { return nil }
      let shade = shades == 1 ? 0.5 : Double(index % shades) / Double(shades - 1)
      let settings = grid.settings(ofCell: index).map(formattedSetting).joined(separator: ", ")
      return Series(label: settings, numbers, color: .shade(hue: index / shades, shade))
    }
  }

  /// What the labels of the curves say: "batch size, learning rate".
  var seriesTitle: String { grid.axes.map { spaced($0.name) }.joined(separator: ", ") }

  /// The numbers over two settings, or over one; nil when there are more, or when the values are no numbers.
  func heatmap(valueTitle: String, best: Field.Best?) -> Heatmap? {
    guard let last = grid.axes.last, grid.axes.count <= 2 else { return nil }
    let numbers = grid.cells.compactMap(\.asNumber)
    guard numbers.count == grid.cells.count else { return nil }
    let columns = last.values.count
    let rows = stride(from: 0, to: numbers.count, by: columns).map {
      Array(numbers[$0..<($0 + columns)])
    }
    let first = grid.axes.count == 2 ? grid.axes[0] : nil
    return Heatmap(
      rowTitle: first.map { spaced($0.name) } ?? "", columnTitle: spaced(last.name),
      rowLabels: first.map { $0.values.map(formattedSetting) } ?? [""],
      columnLabels: last.values.map(formattedSetting), values: rows,
      cellLines: rows.map { $0.map { [significantDigits($0, 4)] } }, valueTitle: valueTitle,
      marked: bestCell(of: numbers, columns: columns, best))
  }

  private func bestCell(of numbers: [Double], columns: Int, _ best: Field.Best?) -> Heatmap.Cell? {
    let finite = numbers.indices.filter { numbers[$0].isFinite }
    let index =
      switch best {
      case .lowest: finite.min { numbers[$0] < numbers[$1] }
      case .highest: finite.max { numbers[$0] < numbers[$1] }
      case nil: Int?.none
      }
    return index.map { Heatmap.Cell(row: $0 / columns, column: $0 % columns) }
  }

  private func spaced(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ")
  }
}

extension Series {
  /// A curve of numbers, which breaks off where they stopped being finite.
  init(
    label: String, _ numbers: NumberSeries, stroke: Stroke = .solid, color: Color,
    highlight: Highlight? = nil
  ) {
    var x = numbers.positions.map(Double.init)
    var y = numbers.values
    if let place = numbers.brokenAt, place > (numbers.positions.last ?? 0) {
      x.append(Double(place))
      y.append(.nan)
    }
    self.init(label: label, x: x, y: y, stroke: stroke, color: color, highlight: highlight)
  }
}
