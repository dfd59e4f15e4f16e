/// Updates as practised: a gradient is averaged, charged with a penalty, clipped and handed to an optimizer.
struct Descent<Scalar: Real>: Sendable {
  /// Parameters of one kind in one layer.
  private struct ParameterArray: Sendable {
    let parameters: Buffer<Scalar>
    let gradient: Buffer<Scalar>
    let memory: [Buffer<Scalar>]
    let areWeights: Bool
  }

  private let arrays: [ParameterArray]
  private let gradient: Gradient<Scalar>
  private let settings: TrainingSettings
  private var updates = 0

  /// Updates for the parameters of a pass, whose layers have one block each.
  init(_ pass: ForwardPass<Scalar>, gradient: Gradient<Scalar>, settings: TrainingSettings) {
    precondition(!pass.splitsFirstLayer, "each layer has one block")
    self.gradient = gradient
    self.settings = settings
    arrays = zip(pass.layers, gradient.layers).flatMap { layer, gradient in
      var pairs = [
        (layer.blocks[0].weights, gradient.weights, true),
        (layer.blocks[0].biases, gradient.biases, false),
      ]
      if let normalizer = layer.normalizer {
        pairs.append((normalizer.scales, gradient.scales, false))
        pairs.append((normalizer.shifts, gradient.shifts, false))
      }
      return pairs.map { parameters, gradient, areWeights in
        ParameterArray(
          parameters: parameters, gradient: gradient,
          memory: (0..<settings.optimizer.memory).map { _ in
            Buffer(count: parameters.count, repeating: 0)
          }, areWeights: areWeights)
      }
    }
  }

  /// Changes all parameters by the gradient of a batch of `rows`, which is summed over them before and changed here.
  ///
  /// - Returns: the norm of the averaged gradient with its penalty, before clipping.
  mutating func update(rows: Int, rate: Double) -> Double {
    updates += 1
    for array in arrays {
      array.gradient.scale(by: 1 / Scalar(rows))
      if array.areWeights, settings.penalty.isActive {
        settings.penalty.add(
          of: array.parameters.start, to: array.gradient.start, count: array.parameters.count)
      }
    }
    let norm = gradient.norm
    let factor = settings.clipping.factor(forNorm: norm)
    for array in arrays {
      if factor < 1 { array.gradient.scale(by: Scalar(factor)) }
      settings.clipping.limit(array.gradient.start, count: array.gradient.count)
      settings.optimizer.update(
        ParameterUpdate(
          parameters: array.parameters.start, gradient: array.gradient.start,
          memory: array.memory.map(\.start), count: array.parameters.count, rate: rate,
          number: updates, areWeights: array.areWeights))
    }
    return norm
  }
}

extension Buffer where Element: Real {
  /// Multiplies all elements by a factor.
  func scale(by factor: Element) {
    for index in 0..<count { start[index] *= factor }
  }
}
