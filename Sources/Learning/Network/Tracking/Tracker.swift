/// Measures a run at some of its updates.
struct Tracker<Scalar: Real> {
  /// Every how many measurements there is one with histograms: there are more numbers in one than anyone looks at often.
  private static var histogramInterval: Int { 10 }

  private(set) var record = TrackedRecord()
  private let diagnostics: [any TrainingDiagnostic.Type]
  /// The parameters before the update, if a diagnostic compares.
  private let previous: PreviousParameters<Scalar>?

  init(_ diagnostics: [any TrainingDiagnostic.Type], pass: ForwardPass<Scalar>) {
    self.diagnostics = diagnostics
    previous =
      diagnostics.contains { $0.comparesWeights } ? PreviousParameters(pass) : nil
  }

  /// Remembers the parameters before an update, if that is needed.
  func prepare(_ pass: ForwardPass<Scalar>) {
    previous?.update(from: pass)
  }

  /// Measures after an update.
  mutating func measure(
    _ pass: ForwardPass<Scalar>, gradient: Gradient<Scalar>, dividedBy divisor: Double, rows: Int,
    update number: Int
  ) {
    let update = TrackedUpdate(
      pass: pass, gradient: gradient, gradientDivisor: divisor, previous: previous,
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
