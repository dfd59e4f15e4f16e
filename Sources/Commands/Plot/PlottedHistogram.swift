import Execution

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
    let bins = Bins(
      from: plot.limits?.x?.lower ?? lowest, to: plot.limits?.x?.upper ?? highest,
      count: plot.bins)
    let isOne = lists.count == 1
    let series = lists.enumerated().map { index, list in
      outline(
        of: list.values, bins, isShare: !isOne,
        label: list.entry.label ?? (isOne ? "" : list.field?.title ?? "values \(index + 1)"),
        color: .category(index))
    }
    let field = lists.first?.field
    return Figure(
      title: plot.title ?? field?.title ?? "",
      x: Axis(
        plot.x ?? field.map { $0.quantity ?? $0.title } ?? "value", limits: bins.lower...bins.upper),
      y: Axis(
        plot.y ?? (isOne ? "count" : "share of each"), includes: 0,
        limits: plot.limits?.y.map { $0.lower...$0.upper }),
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

  /// The outline of the bars.
  private func outline(
    of values: [Double], _ bins: Bins, isShare: Bool, label: String, color: Series.Color
  ) -> Series {
    let total = isShare ? Double(max(1, values.count)) : 1
    var (x, y) = ([bins.lower], [0.0])
    for (bin, count) in bins.counts(of: values).enumerated() {
      x += [bins.start(of: bin), bins.start(of: bin + 1)]
      y += [Double(count) / total, Double(count) / total]
    }
    return Series(label: label, x: x + [bins.upper], y: y + [0], color: color)
  }
}

/// Bins of equal width; each holds the numbers from its lower end to below its upper one, and the last both ends, as NumPy's
/// `histogram` has it.
private struct Bins {
  let lower: Double
  let upper: Double
  let count: Int

  init(from lower: Double, to upper: Double, count: Int) {
    (self.lower, self.upper) = lower < upper ? (lower, upper) : (lower - 0.5, lower + 0.5)
    self.count = count
  }

  /// Where a bin begins; that after the last is the end.
  func start(of bin: Int) -> Double {
    let share = Double(bin) / Double(count)
    return lower * (1 - share) + upper * share
  }

  func counts(of values: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for value in values where value >= lower && value <= upper {
      // Halves, so that the difference of two large numbers stays finite.
      let share = (value / 2 - lower / 2) / (upper / 2 - lower / 2)
      var bin = min(count - 1, max(0, Int(share * Double(count))))
      if value < start(of: bin), bin > 0 { bin -= 1 }
      if bin + 1 < count, value >= start(of: bin + 1) { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}
