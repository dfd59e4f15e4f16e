import Execution
import Learning

// What a run measures layer by layer, as values that paths name.

extension TrainingRun {
  /// All values that diagnostics have, for the reference.
  static let trackedValues = TrainingDiagnostics.all.flatMap { diagnostic in
    diagnostic.quantities.map { quantity in
      ValueDeclaration(
        quantity.name, "with track: \(diagnostic.name), per layer the \(quantity.title)")
    }
  }

  /// The values that the run has measured: for each layer a series along updates, or its histograms.
  var trackedMembers: [Value.Member] {
    guard let tracked = history.tracked else { return [] }
    return tracked.quantities.map { quantity in
      let layers = 0..<network.architecture.activations.count
      let values = layers.map { layer in
        quantity.isHistogram
          ? tracked.histogramValue(of: quantity, layer: layer)
          : .series(series(of: quantity, layer: layer, in: tracked))
      }
      return .init(quantity.name, .list(values))
    }
  }

  /// The numbers of one layer along updates.
  func series(of quantity: TrackedQuantity, layer: Int, in tracked: TrackedRecord) -> NumberSeries {
    NumberSeries(
      positionTitle: "update", positions: tracked.updates,
      values: tracked.numbers[quantity.name]?[layer] ?? [],
      brokenAt: history.divergence.map { $0.update + 1 }, reasonOfBreak: history.divergence?.cause,
      updatesPerEpoch: updatesPerEpoch)
  }
}

extension TrackedRecord {
  /// What was measured, in the order of the reference.
  var quantities: [TrackedQuantity] {
    TrainingDiagnostics.quantities.filter { numbers[$0.name] != nil || histograms[$0.name] != nil }
  }

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
