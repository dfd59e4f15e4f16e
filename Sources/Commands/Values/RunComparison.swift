import Execution
import Learning

/// Runs side by side.
struct RunComparison: Sendable, Codable {
  /// At least two; the others are compared with the first.
  let runs: [ComparedRun]

  /// Puts runs beside the first of them.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  init(
    _ runs: [(name: String, run: TrainingRun)], isCancelled: () -> Bool
  ) throws(CancellationError) {
    self.runs = try runs.map { run throws(CancellationError) in
      try ComparedRun(
        run.run, named: run.name, comparedWith: runs[0].run, isCancelled: isCancelled)
    }
  }

  private var others: ArraySlice<ComparedRun> { runs.dropFirst() }

  /// The differences of a run's training losses from those of the first, at the epochs that both have.
  private func differences(of run: ComparedRun) -> [(epoch: Int, first: Double, other: Double)] {
    let first = Dictionary(zip(runs[0].epochs, runs[0].losses)) { $1 }
    return zip(run.epochs, run.losses).compactMap { epoch, loss in
      first[epoch].map { (epoch, $0, loss) }
    }
  }

  /// The greatest size of a training loss' difference; not a number where one is none.
  private func lossDifference(_ run: ComparedRun) -> Double {
    differences(of: run).map { ($0.other - $0.first).magnitude }.greatest
  }

  private func relativeLossDifference(_ run: ComparedRun) -> Double {
    differences(of: run).map {
      $0.other == $0.first ? 0 : ($0.other - $0.first).magnitude / $0.first.magnitude
    }.greatest
  }
}

extension RunComparison: LessonValue {
  /// What is known of a comparison before the runs.
  struct Outline: DeclaringOutline {
    static let values: [NamedValue<RunComparison>] = [
      .init(
        "loss_difference", "the greatest difference of a training loss from that of the first run"
      ) { $0.others.map($0.lossDifference).greatest },
      .init("relative_loss_difference", "the same in parts of the first run's loss") {
        $0.others.map($0.relativeLossDifference).greatest
      },
      .init(
        "weight_difference",
        "of networks of one shape, the greatest difference of a weight or bias"
      ) { $0.others.map { $0.weightDifference ?? .nan }.greatest },
      .init("multiply_adds", "how many multiplications an epoch takes, run by run") {
        $0.runs.map(\.multiplyAdds)
      },
      .init("bytes", "the memory of the training examples, run by run") {
        $0.runs.map(\.inputBytes)
      },
    ]
  }

  static var kind: String { "comparison" }
  var outline: Outline { Outline() }

  func display(rows: Int) -> [Output] {
    let lines = Array(table.prefix(max(0, rows)))
    // Each row has another unit, so there is nothing to align by.
    let columns = [Table.Column("of")] + runs.map { Table.Column($0.name) }
    return [.table(Table(columns: columns, rows: lines))] + (figure.map { [.figure($0)] } ?? [])
  }

  private var table: [[String]] {
    let differ = { (number: (ComparedRun) -> Double?) in
      ["–"] + others.map { number($0).map { significantDigits($0, 2) } ?? "–" }
    }
    return [
      ["numbers"] + runs.map(\.precision.rawValue),
      ["inputs"] + runs.map(\.storage.rawValue),
      ["bytes of the inputs"] + runs.map { String($0.inputBytes) },
      ["bytes of the parameters"] + runs.map { String($0.parameterBytes) },
      ["multiply-adds per epoch"] + runs.map { significantDigits(Double($0.multiplyAdds), 3) },
      ["last training loss"] + runs.map { significantDigits($0.lastLoss, 8) },
    ]
      + (runs.contains { $0.validationLoss != nil }
        ? [
          ["last validation loss"]
            + runs.map { $0.validationLoss.map { significantDigits($0, 8) } ?? "–" }
        ] : [])
      + [
        ["greatest difference of the loss"] + differ(lossDifference),
        ["greatest difference of a weight"] + differ(\.weightDifference),
      ]
  }

  /// How far apart the losses are, epoch by epoch; nil where they are nowhere.
  private var figure: Figure? {
    let series = others.enumerated().map { index, run in
      let places = differences(of: run)
      return Series(
        label: run.name, x: places.map { Double($0.epoch) },
        y: places.map { ($0.other - $0.first).magnitude },
        color: .category(index))
    }
    guard series.contains(where: { $0.y.contains { $0 > 0 } }) else { return nil }
    return Figure(
      title: "How far the training loss is from that of ‘\(runs[0].name)’", x: Axis("epoch"),
      y: Axis("difference of the loss", scale: .logarithmic), layers: [.series(series, by: .line)])
  }
}
