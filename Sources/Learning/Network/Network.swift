import Randomness
import Workers

/// A feedforward network: its shape and its parameters.
public struct Network<Scalar: Real>: Sendable, Equatable, Codable {
  /// The network's shape.
  public internal(set) var architecture: Architecture
  /// One matrix per layer, inputs x outputs.
  public var weights: [Matrix<Scalar>]
  /// One list per layer, an element for each output.
  public var biases: [[Scalar]]
  /// One for each hidden layer if the architecture normalizes batches, otherwise none.
  public var normalizations: [Normalization<Scalar>]

  /// A network with weights drawn layer by layer, each matrix row after row, and biases of 0.
  public init(
    architecture: Architecture, initialization: Initialization, drawing stream: inout RandomState
  ) {
    self.init(withoutWeights: architecture)
    _ = drawWeights(initialization, from: &stream, isCancelled: { false })
  }

  /// The same for large networks.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so; the stream is then
  ///   somewhere between its ends.
  public init(
    architecture: Architecture, initialization: Initialization, drawing stream: inout RandomState,
    isCancelled: () -> Bool
  ) throws(CancellationError) {
    self.init(withoutWeights: architecture)
    if !drawWeights(initialization, from: &stream, isCancelled: isCancelled) {
      throw CancellationError()
    }
  }

  /// A network whose parameters are all 0, but for the scales of its normalizations.
  private init(withoutWeights architecture: Architecture) {
    self.architecture = architecture
    let sizes = zip(architecture.layers, architecture.layers.dropFirst())
    weights = sizes.map { Matrix(rows: $0, columns: $1) }
    biases = sizes.map { Array(repeating: 0, count: $1) }
    normalizations =
      architecture.normalizesBatches ? architecture.hidden.map { Normalization(units: $0) } : []
  }

  /// Draws the weights of all layers, or returns false if it is cancelled meanwhile.
  private mutating func drawWeights(
    _ initialization: Initialization, from stream: inout RandomState, isCancelled: () -> Bool
  ) -> Bool {
    for layer in weights.indices {
      let isComplete = initialization.draw(
        &weights[layer], from: &stream, isCancelled: isCancelled)
      if !isComplete { return false }
    }
    return true
  }

  /// The outputs for each row of the features, rows x outputs: probabilities after softmax and sigmoid.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every chunk of rows, says so.
  public func outputs(
    for features: FeatureMatrix<Scalar>, pool: WorkerPool = WorkerPool(threads: 1),
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Matrix<Scalar> {
    let outputs = outputsUnlessCancelled(for: features, pool: pool, isCancelled: isCancelled)
    guard let outputs else { throw CancellationError() }
    return outputs
  }

  /// The same without an error: Swift 6.3 miscompiles specialised functions that throw.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private func outputsUnlessCancelled(
    for features: FeatureMatrix<Scalar>, pool: WorkerPool, isCancelled: () -> Bool
  ) -> Matrix<Scalar>? {
    let pass = ForwardPass(self, rows: features.rows, pool: pool)
    var outputs: [Scalar] = []
    outputs.reserveCapacity(features.rows * architecture.outputs)
    let isComplete = features.withRows { rows in
      pass.forEachChunk(of: rows, count: features.rows, isCancelled: isCancelled) { _, batch in
        outputs += UnsafeBufferPointer(
          start: pass.outputs, count: batch.count * architecture.outputs)
      }
    }
    if !isComplete { return nil }
    return Matrix(rows: features.rows, columns: architecture.outputs, elements: outputs)
  }
}

extension Network {
  /// The same network without dropout, for looks at it that must not depend on chance.
  var withoutDropout: Network {
    if architecture.dropout.isEmpty { return self }
    var network = self
    network.architecture = architecture.withoutDropout
    return network
  }

  /// The same network with the sums of its last layer as outputs.
  var withLogits: Network<Scalar> {
    var network = self
    network.architecture = architecture.withLogits
    return network
  }

  /// The network with its numbers rounded to another precision.
  public func converted<Other: Real>(to precision: Other.Type) -> Network<Other> {
    Network<Other>(
      architecture: architecture, weights: weights.map { $0.converted(to: precision) },
      biases: biases.map { $0.map { Other($0) } },
      normalizations: normalizations.map { $0.converted(to: precision) })
  }

  private init(
    architecture: Architecture, weights: [Matrix<Scalar>], biases: [[Scalar]],
    normalizations: [Normalization<Scalar>]
  ) {
    self.architecture = architecture
    self.weights = weights
    self.biases = biases
    self.normalizations = normalizations
  }
}
