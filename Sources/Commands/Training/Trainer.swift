import Execution
import Learning
import Randomness
import Workers

/// Trains networks on the parts of one source: what `train` and `sweep` share.
struct Trainer: Sendable {
  let source: ExampleSource
  private let training: Examples<Double>?
  private let validation: Examples<Double>?

  /// Gets the examples ready.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  init(source: ExampleSource, isCancelled: () -> Bool) throws(CancellationError) {
    self.source = source
    training = try source.examples(of: .train, isCancelled: isCancelled)
    validation = try source.examples(of: .validation, isCancelled: isCancelled)
  }

  /// A run from a network, with the draws that it takes from the stream: the orders of all its epochs, even if it ends
  /// early, and then the seeds of its dropout.
  ///
  /// - Parameter streamEnds: whether nobody draws after the run. Without dropout, the orders are then drawn epoch by epoch
  ///   while it goes on, and the stream stays where it is.
  /// - Throws: `BlockFailure` without examples, and `CancellationError` soon after `isCancelled` says so.
  func prepare(
    _ network: NetworkModel, settings: TrainingSettings, drawing stream: inout RandomState,
    streamEnds: Bool, isCancelled: () -> Bool
  ) throws -> PreparedRun {
    guard let training else { throw BlockFailure("there are no examples to train on") }
    let seedCount = network.architecture.dropoutSeedCount
    let orders =
      if streamEnds && seedCount == 0 {
        EpochOrders(rows: training.count, epochs: settings.epochs, from: stream)
      } else {
        try EpochOrders(
          rows: training.count, epochs: settings.epochs, drawing: &stream,
          isCancelled: isCancelled)
      }
    let seeds = (0..<seedCount).map { _ in UInt32(stream.integer(through: Int(UInt32.max))) }
    return PreparedRun(
      network: network, settings: settings, orders: orders, dropoutSeeds: seeds, training: training)
  }

  /// Trains; the threads of the pool share the work, and no result depends on their number.
  func train(
    _ run: PreparedRun, pool: WorkerPool, onRecord: (EpochRecord) -> Void = { _ in },
    isCancelled: () -> Bool
  ) throws(CancellationError) -> TrainedNetwork {
    var ongoing = begin(run, pool: pool)
    try ongoing.advance(
      epochs: run.settings.epochs, onRecord: onRecord, isCancelled: isCancelled)
    return ongoing.trained
  }

  /// Begins to train, for those who go on with it in stretches.
  func begin(_ run: PreparedRun, pool: WorkerPool) -> OngoingRun {
    OngoingRun(run, validation: validation, pool: pool)
  }

  /// How many updates an epoch takes; nil without examples.
  func updatesPerEpoch(batchSize: Int) -> Int? {
    training.map { TrainingSettings.updatesPerEpoch(examples: $0.count, batchSize: batchSize) }
  }

  /// What training has made, together with the data.
  func result(
    _ trained: TrainedNetwork, batchSize: Int, epochs: Int, options: TrainingOptions
  ) -> TrainingRun {
    let updatesPerEpoch = updatesPerEpoch(batchSize: batchSize)
    let updates = updatesPerEpoch.map { $0 * epochs }
    return TrainingRun(
      network: trained.network, history: trained.history,
      reportedLoss: options.reportLoss ?? trained.network.architecture.loss, source: source,
      plannedRecords: TrainingSettings.recordCount(epochs: epochs, every: options.recordEvery),
      updatesPerEpoch: updatesPerEpoch, plannedUpdates: updates, tracked: options.tracked,
      plannedMeasurements: updates.map(options.measurements),
      isScheduled: options.schedule != nil, stopsEarly: options.earlyStopping != nil,
      keepsBest: options.earlyStopping?.rule.restoresBest ?? false)
  }

  /// What a reader should know about the data before believing the result.
  var warnings: [Note] {
    guard let labels = training?.truth.labels else { return [] }
    let present = Set(labels)
    return source.classes.indices.filter { !present.contains($0) }.map {
      Note(.warning, "The training part has no example of class '\(source.classes[$0])'.")
    }
  }
}

/// A run that needs no stream but its own, so that it can be done at any time and on any thread.
struct PreparedRun: Sendable {
  var network: NetworkModel
  var settings: TrainingSettings
  var orders: EpochOrders
  var dropoutSeeds: [UInt32]
  var training: Examples<Double>
}
