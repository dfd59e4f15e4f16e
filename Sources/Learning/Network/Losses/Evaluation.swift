import Workers

/// How well a network does on examples.
public struct Evaluation: Sendable, Equatable, Codable {
  /// The outputs for all rows.
  public let predictions: Predictions
  /// The loss asked for, after all rows.
  public let loss: Double
  /// The share of examples classified rightly; nil where numbers are predicted.
  public let accuracy: Double?

  /// Evaluates the network on examples, of which there is at least one.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every chunk of rows, says so.
  public init<Scalar: Real>(
    of network: Network<Scalar>, on examples: Examples<Scalar>, loss: Loss,
    pool: WorkerPool = WorkerPool(threads: 1), isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    precondition(examples.count >= 1, "there is something to evaluate on")
    let outputs = try network.outputs(
      for: examples.features, pool: pool, isCancelled: isCancelled)
    predictions = Predictions(outputs: outputs.converted(to: Double.self))
    let measured = Measurement(of: outputs, examples.truth, loss: loss)
    self.loss = loss.mean(ofSum: measured.lossSum, rows: examples.count, outputs: outputs.columns)
    accuracy =
      examples.truth.labels == nil ? nil : Double(measured.rightCount) / Double(examples.count)
  }
}
