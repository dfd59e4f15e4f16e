import Execution
import Learning

/// What a sweep shows of itself: all training curves in one chart, and the final losses as a heatmap. Where there are several
/// seeds, the heatmap has the means over them, and a table how far their losses are apart.
struct SweepFigures {
  private let sweep: SweepResult
  /// One for each run.
  private let finalLosses: [Double]

  /// Figures of a sweep, with the final loss of each of its runs.
  init(_ sweep: SweepResult, finalLosses: [Double]) {
    self.sweep = sweep
    self.finalLosses = finalLosses
  }

  var outputs: [Output] {
    let part = hasValidation ? "Validation" : "Training"
    let title = "\(part) loss \(whose)"
    guard let spread = SeedSpread(of: sweep, finalLosses: finalLosses) else {
      return [.figure(overlay)] + heatmap(of: finalLosses, over: sweep.axes, title: title)
    }
    return [.figure(overlay)]
      + heatmap(
        of: spread.means, over: spread.axes, title: "\(title), mean of \(spread.seedCount) seeds")
      + [.table(spread.table(of: "\(part.lowercased()) loss \(whose)"))]
  }

  /// The losses of combinations of one or two settings, and what is to be said about the lowest; nothing for others.
  private func heatmap(of losses: [Double], over axes: [Grid.Axis], title: String) -> [Output] {
    let grid = Grid(axes: axes, cells: losses.map { .number($0) })
    guard let numbers = NumberGrid(grid, best: .lowest) else { return [] }
    return [.figure(numbers.figure(title: title, valueTitle: lossTitle))]
      + (numbers.borderNote.map { [.note($0)] } ?? [])
  }

  private var lossTitle: String { sweep.runs[0].outline.lossQuantity }

  /// What is not trained on tells which settings are best, if there is such a part.
  private var hasValidation: Bool { sweep.runs[0].outline.hasValidation }

  private var whose: String {
    sweep.runs[0].keepsBest ? "of the kept network" : "after the last epoch"
  }

  private var overlay: Figure {
    let runs = sweep.runs.indices.map { index in
      var run = PlottedSeries(mark: .line, entry: 0, block: "")
      run.settings = zip(sweep.axes, sweep.settings(ofRun: index)).map(PlottedSeries.Setting.init)
      if case .series(let losses) = HistoryField.trainLoss.value(in: sweep.runs[index]) {
        run.take(losses)
      }
      return run
    }
    let looks = PlottedLooks(
      runs, names: ["training loss"], facet: nil, ramp: nil, hasStrokes: true)
    let series = runs.map { run in
      var series = Series(
        label: looks.label(of: run), x: run.x, y: run.y, stroke: looks.stroke(of: run),
        color: looks.color(of: run))
      series.reasonOfBreak = run.reasonOfBreak
      return series
    }
    let y = Axis(lossTitle, includes: 0)
    let field = sweep.outline.fields.first { $0.name == HistoryField.trainLoss.rawValue }
    let panels = looks.panels(of: runs) { isShown in
      [.series(runs.indices.filter { isShown(runs[$0]) }.map { series[$0] }, by: .line)]
    }
    return Figure(
      title: "Training loss of each run", x: Axis("epoch"), y: y, panels: panels,
      references: field?.baselines.filter { $0.isClose(to: series, on: y) } ?? [],
      seriesTitle: looks.settingsTitle)
  }
}
