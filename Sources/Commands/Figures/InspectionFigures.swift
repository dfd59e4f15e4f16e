import Execution
import Learning

/// A run to look into, by its name.
struct InspectedRun {
  var name: String
  var run: TrainingRun

  var layers: Range<Int> { 0..<run.network.architecture.activations.count }
}

/// The figures of what runs have measured layer by layer: a panel for each run, a shade for each layer.
struct InspectionFigures {
  var runs: [InspectedRun]

  /// How many columns a heatmap of updates has at most: what can be told apart on a phone.
  private static let mostColumns = 40

  /// What there is to see of a quantity. Nothing saturated, nothing dead is no news, but an answer to who asks for it.
  func outputs(of quantity: TrackedQuantity, heatmap: Bool, isAskedFor: Bool) -> [Output] {
    guard quantity.isShare, isAllZero(quantity) else {
      return figures(of: quantity, heatmap: heatmap).map(Output.figure)
    }
    let sentence = "The \(quantity.title) is 0 in every layer, at every update that was measured."
    return isAskedFor ? [.note(Note(.information, sentence))] : []
  }

  private func isAllZero(_ quantity: TrackedQuantity) -> Bool {
    runs.allSatisfy { run in
      run.layers.allSatisfy { series(quantity, run, $0).values.allSatisfy { $0 == 0 } }
    }
  }

  private func figures(of quantity: TrackedQuantity, heatmap: Bool) -> [Figure] {
    if quantity.isHistogram { return histograms(of: quantity) }
    return [lines(of: quantity)] + (heatmap && quantity.isFlow ? maps(of: quantity) : [])
  }

  private func series(_ quantity: TrackedQuantity, _ run: InspectedRun, _ layer: Int)
    -> NumberSeries
  {
    run.run.series(of: quantity, layer: layer)
  }

  // MARK: - Lines

  private func lines(of quantity: TrackedQuantity) -> Figure {
    let panels = runs.map { run in
      Panel(
        title: runs.count == 1 ? "" : run.name,
        layers: [.series(run.layers.map { line(of: quantity, in: run, layer: $0) }, by: .line)])
    }
    let references = quantity.usual.map { usual in
      [ReferenceLine(y: usual, label: "rule of thumb: \(formattedSetting(usual))")]
    }
    return Figure(
      title: heading(quantity), x: Axis("update"),
      y: Axis(
        quantity.title, scale: quantity.isLogarithmic ? .logarithmic : .linear,
        includes: quantity.isLogarithmic || quantity.isShare ? nil : 0,
        possible: quantity.isShare ? 0...1 : nil),
      panels: panels, references: references ?? [], seriesTitle: "layer")
  }

  private func line(of quantity: TrackedQuantity, in run: InspectedRun, layer: Int) -> Series {
    let numbers = series(quantity, run, layer)
    let share = Double(layer) / Double(max(1, run.layers.count - 1))
    var series = Series(
      label: "layer \(layer + 1)", x: numbers.positions.map(Double.init),
      // Zero has no logarithm: the line has a gap there.
      y: numbers.values.map { quantity.isLogarithmic && $0 == 0 ? .nan : $0 },
      color: .shade(hue: 0, share))
    series.reasonOfBreak = numbers.values.contains { !$0.isFinite } ? numbers.reasonOfBreak : nil
    return series
  }

  // MARK: - Heatmaps

  /// A quantity of a run by orders of magnitude: a row for each layer, a column for each update that is shown.
  private struct Magnitudes {
    var updates: [Int]
    var rows: [[Double]]
  }

  /// A heatmap for each run, in all of which a colour means the same.
  private func maps(of quantity: TrackedQuantity) -> [Figure] {
    let magnitudes = runs.map { self.magnitudes(of: quantity, in: $0) }
    let finite = magnitudes.compactMap(\.?.rows).joined().joined().filter(\.isFinite)
    let ends = finite.min().flatMap { lowest in finite.max().map { lowest...$0 } }
    return zip(runs, magnitudes).compactMap { run, magnitudes in
      magnitudes.map { map(of: quantity, in: run, $0, ends: ends) }
    }
  }

