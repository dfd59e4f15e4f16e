import Learning
import Workers

/// A run of training under way, in the precision of its network.
enum OngoingRun: Sendable {
  case float64(OngoingTraining<Double>)
  case float32(OngoingTraining<Float>)

  /// A run at its start.
  init(_ run: PreparedRun, validation: Examples<Double>?, pool: WorkerPool) {
    switch run.network {
    case .float64(let network):
      self = .float64(
        run.begin(network, on: run.training, validation: validation, pool: pool))
    case .float32(let network):
      self = .float32(
        run.begin(
          network, on: run.training.converted(to: Float.self),
          validation: validation?.converted(to: Float.self), pool: pool))
    }
  }

  /// Whether the run has come to its end.
  var isOver: Bool {
    switch self {
    case .float64(let training): training.isOver
    case .float32(let training): training.isOver
    }
  }

  /// What training has made of the network.
  var trained: TrainedNetwork {
    switch self {
    case .float64(let training):
      let (network, history) = training.result
      return TrainedNetwork(network: .float64(network), history: history)
    case .float32(let training):
      let (network, history) = training.result
      return TrainedNetwork(network: .float32(network), history: history)
    }
  }

  /// Trains for some epochs more.
  mutating func advance(
    epochs: Int, onRecord: (EpochRecord) -> Void = { _ in }, isCancelled: () -> Bool
  ) throws(CancellationError) {
    switch self {
    case .float64(var training):
      try training.advance(epochs: epochs, onRecord: onRecord, isCancelled: isCancelled)
      self = .float64(training)
    case .float32(var training):
      try training.advance(epochs: epochs, onRecord: onRecord, isCancelled: isCancelled)
      self = .float32(training)
    }
  }
}

extension PreparedRun {
  /// The run at its start, with examples in the precision of the network.
  fileprivate func begin<Scalar: Real>(
    _ network: Network<Scalar>, on training: Examples<Scalar>, validation: Examples<Scalar>?,
    pool: WorkerPool
  ) -> OngoingTraining<Scalar> {
    OngoingTraining(
      Training(
        network: network, training: training, validation: validation, settings: settings,
        orders: orders, dropoutSeeds: dropoutSeeds, pool: pool))
  }
}
