import Execution
import Notebook

/// The runs of a sweep before they are done, or a part of what they are: one for each combination of the options that vary.
struct SweepPlan<Run> {
  /// The options that vary, in the order written; the last varies fastest.
  let swept: [SweptOption<Run>]
  /// What all runs have in common; its values of the options that vary say nothing.
  private let common: Run

  /// A sweep of those options that have lists.
  init(_ options: [SweptOption<Run>], common: Run) {
    swept = options.filter(\.hasList).sorted {
      ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0)
    }
    self.common = common
  }

  /// More runs than anybody waits for, or can tell apart.
  let greatestCount = 10_000

  /// How many runs there are; nil if there are more than `greatestCount`.
  var count: Int? {
    var count = 1
    for option in swept {
      count *= option.settings.count
      if count > greatestCount { return nil }
    }
    return count
  }

  var axes: [Grid.VariedSetting] { swept.map(\.axis) }

  /// The settings over all their combinations, still without values.
  var grid: Grid { Grid(axes: axes, cells: []) }

  /// All runs, in the order of their combinations.
  var runs: [Run] {
    let grid = grid
    return (0..<(count ?? 0)).map { index in
      var run = common
      for (option, place) in zip(swept, grid.places(ofCell: index)) { option.set(&run, place) }
      return run
    }
  }

  /// What the run adds to the name of the sweep's random stream: "batch_size=32:learning_rate=0.1".
  func streamName(ofRun index: Int) -> String {
    zip(axes, grid.settings(ofCell: index)).map { "\($0.name)=\($1)" }.joined(separator: ":")
  }
}
