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
    let values = PlottedValues(plot, evaluator)
    let lists = try paths.entries.map { try numbers(of: $0) }
    let all = lists.flatMap(\.self)
    guard let lowest = all.min(), let highest = all.max() else {
      throw BlockFailure("there are no finite numbers to count", at: plot.$histogram.range)
    }
    let ends = plot.limits?.x?.closedRange
    let histograms = lists.map { list in
      Histogram(
        of: list, from: ends?.lowerBound ?? lowest, to: ends?.upperBound ?? highest,
        intervals: plot.bins)
    }
    let isOne = lists.count == 1
    let names = isOne ? [paths.entries[0].label ?? ""] : values.names(of: paths.entries)
    let series = lists.indices.map { index in
      Series(
        outlineOf: Bins(histograms[index], of: lists[index]), label: names[index],
        total: isOne ? 1 : Double(max(1, lists[index].count)), color: .category(index))
    }
    let fields = paths.entries.compactMap { values.field(of: $0) }
    let quantities = orderedSet(fields.map { $0.quantity ?? $0.title })
    let edges = histograms[0].lower...histograms[0].upper
    return Figure(
      title: plot.title ?? headline(fields.map(\.title)),
      x: Axis(
        plot.x ?? (quantities.isEmpty ? "value" : quantities.joined(separator: ", ")),
        limits: edges),
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

extension Bins {
  /// What a histogram has counted of some numbers: those beyond its ends are left out.
  fileprivate init(_ histogram: Histogram, of numbers: [Double]) {
    self.init(edges: histogram.edges, counts: histogram.counts)
    let counted = numbers.filter { $0 >= histogram.lower && $0 <= histogram.upper }
    if let lowest = counted.min(), let highest = counted.max() { extent = lowest...highest }
  }
}

extension Series {
  /// The outline of bars that stand side by side on 0, one for each bin. Their ends are in parts of `unit`, or all at 0 if that
  /// is 0, and their heights in parts of `total`.
  init(outlineOf bins: Bins, label: String, unit: Double = 1, total: Double, color: Color) {
    let edges = bins.edges.map { unit > 0 ? $0 / unit : 0 }
    var (x, y) = ([edges[0]], [0.0])
    for (bar, count) in bins.counts.enumerated() {
      let height = Double(count) / total
      x += [edges[bar], edges[bar + 1]]
      y += [height, height]
    }
    self.init(label: label, x: x + [edges[bins.counts.count]], y: y + [0], color: color)
    self.bins = bins
  }
}
