import Execution
import Learning

/// What a comparison keeps of a run.
struct ComparedRun: Sendable, Codable {
  var name: String
  var precision: Precision
  var storage: FeatureStorage
  /// Multiplications with an addition each, of the updates of one epoch.
  var multiplyAdds: Int
  /// The memory of the training examples' inputs, in bytes.
  var inputBytes: Int
  /// The memory of all weights and biases, in bytes.
  var parameterBytes: Int
  /// The epochs that were recorded.
  var epochs: [Int]
  /// The training loss of each.
  var losses: [Double]
  /// What the training loss ends with; not a number if the run diverged.
  var lastLoss: Double
  /// What the loss on the validation part ends with, if there is one.
  var validationLoss: Double?
  /// Of a network of the same shape as the first run's, the greatest difference of a weight or bias from it; nil for
  /// another shape.
  var weightDifference: Double?

  /// What is known of a run by itself, and how far its network is from that of the first run.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  init(
    _ run: TrainingRun, named name: String, comparedWith first: TrainingRun,
    isCancelled: () -> Bool
  ) throws(CancellationError) {
    self.name = name
    precision = run.network.outline.precision
    let number = precision == .float32 ? 4 : 8
    let inputs = try run.source.examples(of: .train, isCancelled: isCancelled)?.features
    let stored: Int
    switch inputs {
    case .sparse(let matrix)?:
      storage = .sparse
      stored = matrix.nonzeroCount
      // A column number goes with each element, and rows begin somewhere.
      inputBytes = stored * (number + 4) + (matrix.rows + 1) * 8
    case .dense(let matrix)?:
      storage = .dense
      stored = matrix.elements.count
      inputBytes = stored * number
    case nil:
      (storage, stored, inputBytes) = (.dense, 0, 0)
    }
    let architecture = run.network.architecture
    parameterBytes = architecture.parameterCount * number
    multiplyAdds = Self.multiplyAdds(
      stored: stored, rows: inputs?.rows ?? 0, layers: architecture.layers)
    epochs = run.history.records.map(\.epoch)
    losses = run.history.records.map(\.trainLoss)
    lastLoss = run.lastNumber(of: .trainLoss)
    validationLoss =
      run.source.parts.contains(.validation) ? run.lastNumber(of: .validationLoss) : nil
    weightDifference =
      architecture.layers == first.network.architecture.layers
      ? zip(run.network.inDouble.parameters, first.network.inDouble.parameters)
        .map { ($0 - $1).magnitude }.greatest : nil
  }

  /// Each layer multiplies forward and for the gradient of its weights, and all but the first once more to hand the gradient
  /// back.
  private static func multiplyAdds(stored: Int, rows: Int, layers: [Int]) -> Int {
    let rest = zip(layers.dropFirst(), layers.dropFirst(2)).reduce(0) { sum, layer in
      sum + rows * layer.0 * layer.1
    }
    return 2 * stored * layers[1] + 3 * rest
  }
}

extension Network<Double> {
  /// All weights and biases, layer after layer.
  fileprivate var parameters: [Double] {
    zip(weights, biases).flatMap { $0.elements + $1 }
  }
}

extension [Double] {
  /// The least number; NaN if one is, or if there are none.
  var least: Double {
    contains(where: \.isNaN) ? .nan : self.min() ?? .nan
  }

  /// The greatest number; NaN if one is, or if there are none.
  var greatest: Double {
    contains(where: \.isNaN) ? .nan : self.max() ?? .nan
  }
}
