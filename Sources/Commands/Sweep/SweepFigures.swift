import Execution
import Learning

/// What a sweep shows of itself: all training curves in one chart, and the final losses as a heatmap.
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
    let finals = NumberGrid(
      Grid(axes: sweep.axes, cells: finalLosses.map { .number($0) }), best: .lowest)
    guard let finals else { return [.figure(overlay)] }
    let heatmap = finals.figure(
      title: "\(hasValidation ? "Validation" : "Training") loss \(whose)", valueTitle: lossTitle)
    return [.figure(overlay), .figure(heatmap)] + (finals.borderNote.map { [.note($0)] } ?? [])
  }

  private var lossTitle: String { sweep.runs[0].reportedLoss.quantity }

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
    let looks = PlottedLooks(runs, names: ["training loss"], facet: nil, ramp: nil)
    let series = runs.map { run in
      var series = Series(
        label: looks.label(of: run), x: run.x, y: run.y, color: looks.color(of: run))
      series.reasonOfBreak = run.reasonOfBreak
      return series
    }
    let y = Axis(lossTitle, includes: 0)
    let guessing = sweep.outline.fields.first { $0.name == HistoryField.trainLoss.rawValue }?
      .baseline
    return Figure(
      title: "Training loss of each run", x: Axis("epoch"), y: y,
      layers: [.series(series, by: .line)],
      references: guessing.map { $0.isClose(to: series, on: y) ? [$0] : [] } ?? [],
      seriesTitle: looks.settingsTitle)
  }
}
