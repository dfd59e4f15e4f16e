import Workers

/// What a network says about rows of features.
public struct Predictions: Sendable, Equatable, Codable {
  /// The network's outputs, rows x outputs, as doubles.
  public let outputs: Matrix<Double>

  /// What outputs say, rows x outputs.
  init(outputs: Matrix<Double>) { self.outputs = outputs }

  /// Runs the rows through the network.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every chunk of rows, says so.
  public init<Scalar: Real>(
    of network: Network<Scalar>, for features: FeatureMatrix<Scalar>,
    pool: WorkerPool = WorkerPool(threads: 1), isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    let outputs = try network.outputs(for: features, pool: pool, isCancelled: isCancelled)
    self.init(outputs: outputs.converted(to: Double.self))
  }

  /// The class number of each row, for a network that tells classes apart.
  public var classes: [Int] {
    outputs.elements.withUnsafeBufferPointer { elements in
      elements.baseAddress.map { start in
        (0..<outputs.rows).map { row in
          Targets.predictedClass(start + row * outputs.columns, outputs: outputs.columns)
        }
      } ?? []
    }
  }

  /// The probability of each class for a row, counted from 0. One output is the probability of class 1.
  public func probabilities(row: Int) -> [Double] {
    if outputs.columns == 1 { return [1 - outputs[row, 0], outputs[row, 0]] }
    return (0..<outputs.columns).map { outputs[row, $0] }
  }
}
