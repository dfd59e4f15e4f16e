/// The size and the spread of each layer's weights.
enum Weights: TrainingDiagnostic {
  static let name = "weights"
  static let summary = "The norm and the largest size of each layer's weights."
  static let quantities = [
    TrackedQuantity("weight_norm", "norm of the weights", isLogarithmic: true),
    TrackedQuantity("largest_weight", "largest size of a weight", isLogarithmic: true),
  ]

  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]] {
    let layers = update.pass.layers
    return [
      layers.map { .number($0.blocks.reduce(0) { $0 + $1.weights.squares }.squareRoot()) },
      layers.map { .number($0.blocks.map { largest($0.weights) }.max() ?? 0) },
    ]
  }

  /// NaN if a weight is, as in NumPy.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func largest<Scalar: Real>(_ weights: Buffer<Scalar>) -> Double {
    guard Scalar.kernels.allFinite(weights.start, weights.count) else {
      let numbers = UnsafeBufferPointer(start: weights.start, count: weights.count)
      return numbers.contains(where: \.isNaN) ? .nan : .infinity
    }
    var extremes = Extremes<Scalar>()
    extremes.add(UnsafeBufferPointer(start: weights.start, count: weights.count))
    return max(0, Double(extremes.upper), -Double(extremes.lower))
  }
}
