import Synchronization

/// Where a run met the first number that is infinite or undefined, and stopped.
public struct Divergence: Sendable, Equatable, Codable {
  /// The numbers that a run watches.
  public enum Quantity: String, Sendable, Codable {
    case weights
    case biases
    case normalizationScales = "batch normalization scales"
    case normalizationShifts = "batch normalization shifts"
    case activations
    case loss
  }

  /// From 1, over the whole run; 0 where the network was not finite to begin with. Parameters were found after this update,
  /// activations and the loss in it.
  public let update: Int
  /// From 1.
  public let epoch: Int
  /// From 1; layer 1 is the first that has weights.
  public let layer: Int
  /// What was not finite.
  public let quantity: Quantity

  /// A divergence, counted as its properties say.
  public init(update: Int, epoch: Int, layer: Int, quantity: Quantity) {
    self.update = update
    self.epoch = epoch
    self.layer = layer
    self.quantity = quantity
  }

  /// The first update, from 1, of which nothing is recorded: the one in which activations or the loss were found, and the one
  /// behind that after which parameters were.
  public var firstLostUpdate: Int {
    switch quantity {
    case .weights, .biases, .normalizationScales, .normalizationShifts: update + 1
    case .activations, .loss: update
    }
  }

  /// The divergence in one sentence.
  public var sentence: String {
    let place = "update \(update) (epoch \(epoch))"
    switch quantity {
    case .weights, .biases, .normalizationScales, .normalizationShifts:
      let time = update == 0 ? "before training" : "after \(place)"
      return "Training diverged: the \(quantity.rawValue) of layer \(layer) are not finite \(time)."
    case .activations:
      return "Training diverged: the activations of layer \(layer) are not finite in \(place)."
    case .loss:
      return "Training diverged: the loss is not finite in \(place)."
    }
  }
}

extension Divergence {
  /// The first layer, counted from 1, whose parameters are not finite, and which they are. Threads share the blocks of a
  /// layer.
  static func inParameters<Scalar: Real>(
    of pass: ForwardPass<Scalar>
  ) -> (layer: Int, quantity: Quantity)? {
    for (index, layer) in pass.layers.enumerated() {
      let areFinite = Atomic(true)
      pass.pool.perform(
        layer.blocks.count, ifWorth: layer.inputs * layer.outputs, of: .once
      ) { number in
        if !layer.blocks[number].weights.isFinite { areFinite.store(false, ordering: .relaxed) }
      }
      if !areFinite.load(ordering: .relaxed) { return (index + 1, .weights) }
      if !layer.blocks.allSatisfy(\.biases.isFinite) { return (index + 1, .biases) }
      guard let normalizer = layer.normalizer else { continue }
      if !normalizer.scales.isFinite { return (index + 1, .normalizationScales) }
      if !normalizer.shifts.isFinite { return (index + 1, .normalizationShifts) }
    }
    return nil
  }

  /// The cause of a loss or gradient that is not finite, for a pass that has just run a batch of `rows`.
  static func diagnose<Scalar: Real>(
    _ pass: ForwardPass<Scalar>, rows: Int, update: Int, epoch: Int
  ) -> Divergence {
    if let (layer, quantity) = inParameters(of: pass) {
      return Divergence(update: update - 1, epoch: epoch, layer: layer, quantity: quantity)
    }
    for (index, layer) in pass.layers.enumerated()
    where !layer.blocks.allSatisfy({
      Scalar.kernels.allFinite($0.activations.start, rows * $0.count)
    }) {
      return Divergence(update: update, epoch: epoch, layer: index + 1, quantity: .activations)
    }
    return Divergence(update: update, epoch: epoch, layer: pass.layers.count, quantity: .loss)
  }
}

extension Buffer where Element: Real {
  fileprivate var isFinite: Bool { Element.kernels.allFinite(start, count) }
}
