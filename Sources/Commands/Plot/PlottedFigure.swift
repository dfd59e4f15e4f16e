import Execution

/// The figure of a plot with marks over common axes.
struct PlottedFigure {
  private let plot: PlotBlock
  private let values: PlottedValues
  private let entries: [PlottedPaths.Entry]
  /// Whether some paths are of what training does not see and others are not.
  private let fieldsDiffer: Bool

  init(_ plot: PlotBlock, _ evaluator: ExpressionEvaluator) {
    self.plot = plot
    let values = PlottedValues(plot, evaluator)
    self.values = values
    entries = plot.layers.flatMap(\.entries)
    fieldsDiffer = Set(entries.map { values.field(of: $0)?.isHeldOut == true }).count > 1
  }

  func figure() throws -> Figure {
    let all = try values.series()
    let fields = all.compactMap(\.field)
    let looks = PlottedLooks(
      all, names: values.names(of: entries),
      areNamesGiven: entries.contains { $0.label != nil }, facet: plot.facet, ramp: plot.color,
      hasStrokes: !fieldsDiffer)
    let series = all.enumerated().map { index, plotted in
      self.series(of: plotted, looks, isFirst: isFirst(index, in: all))
    }
    let y = verticalAxis(fields, showsAll: !curves(all).isEmpty)
    var figure = Figure(
      title: plot.title ?? headline(fields.map { $0.curve?.title ?? $0.title }),
      x: try horizontalAxis(all), y: y,
      panels: looks.panels(of: all) { layers(all, series, where: $0) },
      references: references(fields, series, y) + ends(all), seriesTitle: looks.settingsTitle)
    let curves = curves(all)
    figure.isSquare = !curves.isEmpty && curves.allSatisfy(\.isSquare)
    if let diagonal = curves.first?.diagonal, curves.allSatisfy({ $0.diagonal == diagonal }) {
      figure.references.append(.identity(label: diagonal))
    }
    return figure
  }

  /// What all series have to be for the plot to be one of curves: each over what it belongs over, and linear.
  private func curves(_ all: [PlottedSeries]) -> [Field.Curve] {
    let curves = all.compactMap { series in
      series.xField.flatMap { series.field?.curve?.along == $0.name ? series.field?.curve : nil }
    }
    return curves.count == all.count && !plot.logX && !plot.logY ? curves : []
  }

  // MARK: - Axes

  private func horizontalAxis(_ all: [PlottedSeries]) throws(BlockFailure) -> Axis {
    let title = plot.x ?? all.first?.xTitle ?? "index"
    if let first = all.first, !first.categories.isEmpty {
      if let mistake = plot.mistakes(alongEach: first.xTitle).first {
        throw BlockFailure(mistake.message, at: mistake.range)
      }
      return Axis(title, categories: first.categories)
    }
    return Axis(
      title, scale: plot.logX ? .logarithmic : .linear,
      limits: plot.limits?.x?.closedRange
        ?? (curves(all).isEmpty ? nil : all.first?.xField?.possible))
  }

  /// A loss stands on an axis from 0; a share says which part of 0 to 1 the axis shows.
  private func verticalAxis(_ fields: [Field], showsAll: Bool) -> Axis {
    let quantities = orderedSet(fields.map { $0.quantity ?? $0.title })
    let possible = fields.first?.possible
    let areShares = possible != nil && fields.allSatisfy { $0.possible == possible }
    return Axis(
      plot.y ?? quantities.joined(separator: ", "), scale: plot.logY ? .logarithmic : .linear,
      includes: plot.logY || areShares || fields.contains { $0.counterpart != nil } ? nil : 0,
      limits: plot.limits?.y?.closedRange
        ?? (showsAll && areShares ? possible : nil),
      possible: areShares && !plot.logY ? possible : nil)
  }

  private func layers(
    _ all: [PlottedSeries], _ series: [Series], where isShown: (PlottedSeries) -> Bool
  ) -> [Layer] {
    plot.layers.map { layer in
      let shown = all.indices.filter { all[$0].mark == layer.mark && isShown(all[$0]) }
      return .series(shown.map { series[$0] }, by: layer.mark)
    }
  }

  // MARK: - Series

  private func series(
    of plotted: PlottedSeries, _ looks: PlottedLooks, isFirst: Bool
  ) -> Series {
    let isHighlighted = isFirst && plotted.settings.isEmpty && !isAgainstPath
    var series = Series(
      label: looks.label(of: plotted), x: plotted.x, y: plotted.y,
      stroke: isDashed(plotted) ? .dashed : looks.stroke(of: plotted),
      color: looks.color(of: plotted),
      highlight: isHighlighted ? highlight(of: plotted) : nil)
    series.reasonOfBreak = plotted.reasonOfBreak
    series.isStepped =
      plotted.field?.curve.map { $0.isStepped && $0.along == plotted.xField?.name } ?? false
    if let weight = plot.smooth, plotted.mark == .line {
      series.smoothing = Smoothing(of: plotted.y, weight: weight)
    }
    return series
  }

