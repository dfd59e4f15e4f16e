import Randomness
import Workers

/// A feedforward network: its shape and its parameters.
public struct Network<Scalar: Real>: Sendable, Equatable, Codable {
  /// The network's shape.
  public let architecture: Architecture
  /// One matrix per layer, inputs x outputs.
  public var weights: [Matrix<Scalar>]
  /// One list per layer, an element for each output.
  public var biases: [[Scalar]]

  /// A network with weights drawn layer by layer, each matrix row after row, and biases of 0.
  public init(
    architecture: Architecture, initialization: Initialization, drawing stream: inout RandomState
  ) {
    self.architecture = architecture
    weights = []
    biases = []
    for (inputs, outputs) in zip(architecture.layers, architecture.layers.dropFirst()) {
      weights.append(
        initialization.weights(inputs: inputs, outputs: outputs, drawing: &stream))
      biases.append([Scalar](repeating: 0, count: outputs))
    }
  }

  /// The outputs for each row of the features, rows x outputs: probabilities after softmax and sigmoid.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func outputs(
    for features: FeatureMatrix<Scalar>, pool: WorkerPool = WorkerPool(threads: 1)
  ) -> Matrix<Scalar> {
    let pass = ForwardPass(self, pool: pool)
    var outputs: [Scalar] = []
    outputs.reserveCapacity(features.rows * architecture.outputs)
    features.withRows { rows in
      pass.forEachChunk(of: rows, count: features.rows) { _, batch in
        outputs += UnsafeBufferPointer(
          start: pass.outputs, count: batch.count * architecture.outputs)
      }
    }
    return Matrix(rows: features.rows, columns: architecture.outputs, elements: outputs)
  }
}
