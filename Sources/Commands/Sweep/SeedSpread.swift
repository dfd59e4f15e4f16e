import Execution

/// How far the runs of a sweep are apart that differ in nothing but their seed: how much of a difference is luck.
struct SeedSpread {
  /// The settings that vary beside the seed.
  let axes: [Grid.Axis]
  /// How many seeds there are.
  let seedCount: Int
  /// For each combination of those settings, the last one varying fastest, the final loss with each seed.
  private let losses: [[Double]]
  /// The mean of each combination; not a number where a run diverged.
  let means: [Double]
  /// The standard deviation of each combination, as an estimate from few seeds: the sum of squares over one less than their
  /// number (NumPy's `std` with `ddof=1`).
  private let deviations: [Double]

  /// Nil for a sweep without several seeds.
  ///
  /// - Parameter finalLosses: one for each run.
  init?(of sweep: SweepResult, finalLosses: [Double]) {
    guard let seeds = sweep.axes.first(where: { $0.name == SweepResult.seed }),
      seeds.values.count > 1
    else { return nil }
    axes = sweep.axes.filter { $0.name != seeds.name }
    seedCount = seeds.values.count
    let (runs, groups) = (Grid(axes: sweep.axes, cells: []), Grid(axes: axes, cells: []))
    losses = groups.indices(where: [:]).map { group in
      let settings = zip(groups.axes.map(\.name), groups.settings(ofCell: group))
      return runs.indices(where: Dictionary(settings) { first, _ in first })
        .map { finalLosses[$0] }
    }
    let count = Double(seeds.values.count)
    means = losses.map { $0.reduce(0, +) / count }
    deviations = zip(losses, means).map { losses, mean in
      let squares = losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / (count - 1)).squareRoot()
    }
  }

  /// A row for each combination.
  ///
  /// - Parameter title: what the losses are: "training loss after the last epoch".
  func table(of title: String) -> Table {
    let groups = Grid(axes: axes, cells: [])
    let rows = losses.indices.map { group in
      let numbers = [
        means[group], deviations[group], losses[group].least, losses[group].greatest,
      ]
      return groups.settings(ofCell: group).map(\.description)
        + numbers.map { significantDigits($0, 4) }
    }
    let settings = axes.map { Table.Column($0.name, $0.isNumeric ? .end : .start) }
    let names = ["mean", "standard deviation", "lowest", "highest"]
    let isLost = losses.joined().contains(where: \.isNaN)
    return Table(
      columns: settings + names.map { Table.Column($0, .end) }, rows: rows,
      remark: "\(title), over \(seedCount) seeds" + (isLost ? "; nan: a run diverged" : ""))
  }
}
