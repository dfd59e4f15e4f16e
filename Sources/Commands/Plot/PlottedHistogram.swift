import Execution
import Learning

/// How often numbers lie in each of some bins of equal width.
struct PlottedHistogram {
  private let plot: PlotBlock
  private let evaluator: ExpressionEvaluator

  init(_ plot: PlotBlock, _ evaluator: ExpressionEvaluator) {
    self.plot = plot
    self.evaluator = evaluator
  }

  /// - Throws: no finite numbers at all.
  func figure(of paths: PlottedPaths) throws -> Figure {
    let runs = PlottedRuns(plot, evaluator)
    let lists = try paths.entries.map { entry in
      (values: try numbers(of: entry), field: runs.field(of: entry.path), entry: entry)
    }
    let all = lists.flatMap(\.values)
    guard let lowest = all.min(), let highest = all.max() else {
      throw BlockFailure("there are no finite numbers to count", at: plot.$histogram.range)
    }
    let ends = plot.limits?.x?.closedRange
    let histograms = lists.map { list in
      Histogram(
        of: list.values, from: ends?.lowerBound ?? lowest, to: ends?.upperBound ?? highest,
        intervals: plot.bins)
    }
    let isOne = lists.count == 1
    let series = zip(lists, histograms).enumerated().map { index, pair in
      let (list, histogram) = pair
      let total = isOne ? 1 : Double(max(1, list.values.count))
      return Series(
        label: list.entry.label ?? (isOne ? "" : list.field?.title ?? "values \(index + 1)"),
        stepsOver: histogram.edges, heights: histogram.counts.map { Double($0) / total },
        color: .category(index))
    }
    let field = lists.first?.field
    let edges = histograms[0].lower...histograms[0].upper
    return Figure(
      title: plot.title ?? field?.title ?? "",
      x: Axis(plot.x ?? field.map { $0.quantity ?? $0.title } ?? "value", limits: edges),
      y: Axis(
        plot.y ?? (isOne ? "count" : "share of each"), includes: 0,
        limits: plot.limits?.y?.closedRange),
      layers: [.series(series, by: .area)])
  }

  /// The finite numbers of a path.
  private func numbers(of entry: PlottedPaths.Entry) throws -> [Double] {
    let value = try evaluator.value(of: entry.path)
    guard let elements = value.elements else {
      throw BlockFailure("a histogram counts a list of numbers", at: entry.path.range)
    }
    return elements.compactMap(\.asNumber).filter { $0.magnitude <= 1e300 }
  }
}

extension Series {
  /// The outline of bars that stand side by side on 0: `edges` are where they begin, and where the last one ends.
  init(label: String, stepsOver edges: [Double], heights: [Double], color: Color) {
    var (x, y) = ([edges[0]], [0.0])
    for (bar, height) in heights.enumerated() {
      x += [edges[bar], edges[bar + 1]]
      y += [height, height]
    }
    self.init(label: label, x: x + [edges[heights.count]], y: y + [0], color: color)
  }
}
