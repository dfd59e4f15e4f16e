/// A run of training under way, which goes on for some epochs at a time.
///
/// It can be handed from thread to thread; there is one copy that goes on.
public struct OngoingTraining<Scalar: Real>: Sendable {
  private let training: Training<Scalar>
  private var loop: TrainingLoop<Scalar>

  /// A run at its start.
  public init(_ training: Training<Scalar>) {
    self.training = training
    loop = Self.loop(training)
  }

  /// Whether the run has come to its end.
  public var isOver: Bool { loop.progress == .over }

  /// The network as it is now, or the best so far if early stopping keeps that, and how it has gone.
  public var result: (network: Network<Scalar>, history: History) { (network, loop.history) }

  private var network: Network<Scalar> {
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    get { loop.network }
  }

  /// Trains for up to so many epochs more, and hands each record over as soon as it is made.
  ///
  /// A run whose numbers stop being finite ends there; its history says where.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every batch and chunk of rows and within large
  ///   batches, says so; such a run cannot go on.
  public mutating func advance(
    epochs: Int, onRecord: (EpochRecord) -> Void = { _ in }, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    run(epochs: epochs, onRecord: onRecord, isCancelled: isCancelled)
    if loop.progress == .cancelled { throw CancellationError() }
  }

  /// The same without an error: Swift 6.3 miscompiles specialised functions that throw.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private mutating func run(
    epochs: Int, onRecord: (EpochRecord) -> Void, isCancelled: () -> Bool
  ) {
    training.withExamples {
      loop.run(epochs: epochs, on: $0, onRecord: onRecord, isCancelled: isCancelled)
    }
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  private static func loop(_ training: Training<Scalar>) -> TrainingLoop<Scalar> {
    training.withExamples { TrainingLoop(training, $0) }
  }
}

extension Training {
  /// Calls `body` with the memory of the examples.
  fileprivate func withExamples<Result>(_ body: (LoadedParts<Scalar>) -> Result) -> Result {
    training.features.withRows { rows in
      let loaded = LoadedExamples(rows: rows, truth: training.truth)
      guard let validation else {
        return body(LoadedParts(training: loaded, validation: nil))
      }
      return validation.features.withRows { rows in
        body(
          LoadedParts(
            training: loaded, validation: LoadedExamples(rows: rows, truth: validation.truth)))
      }
    }
  }
}
