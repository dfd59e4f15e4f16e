/// An update as diagnostics see it: the batch's activations, the gradient, and the weights that it has changed.
public struct TrackedUpdate<Scalar: Real> {
  let pass: ForwardPass<Scalar>
  /// Of the whole loss, before clipping in plain descent; the gradient that the optimizer has got otherwise.
  let gradient: Gradient<Scalar>
  /// What the gradient is to be divided by.
  let gradientDivisor: Double
  /// The parameters before the update; nil if no diagnostic compares.
  let previous: PreviousParameters<Scalar>?
  /// The rows of the batch.
  let rows: Int

  /// The layers, counted from 0.
  var layers: Range<Int> { pass.layers.indices }

  /// Calls `body` with each piece of a layer's activations.
  func forEachActivation(_ layer: Int, _ body: (UnsafeBufferPointer<Scalar>) -> Void) {
    for block in pass.layers[layer].blocks {
      body(UnsafeBufferPointer(start: block.activations.start, count: rows * block.count))
    }
  }
}

/// What a run has measured beside losses and accuracies.
public struct TrackedRecord: Sendable, Equatable, Codable {
  /// The updates after which was measured, from 1, ascending.
  public internal(set) var updates: [Int] = []
  /// By the quantity's name: for each layer as many numbers as updates.
  public internal(set) var numbers: [String: [[Double]]] = [:]
  /// The updates after which histograms were made: some of `updates`.
  public internal(set) var histogramUpdates: [Int] = []
  /// By the quantity's name: for each layer as many histograms as their updates.
  public internal(set) var histograms: [String: [[TrackedHistogram]]] = [:]

  /// A record without measurements.
  public init() {}
}
