import Execution
import Notebook

/// Turns the values that paths name into curves and heatmaps.
struct PlottedValues {
  private let evaluator: ExpressionEvaluator

  init(_ evaluator: ExpressionEvaluator) {
    self.evaluator = evaluator
  }

  /// What is known of the member that a path names.
  func field(of expression: Expression) -> Field? {
    guard case .path(let path) = expression, let value = evaluator.block(named: path.name) else {
      return nil
    }
    return value.fields.first { $0.name == path.member }
  }

  /// What is counted along the first series.
  func positionTitle(of entries: [PlottedLines.Entry]) -> String {
    for entry in entries {
      switch try? evaluator.value(of: entry.path) {
      case .series(let series): return series.positionTitle
      case .grid(let grid):
        if case .series(let series)? = grid.cells.first { return series.positionTitle }
      default: break
      }
    }
    return "index"
  }

  /// What the labels say when the only path is of a sweep.
  func seriesTitle(of entries: [PlottedLines.Entry]) -> String? {
    guard entries.count == 1, case .grid(let grid)? = try? evaluator.value(of: entries[0].path)
    else { return nil }
    return PlottedGrid(grid).seriesTitle
  }

  /// One curve per path, or per run of a sweep; curves of one block share a hue.
  func series(of entries: [PlottedLines.Entry]) throws -> [Series] {
    let blocks = orderedSet(entries.map { blockName(of: $0.path) })
    var all: [Series] = []
    for (index, entry) in entries.enumerated() {
      let hue = blocks.firstIndex(of: blockName(of: entry.path)) ?? index
      let label = entry.label ?? label(of: entry.path, blocks: blocks, entries: entries)
      all += try series(of: entry.path, label: label, hue: hue)
    }
    return all
  }

  private func series(
    of path: Expression, label: String, hue: Int
  ) throws -> [Series] {
    let field = field(of: path)
    switch try evaluator.value(of: path) {
    case .series(let numbers):
      return [
        Series(
          label: label, numbers,
          stroke: field?.isHeldOut == true ? .dashed : .solid, color: .category(hue),
          highlight: highlight(of: numbers, field))
      ]
    case .grid(let grid):
      let series = PlottedGrid(grid).series
      if !series.isEmpty { return series }
      throw BlockFailure("a curve needs a series for each run", at: path.range)
    case .list(let values):
      let numbers = values.compactMap(\.asNumber)
      guard numbers.count == values.count, !numbers.isEmpty else {
        throw BlockFailure("a curve needs numbers", at: path.range)
      }
      return [
        Series(label: label, x: numbers.indices.map(Double.init), y: numbers, color: .category(hue))
      ]
    default:
      throw BlockFailure("a curve needs a series", at: path.range)
    }
  }

  func heatmap(
    of expression: Expression, valueTitle: String, best: Field.Best?
  ) throws -> Heatmap {
    switch try evaluator.value(of: expression) {
    case .grid(let grid):
      if let heatmap = PlottedGrid(grid).heatmap(valueTitle: valueTitle, best: best) {
        return heatmap
      }
      throw BlockFailure(
        "a heatmap needs one number per combination of at most two settings; pick one with [-1]",
        at: expression.range)
    case .list(let rows):
      return try heatmap(rows: rows, valueTitle: valueTitle, at: expression.range)
    default:
      throw BlockFailure("a heatmap needs a grid or rows of numbers", at: expression.range)
    }
  }

  private func heatmap(
    rows: [Value], valueTitle: String, at range: SourceRange
  ) throws -> Heatmap {
    let numbers = rows.map { $0.elements?.map { $0.asNumber ?? .nan } ?? [] }
    guard let first = numbers.first, !first.isEmpty,
      numbers.allSatisfy({ $0.count == first.count })
    else { throw BlockFailure("a heatmap needs rows of equal length", at: range) }
    return Heatmap(
      rowTitle: "row", columnTitle: "column", rowLabels: numbers.indices.map { String($0) },
      columnLabels: first.indices.map { String($0) }, values: numbers,
      cellLines: numbers.map { $0.map { [significantDigits($0, 4)] } }, valueTitle: valueTitle)
  }

  private func blockName(of expression: Expression) -> String {
    if case .path(let path) = expression { path.name } else { "" }
  }

  /// The member's title; the block's name where that tells curves apart; both where neither does alone.
  private func label(
    of expression: Expression, blocks: [String], entries: [PlottedLines.Entry]
  ) -> String {
    let title = field(of: expression)?.title ?? "values"
    if blocks.count == 1 { return title }
    let titles = orderedSet(entries.map { field(of: $0.path)?.title ?? "values" })
    let block = blockName(of: expression)
    return titles.count == 1 ? block : "\(block), \(title)"
  }

  private func highlight(of series: NumberSeries, _ field: Field?) -> Series.Highlight? {
    guard let best = field?.best, series.values.count > 1 else { return nil }
    let finite = series.values.indices.filter { series.values[$0].isFinite }
    let index =
      switch best {
      case .lowest: finite.min { series.values[$0] < series.values[$1] }
      case .highest: finite.min { series.values[$0] > series.values[$1] }
      }
    guard let index else { return nil }
    let word = best == .lowest ? "lowest" : "highest"
    return Series.Highlight(
      index: index,
      label: "\(word): \(significantDigits(series.values[index], 4)) at \(series.positionTitle)"
        + " \(series.positions[index])")
  }
}
