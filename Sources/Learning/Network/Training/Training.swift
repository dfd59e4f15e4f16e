import Workers

/// One run of training: a network, what it learns from, and how.
public struct Training<Scalar: Real>: Sendable {
  let network: Network<Scalar>
  let training: Examples<Scalar>
  let validation: Examples<Scalar>?
  let settings: TrainingSettings
  let orders: EpochOrders
  let dropoutSeeds: [UInt32]
  let pool: WorkerPool

  /// A run that starts from `network`. The examples have its number of features, and no more classes or as many targets
  /// as it has outputs for; `orders` are drawn for the number of training examples and of epochs, and so are as many seeds
  /// as the architecture's dropout takes. The result does not depend on the pool.
  public init(
    network: Network<Scalar>, training: Examples<Scalar>, validation: Examples<Scalar>? = nil,
    settings: TrainingSettings, orders: EpochOrders, dropoutSeeds: [UInt32] = [],
    pool: WorkerPool = WorkerPool(threads: 1)
  ) {
    precondition(dropoutSeeds.count == network.architecture.dropoutSeedCount, "dropout has seeds")
    self.dropoutSeeds = dropoutSeeds
    precondition(orders.rows == training.count && orders.epochs == settings.epochs)
    precondition(training.count >= 1, "there is something to learn from")
    for examples in [training, validation].compactMap(\.self) {
      precondition(examples.features.columns == network.architecture.inputs, "features fit")
      precondition(examples.truth.fits(network.architecture), "the outputs fit")
    }
    self.network = network
    self.training = training
    self.validation = validation
    self.settings = settings
    self.orders = orders
    self.pool = pool
  }

  /// Trains, and hands each record over as soon as it is made.
  ///
  /// A run whose numbers stop being finite ends there; its history says where.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every batch and chunk of rows and within large
  ///   batches, says so.
  public func run(
    onRecord: (EpochRecord) -> Void = { _ in }, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> (network: Network<Scalar>, history: History) {
    var run = OngoingTraining(self)
    try run.advance(epochs: settings.epochs, onRecord: onRecord, isCancelled: isCancelled)
    return run.result
  }
}
