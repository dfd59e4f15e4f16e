import Execution
import Learning

// What a run measures layer by layer, as values that paths name.

extension TrainingRun.Outline {
  /// All values that diagnostics have: for each layer a series along updates, or its histograms.
  static let trackedValues = TrainingDiagnostics.all.flatMap { diagnostic in
    diagnostic.quantities.map { quantity in
      NamedValue<TrainingRun>.recorded(
        quantity.name, "with track: \(diagnostic.name), per layer the \(quantity.title)",
        unless: { run in
          run.tracked.contains { $0.name == quantity.name } ? nil : lackOfTrack(diagnostic.name)
        }
      ) { $0.values(of: quantity) }
      .known { $0 = quantity.field(layers: $1.layers) }
    }
  }
}

extension TrainingRun {
  /// One for each layer.
  fileprivate func values(of quantity: TrackedQuantity) -> [Value] {
    network.architecture.activations.indices.map { layer in
      quantity.isHistogram
        ? measurements.histogramValue(of: quantity, layer: layer)
        : .series(series(of: quantity, layer: layer))
    }
  }

  /// The numbers of one layer along updates.
  func series(of quantity: TrackedQuantity, layer: Int) -> NumberSeries {
    NumberSeries(
      positionTitle: "update", positions: measurements.updates,
      values: measurements.numbers[quantity.name]?[layer] ?? [],
      brokenAt: history.divergence?.firstLostUpdate, reasonOfBreak: history.divergence?.cause,
      updatesPerEpoch: updatesPerEpoch,
      plannedCount: history.divergence == nil ? nil : plannedMeasurements)
  }

  /// What was measured before the run ended: nothing if it diverged in its first update.
  var measurements: TrackedRecord { history.tracked ?? TrackedRecord() }
}

extension TrackedRecord {
  fileprivate func histogramValue(of quantity: TrackedQuantity, layer: Int) -> Value {
    let found = histograms[quantity.name]?[layer] ?? []
    return .list(
      zip(histogramUpdates, found).map { update, histogram in
        .record([
          .init("update", .integer(update)), .init("lower", .number(histogram.lower)),
          .init("upper", .number(histogram.upper)), .init("counts", .integers(histogram.counts)),
        ])
      })
  }
}

extension TrackedQuantity {
  func field(layers: Int) -> Field {
    let shape: Shape =
      isHistogram ? .list(count: nil, of: .record) : .series(count: nil)
    var field = Field(name, .list(count: layers, of: shape), title: title, quantity: title)
    if isShare { field.possible = 0...1 }
    field.dimensions = [
      Field.Dimension("layer", labels: (0..<layers).map { "layer \($0 + 1)" })
    ]
    return field
  }
}
