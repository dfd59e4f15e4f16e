import Execution
import Learning

/// What a sweep shows of itself: all training curves in one chart, and the final losses as a heatmap. Where there are several
/// seeds, the heatmap has the means over them, a chart the course of the mean between the lowest and the highest loss, and a
/// table how far the final losses are apart.
struct SweepFigures {
  private let sweep: SweepResult

  /// Figures of a sweep.
  init(_ sweep: SweepResult) {
    self.sweep = sweep
  }

  var outputs: [Output] {
    let title =
      "\(sweep.hasValidation ? "Validation" : "Training") loss \(sweep.wordsOfFinalLosses)"
    guard let spread = sweep.spread else {
      return [.figure(overlay)]
        + heatmap(
          of: sweep.finalLosses, over: sweep.axes, title: title,
          breakingUpdates: sweep.runs.map { $0.history.divergence?.update })
    }
    let courses = SpreadCourses(of: sweep, spread)
    return [.figure(overlay)] + (courses.figure.map { [.figure($0)] } ?? [])
      + heatmap(
        of: spread.means, over: spread.axes, title: "\(title), mean of \(spread.seedCount) seeds")
      + (sweep.spreadTable.map { [.table($0)] } ?? [])
  }

  /// The losses of combinations of one or two settings, and what is to be said about the lowest; nothing for others.
  private func heatmap(
    of losses: [Double], over axes: [Grid.VariedSetting], title: String,
    breakingUpdates: [Int?] = []
  ) -> [Output] {
    let grid = Grid(axes: axes, cells: losses.map { .number($0) })
    guard let numbers = NumberGrid(grid, best: .lowest, breakingUpdates: breakingUpdates) else {
      return []
    }
    return [.figure(numbers.figure(title: title, valueTitle: lossTitle))]
      + (numbers.borderNote.map { [.note($0)] } ?? [])
  }

  private var lossTitle: String { sweep.runs[0].outline.lossQuantity }

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
      references: field?.baselines.map { $0.drawn(ifCloseTo: series, on: y) } ?? [],
      seriesTitle: looks.settingsTitle)
  }
}
