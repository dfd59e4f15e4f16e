/// How far an update moves the weights of each layer, in parts of their own size: about 1e-3 where training goes well.
///
/// Source: Karpathy, CS231n, "Neural Networks Part 3: Learning and Evaluation".
enum UpdateRatio: TrainingDiagnostic {
  static let name = "update_ratio"
  static let summary = "The norm of each layer's update over the norm of its weights."
  static let quantities = [
    TrackedQuantity("update_ratio", "update over weights (norms)", isLogarithmic: true, usual: 1e-3)
  ]
  static let comparesWeights = true

  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]] {
    [update.layers.map { .number(ratio($0, update)) }]
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func ratio<Scalar: Real>(_ layer: Int, _ update: TrackedUpdate<Scalar>) -> Double {
    guard let previous = update.previous else { return .nan }
    let moved = previous.squaredDistances(ofLayer: layer, to: update.pass).weights
    let size = previous.squares(ofLayer: layer).weights
    return size > 0 ? (moved / size).squareRoot() : .nan
  }
}
