/// The size of the gradient in each layer, weights apart from biases: where it vanishes or explodes.
enum LayerGradients: TrainingDiagnostic {
  static let name = "layer_gradients"
  static let summary = "The norm of each layer's gradient, of weights and of biases."
  static let quantities = [
    TrackedQuantity(
      "weight_gradients", "norm of the weights' gradient", isLogarithmic: true, isFlow: true),
    TrackedQuantity("bias_gradients", "norm of the biases' gradient", isLogarithmic: true),
  ]

  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]] {
    [
      update.gradient.layers.map { norm($0.weights, update) },
      update.gradient.layers.map { norm($0.biases, update) },
    ]
  }

  private static func norm<Scalar: Real>(
    _ gradient: Buffer<Scalar>, _ update: TrackedUpdate<Scalar>
  ) -> TrackedNumber {
    .number(gradient.squares.squareRoot() / update.gradientDivisor)
  }
}
