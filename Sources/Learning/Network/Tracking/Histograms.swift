/// How the activations, gradients and weights of each layer are spread.
enum Histograms: TrainingDiagnostic {
  static let name = "histograms"
  static let summary =
    "Histograms of each layer's activations, weights and their gradients, at a tenth of the updates tracked."
  static let quantities = [
    TrackedQuantity("activation_histograms", "activations", isHistogram: true),
    TrackedQuantity("gradient_histograms", "gradients of weights", isHistogram: true),
    TrackedQuantity("weight_histograms", "weights", isHistogram: true),
  ]

  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]] {
    [
      update.layers.map { layer in
        var pieces: [UnsafeBufferPointer<Scalar>] = []
        update.forEachActivation(layer) { pieces.append($0) }
        return .histogram(TrackedHistogram(of: pieces))
      },
      update.gradient.layers.map { layer in
        .histogram(TrackedHistogram(of: [layer.weights.all], dividedBy: update.gradientDivisor))
      },
      update.pass.layers.map { layer in
        .histogram(TrackedHistogram(of: layer.blocks.map(\.weights.all)))
      },
    ]
  }
}

extension Buffer where Element: Real {
  fileprivate var all: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
