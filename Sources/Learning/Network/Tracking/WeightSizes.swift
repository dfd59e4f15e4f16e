/// The size and the spread of each layer's weights.
enum WeightSizes: TrainingDiagnostic {
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
      layers.map { .number(largest($0.blocks.map(\.weights))) },
    ]
  }

  /// NaN if a weight is, as in NumPy.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func largest<Scalar: Real>(_ blocks: [Buffer<Scalar>]) -> Double {
    let numbers = blocks.map { UnsafeBufferPointer(start: $0.start, count: $0.count) }
    guard blocks.allSatisfy({ Scalar.kernels.allFinite($0.start, $0.count) }) else {
      return numbers.contains { $0.contains(where: \.isNaN) } ? .nan : .infinity
    }
    var extremes = Extremes<Scalar>()
    for block in numbers { extremes.add(block) }
    return max(0, Double(extremes.upper), -Double(extremes.lower))
  }
}
