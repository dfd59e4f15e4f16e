import Execution
import Learning

/// The course of the loss over several seeds: for each combination of the other settings the mean of its runs, between the
/// lowest and the highest of them.
struct SpreadCourses {
  /// More panels are too small to be read.
  private static let mostPanels = 6
  /// Fewer epochs say nothing of a course that a table of the last one does not.
  private static let fewestEpochs = 3

  private let sweep: SweepResult
  private let spread: SeedSpread

  init(of sweep: SweepResult, _ spread: SeedSpread) {
    self.sweep = sweep
    self.spread = spread
  }

  private var field: HistoryField { sweep.hasValidation ? .validationLoss : .trainLoss }

  /// A panel for each combination whose runs have some epochs in common; nil if there are none of these, or too many.
  var figure: Figure? {
    let combinations = Grid(axes: spread.axes, cells: [])
    let panels = spread.groups.enumerated().compactMap { index, runs -> Panel? in
      let course = course(of: runs)
      guard course.epochs.count >= Self.fewestEpochs else { return nil }
      let settings = zip(spread.axes, combinations.settings(ofCell: index))
        .map(PlottedSeries.Setting.init)
      return Panel(
        title: settings.map(\.words).joined(separator: ", "),
        layers: [.series(course.series, by: .line)])
    }
    guard (1...Self.mostPanels).contains(panels.count) else { return nil }
    let outline = sweep.runs[0].outline
    return Figure(
      title: "\(headline([field.field(in: outline).title])) over \(spread.seedCount) seeds",
      x: Axis("epoch"), y: Axis(outline.lossQuantity, includes: 0), panels: panels)
  }

  /// As far as all runs go: one that diverges or stops early ends them all.
  private func course(of runs: [Int]) -> Course {
    let records = runs.map { sweep.runs[$0].history.records }
    var course = Course()
    for index in 0..<(records.map(\.count).min() ?? 0) {
      let alike = records.map { $0[index] }
      // The last epoch of a run is recorded wherever it comes.
      guard Set(alike.map(\.epoch)).count == 1 else { break }
      course.epochs.append(Double(alike[0].epoch))
      course.losses.append(alike.map(field.number))
    }
    return course
  }

  /// The losses of some runs at the epochs that they have in common.
  private struct Course {
    var epochs: [Double] = []
    /// For each epoch, one for each run.
    var losses: [[Double]] = []

    /// The mean comes last, so that it lies above the others.
    var series: [Series] {
      [SeedSpread.Statistic.highest, .lowest, .mean].map { statistic in
        Series(
          label: statistic.rawValue, x: epochs, y: losses.map(statistic.value),
          stroke: statistic == .mean ? .solid : .dotted, color: .category(0))
      }
    }
  }
}
