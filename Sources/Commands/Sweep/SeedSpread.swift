import Execution

/// How far the runs of a sweep are apart that differ in nothing but their seed: how much of a difference is luck.
struct SeedSpread {
  /// What the losses of such runs come to.
  enum Statistic: String, CaseIterable {
    case mean
    case standardDeviation = "standard_deviation"
    case lowest
    case highest

    /// The number that some losses come to; not a number where a run diverged.
    ///
    /// The standard deviation is an estimate from few seeds: the sum of squares over one less than their number (NumPy's
    /// `std` with `ddof=1`).
    func value(of losses: [Double]) -> Double {
      let count = Double(losses.count)
      let mean = losses.reduce(0, +) / count
      switch self {
      case .mean: return mean
      case .standardDeviation:
        let squares = losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / (count - 1)).squareRoot()
      case .lowest: return losses.least
      case .highest: return losses.greatest
      }
    }
  }

  /// What paths call it.
  static let name = "loss_over_seeds"

  /// The settings that vary beside the seed.
  let axes: [Grid.VariedSetting]
  /// How many seeds there are.
  let seedCount: Int
  /// For each combination of those settings, the last one varying fastest, the runs with each seed.
  let groups: [[Int]]
  /// The final losses of these runs.
  private let losses: [[Double]]

  /// Nil for a sweep without several seeds.
  init?(of sweep: SweepResult) {
    guard let seeds = Self.seeds(among: sweep.axes) else { return nil }
    axes = Self.others(among: sweep.axes)
    seedCount = seeds.values.count
    let (runs, combinations) = (Grid(axes: sweep.axes, cells: []), Grid(axes: axes, cells: []))
    groups = combinations.indices(where: [:]).map { combination in
      let settings = zip(combinations.axes.map(\.name), combinations.settings(ofCell: combination))
      return runs.indices(where: Dictionary(settings) { first, _ in first })
    }
    losses = groups.map { $0.map { sweep.finalLosses[$0] } }
  }

  private static func seeds(among axes: [Grid.VariedSetting]) -> Grid.VariedSetting? {
    axes.first { $0.name == SweepResult.seed && $0.values.count > 1 }
  }

  fileprivate static func others(among axes: [Grid.VariedSetting]) -> [Grid.VariedSetting] {
    axes.filter { $0.name != SweepResult.seed }
  }

  /// The mean of each combination; not a number where a run diverged.
  var means: [Double] { losses.map(Statistic.mean.value) }
}

// MARK: - Values

extension SeedSpread {
  /// What sweeps have with several seeds.
  static let values = NamedValue<SweepResult>.record(
    name,
    "with several seeds, the final losses of the runs that differ in nothing else: of the network that each leaves, the loss on the validation part, if there is one",
    of: Statistic.allCases.map { statistic in
      .init(statistic.rawValue, "the \(spaced(statistic.rawValue)) of these losses") {
        $0.spread?.value(of: statistic)
      }
      .known { $0.tell(statistic, of: $1) }
      .exists(
        if: { seeds(among: $0.axes) != nil },
        else: "that is of several seeds, as in 'seed: [1, 2, 3]'")
    })

  /// A number for each combination, or just one where nothing else varies.
  private func value(of statistic: Statistic) -> Value {
    let numbers = losses.map { Value.number(statistic.value(of: $0)) }
    return axes.isEmpty ? numbers[0] : .grid(Grid(axes: axes, cells: numbers))
  }

  /// A row for each combination.
  ///
  /// - Parameter title: what the losses are: "training loss after the last epoch".
  func table(of title: String) -> Table {
    let combinations = Grid(axes: axes, cells: [])
    let rows = losses.indices.map { group in
      combinations.settings(ofCell: group).map(\.description)
        + Statistic.allCases.map { significantDigits($0.value(of: losses[group]), 4) }
    }
    let settings = axes.map { Table.Column($0.name, $0.isNumeric ? .end : .start) }
    let statistics = Statistic.allCases.map { Table.Column(spaced($0.rawValue), .end) }
    let isLost = losses.joined().contains(where: \.isNaN)
    return Table(
      columns: settings + statistics, rows: rows,
      remark: "\(title), over \(seedCount) seeds" + (isLost ? "; nan: a run diverged" : ""))
  }
}

extension Field {
  fileprivate mutating func tell(_ statistic: SeedSpread.Statistic, of sweep: SweepResult.Outline) {
    let others = SeedSpread.others(among: sweep.axes)
    shape = others.isEmpty ? .number : .grid(axes: others, of: .number)
    title = "\(spaced(statistic.rawValue)) of the loss over seeds"
    quantity = sweep.runs[0].lossQuantity
    best = statistic == .mean ? .lowest : nil
  }
}
