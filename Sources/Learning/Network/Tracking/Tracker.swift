/// Measures a run at some of its updates.
struct Tracker<Scalar: Real> {
  /// Every how many measurements there is one with histograms: there are more numbers in one than anyone looks at often.
  private static var histogramInterval: Int { 10 }

  private(set) var record = TrackedRecord()
  private let diagnostics: [any TrainingDiagnostic.Type]
  private let previousWeights: [[Buffer<Scalar>]]

  init(_ diagnostics: [any TrainingDiagnostic.Type], pass: ForwardPass<Scalar>) {
    self.diagnostics = diagnostics
    let compares = diagnostics.contains { $0.comparesWeights }
    previousWeights =
      compares
      ? pass.layers.map { layer in
        layer.blocks.map { Buffer(count: $0.weights.count, repeating: 0) }
      } : []
  }

  /// Remembers the weights before an update, if that is needed.
  func prepare(_ pass: ForwardPass<Scalar>) {
    for (layer, kept) in zip(pass.layers, previousWeights) {
      for (block, buffer) in zip(layer.blocks, kept) {
        buffer.start.update(from: block.weights.start, count: buffer.count)
      }
    }
  }

  /// Measures after an update.
  mutating func measure(
    _ pass: ForwardPass<Scalar>, gradient: Gradient<Scalar>, dividedBy divisor: Double, rows: Int,
    update number: Int
  ) {
    let update = TrackedUpdate(
      pass: pass, gradient: gradient, gradientDivisor: divisor, previousWeights: previousWeights,
      rows: rows)
    let hasHistograms = record.updates.count % Self.histogramInterval == 0
    record.updates.append(number)
    if hasHistograms, diagnostics.contains(where: { $0.hasHistograms }) {
      record.histogramUpdates.append(number)
    }
    for diagnostic in diagnostics where hasHistograms || !diagnostic.hasHistograms {
      for (quantity, layers) in zip(diagnostic.quantities, diagnostic.measure(update)) {
        add(layers, to: quantity)
      }
    }
  }

  private mutating func add(_ layers: [TrackedNumber], to quantity: TrackedQuantity) {
    for (layer, number) in layers.enumerated() {
      switch number {
      case .number(let value):
        record.numbers[quantity.name, default: layers.map { _ in [] }][layer].append(value)
      case .histogram(let histogram):
        record.histograms[quantity.name, default: layers.map { _ in [] }][layer].append(histogram)
      }
    }
  }
}

extension TrainingDiagnostic {
  fileprivate static var hasHistograms: Bool { quantities.contains(where: \.isHistogram) }
}