  /// nil of a run that was measured only once: there is no course to see.
  private func magnitudes(of quantity: TrackedQuantity, in run: InspectedRun) -> Magnitudes? {
    let rows = run.layers.map { series(quantity, run, $0) }
    guard let positions = rows.first?.positions, positions.count > 1 else { return nil }
    let step = (positions.count - 1) / Self.mostColumns + 1
    let columns = Array(stride(from: 0, to: positions.count, by: step))
    return Magnitudes(
      updates: columns.map { positions[$0] },
      rows: rows.map { row in columns.map { decimalLogarithm(row.values[$0]) } })
  }

  /// Layers over updates.
  private func map(
    of quantity: TrackedQuantity, in run: InspectedRun, _ magnitudes: Magnitudes,
    ends: ClosedRange<Double>?
  ) -> Figure {
    let cells = Cells(
      values: magnitudes.rows, texts: magnitudes.rows.map { $0.map { _ in [] } },
      valueTitle: "log₁₀ of the \(quantity.title)", ends: ends)
    return Figure(
      title: heading(quantity) + of(run),
      x: Axis("update", categories: magnitudes.updates.map(String.init)),
      y: Axis("layer", categories: run.layers.map { String($0 + 1) }), layers: [.cells(cells)])
  }

  // MARK: - Histograms

  /// A figure for each run, in all of which a height means the same.
  private func histograms(of quantity: TrackedQuantity) -> [Figure] {
    var figures = runs.compactMap { histograms(of: quantity, in: $0) }
    // Outlines begin at 0, so an axis that shows the highest of all is the same in every figure.
    let highest = figures.flatMap(\.allSeries).flatMap(\.y).max()
    for index in figures.indices { figures[index].y.includes = highest }
    return figures
  }

  /// A panel for each layer, at the first and the last update that has histograms; each layer in units of its largest size.
  private func histograms(of quantity: TrackedQuantity, in run: InspectedRun) -> Figure? {
    let tracked = run.run.measurements
    guard let layers = tracked.histograms[quantity.name],
      let last = tracked.histogramUpdates.indices.last
    else { return nil }
    let shown = last == 0 ? [0] : [0, last]
    let panels = layers.enumerated().map { layer, histograms in
      let largest =
        shown.map { max(abs(histograms[$0].lower), abs(histograms[$0].upper)) }.max() ?? 0
      let series = shown.enumerated().map { place, index in
        outline(
          of: histograms[index], unit: largest, label: "update \(tracked.histogramUpdates[index])",
          place: place)
      }
      return Panel(
        title: "layer \(layer + 1), ±\(significantDigits(largest, 2))",
        layers: [.series(series, by: .line)])
    }
    return Figure(
      title: heading(quantity) + of(run),
      x: Axis("value in parts of the layer's largest", limits: -1...1),
      y: Axis("share of all"), panels: panels, seriesTitle: "update")
  }

  /// The outline of a histogram's bars. No name stands by it, so the second of two is dashed.
  private func outline(of histogram: TrackedHistogram, unit: Double, label: String, place: Int)
    -> Series
  {
    let bins = Bins(edges: histogram.edges, counts: histogram.counts)
    var series = Series(
      outlineOf: bins, label: label, unit: unit, total: Double(max(1, bins.total)),
      color: .category(place))
    series.stroke = place == 0 ? .solid : .dashed
    return series
  }

  // MARK: - Words

  private func heading(_ quantity: TrackedQuantity) -> String {
    headline([quantity.title]) + ", layer by layer"
  }

  private func of(_ run: InspectedRun) -> String { runs.count == 1 ? "" : ": \(run.name)" }
}
