/// What comes out of each layer: its mean and spread, and the share that has stopped to learn.
///
/// An activation between limits is saturated within a hundredth of their distance from one of them, where the slope is
/// next to 0. A unit of relu is dead in a batch if it is above 0 for none of its rows.
enum ActivationSpread: TrainingDiagnostic {
  static let name = "activations"
  static let summary =
    "The mean and spread of each layer's activations, and the share saturated or dead."
  static let quantities = [
    TrackedQuantity("activation_mean", "mean activation"),
    TrackedQuantity("activation_spread", "standard deviation of activations"),
    TrackedQuantity("saturated", "share of activations saturated", isShare: true),
    TrackedQuantity("dead", "share of units dead", isShare: true),
  ]

  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]] {
    let spreads = update.layers.map { spread($0, update) }
    return [
      spreads.map { .number($0.mean) },
      spreads.map { .number($0.deviation) },
      update.layers.map { .number(saturated($0, update)) },
      update.layers.map { .number(dead($0, update)) },
    ]
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func spread<Scalar: Real>(
    _ layer: Int, _ update: TrackedUpdate<Scalar>
  ) -> (mean: Double, deviation: Double) {
    var (count, sum, squares) = (0, 0.0, 0.0)
    update.forEachActivation(layer) { activations in
      count += activations.count
      for number in activations { sum += Double(number) }
    }
    let mean = sum / Double(count)
    update.forEachActivation(layer) { activations in
      for number in activations { squares += (Double(number) - mean) * (Double(number) - mean) }
    }
    return (mean, (squares / Double(count)).squareRoot())
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func saturated<Scalar: Real>(
    _ layer: Int, _ update: TrackedUpdate<Scalar>
  ) -> Double {
    guard let limits = update.pass.layers[layer].activation.limits else { return 0 }
    let margin = (limits.upperBound - limits.lowerBound) / 100
    let (low, high) = (
      Scalar(limits.lowerBound + margin), Scalar(limits.upperBound - margin)
    )
    var (count, saturated) = (0, 0)
    update.forEachActivation(layer) { activations in
      count += activations.count
      for number in activations where number < low || number > high { saturated += 1 }
    }
    return Double(saturated) / Double(count)
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func dead<Scalar: Real>(_ layer: Int, _ update: TrackedUpdate<Scalar>) -> Double {
    let layer = update.pass.layers[layer]
    guard layer.activation.isFlatBelowZero else { return 0 }
    var dead = 0
    for block in layer.blocks {
      var lives = [Bool](repeating: false, count: block.count)
      for row in 0..<update.rows {
        let start = block.activations.start + row * block.count
        for unit in 0..<block.count where start[unit] > 0 { lives[unit] = true }
      }
      dead += lives.count { !$0 }
    }
    return Double(dead) / Double(layer.outputs)
  }
}
