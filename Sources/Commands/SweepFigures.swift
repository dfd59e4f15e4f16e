import Execution
import Learning

/// What a sweep shows of itself: all training curves in one chart, and the final losses as a heatmap.
struct SweepFigures {
  private let sweep: SweepResult

  init(_ sweep: SweepResult) {
    self.sweep = sweep
  }

  var outputs: [Output] {
    [.figure(overlay)] + (heatmap.map { [.figure($0)] } ?? [])
  }

  private var lossTitle: String { sweep.runs[0].reportedLoss.quantity }

  private var overlay: Figure {
    let grid = Grid(
      axes: sweep.axes, cells: sweep.runs.map { HistoryField.trainLoss.value(in: $0.history) })
    return Figure(
      title: "Training loss of each run",
      LineChart(
        x: Axis("epoch"), y: Axis(lossTitle, includes: 0), series: PlottedGrid(grid).series,
        seriesTitle: PlottedGrid(grid).seriesTitle))
  }

  private var heatmap: Figure? {
    let finals = sweep.runs.map { Value.number($0.history.records.last?.trainLoss ?? .nan) }
    return PlottedGrid(Grid(axes: sweep.axes, cells: finals))
      .heatmap(valueTitle: lossTitle, best: .lowest)
      .map { Figure(title: "Training loss after the last epoch", $0) }
  }
}