  /// Whether the values run along others, so that none of them comes first.
  private var isAgainstPath: Bool {
    if case .path? = plot.against { true } else { false }
  }

  /// Validation is dashed where something else is not.
  private func isDashed(_ series: PlottedSeries) -> Bool {
    series.field?.isHeldOut == true && fieldsDiffer
  }

  /// Whether no mark below draws the same values.
  private func isFirst(_ index: Int, in all: [PlottedSeries]) -> Bool {
    !all[..<index].contains { entries[$0.entry].path == entries[all[index].entry].path }
  }

  /// The best value of a series of what training does not see, if it has one; a training loss falls to its end mostly, which
  /// needs no mark.
  private func highlight(of series: PlottedSeries) -> Series.Highlight? {
    guard let field = series.field, field.isHeldOut, let best = field.best, series.y.count > 1
    else { return nil }
    let finite = series.y.indices.filter { series.y[$0].isFinite }
    let index =
      switch best {
      case .lowest: finite.min { series.y[$0] < series.y[$1] }
      case .highest: finite.min { series.y[$0] > series.y[$1] }
      }
    guard let index else { return nil }
    let word = best == .lowest ? "lowest" : "highest"
    return Series.Highlight(
      index: index,
      label: "\(word): \(significantDigits(series.y[index], 4)) at \(plot.x ?? series.xTitle)"
        + " \(significantDigits(series.x[index], 9))")
  }

  // MARK: - Lines to compare with

  /// What the values should be better than; of the training and another part, that of the other part.
  private func references(_ fields: [Field], _ series: [Series], _ y: Axis) -> [ReferenceLine] {
    var references: [ReferenceLine] = []
    for quantity in orderedSet(fields.map { $0.quantity ?? $0.title }) {
      let alike = fields.filter { ($0.quantity ?? $0.title) == quantity }
      let compared = alike.filter { !$0.baselines.isEmpty }
      let lines = (compared.first(where: \.isHeldOut) ?? compared.first)?.baselines ?? []
      references += lines.filter { !references.contains($0) }
    }
    return references.map { $0.drawn(ifCloseTo: series, on: y) }
      + (isAgainstCounterpart ? [.rightPredictions] : [])
  }

  /// More lines upwards than this would hide what they end.
  private static let mostEnds = 3

  /// Where early stopping ended runs; of the runs of a sweep, which are many, the ends of their lines tell it.
  private func ends(_ all: [PlottedSeries]) -> [ReferenceLine] {
    let blocks = orderedSet(all.map(\.block))
    var lines: [ReferenceLine] = []
    for series in all where series.settings.isEmpty && ["epoch", "update"].contains(series.xTitle) {
      guard let end = series.x.last, let planned = series.plannedEnd else { continue }
      let words =
        "stopped early, at \(series.xTitle) \(significantDigits(end, 9))"
        + " of \(significantDigits(planned, 9))"
      let line = ReferenceLine(
        x: end, label: blocks.count > 1 ? "\(runName(of: series, in: all)): \(words)" : words)
      if !lines.contains(line) { lines.append(line) }
    }
    guard lines.count > Self.mostEnds else { return lines }
    return lines.map { line in
      var line = line
      line.isDrawn = false
      return line
    }
  }

  /// What the lesson calls a run of which it draws one value, or its block's name.
  private func runName(of series: PlottedSeries, in all: [PlottedSeries]) -> String {
    let isOnlyOne = all.count { $0.block == series.block } == 1
    return (isOnlyOne ? entries[series.entry].label : nil) ?? series.block
  }

  /// Whether some path is drawn along the values that it would be equal to if nothing were wrong.
  private var isAgainstCounterpart: Bool {
    guard case .path(.path(let x), _)? = plot.against else { return false }
    return entries.contains { entry in
      guard case .path(let y) = entry.path else { return false }
      return x.name == y.name && x.indices.map(\.number) == y.indices.map(\.number)
        && values.field(of: entry)?.counterpart == x.member
    }
  }
}

extension ReferenceLine {
  /// The line, drawn if it is close to the values.
  package func drawn(ifCloseTo series: [Series], on axis: Axis) -> ReferenceLine {
    var line = self
    line.isDrawn = isClose(to: series, on: axis)
    return line
  }

  /// Whether the line lies among the values or half of their extent away at most. Farther away it
  /// would take room from the values and tell little.
  package func isClose(to series: [Series], on axis: Axis) -> Bool {
    guard let y else { return true }
    if let limits = axis.limits { return limits.contains(y) }
    let values = series.flatMap(\.y).filter {
      $0.isFinite && (axis.scale != .logarithmic || $0 > 0)
    }
    guard var lowest = values.min(), var highest = values.max() else { return false }
    if axis.scale == .logarithmic { return y >= lowest / 2 && y <= highest * 2 }
    if let included = axis.includes {
      (lowest, highest) = (min(lowest, included), max(highest, included))
    }
    let room = (highest - lowest) / 2
    return y >= lowest - room && y <= highest + room
  }
}
