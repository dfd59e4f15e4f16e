/// How a network is trained: mini-batch gradient descent, plain or as practised.
public struct TrainingSettings: Sendable {
  /// Examples per update; the last batch of an epoch may have fewer.
  public let batchSize: Int
  /// The factor of the gradient, which is averaged over the batch, before schedules.
  public let learningRate: Double
  /// How often every example is seen.
  public let epochs: Int
  /// Epochs 1, 1 + n, 1 + 2n, … and the last are recorded.
  public let recordEvery: Int
  /// The loss that records show; not necessarily the one that training follows.
  public let reportedLoss: Loss
  /// Whether the history has the norm of every update's gradient.
  public let tracksGradientNorm: Bool

  /// What makes an update of a gradient.
  public var optimizer: any Optimizer = GradientDescent()
  /// What the learning rate is multiplied by.
  public var schedules: [any Schedule] = []
  /// What is added to the loss for large weights.
  public var penalty = Penalty()
  /// What becomes of gradients that are too large.
  public var clipping = Clipping()
  /// The factor of each class's gradient, by class number; nil for 1 throughout.
  public var classWeights: [Double]?
  /// When the run may end before its last epoch.
  public var earlyStopping: EarlyStopping?
  /// After how many updates the run ends, unless its epochs end first; an epoch that is left unfinished has no record.
  public var mostUpdates: Int?
  /// The epochs after which the history keeps the network, 0 for before the first.
  public var snapshotEpochs: Set<Int> = []
  /// Whether the history has the loss of every update's batch.
  public var tracksUpdateLoss = false
  /// What is measured beside losses and accuracies.
  public var diagnostics: [any TrainingDiagnostic.Type] = []
  /// Every how many updates, from the first on, it is measured.
  public var trackEvery = 1

  /// Settings with counts of at least 1.
  public init(
    batchSize: Int, learningRate: Double, epochs: Int, recordEvery: Int = 1, reportedLoss: Loss,
    tracksGradientNorm: Bool = false
  ) {
    precondition(batchSize >= 1 && epochs >= 1 && recordEvery >= 1, "counts are at least 1")
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.epochs = epochs
    self.recordEvery = recordEvery
    self.reportedLoss = reportedLoss
    self.tracksGradientNorm = tracksGradientNorm
  }

  /// How many updates an epoch over some examples makes: one for each batch.
  public static func updatesPerEpoch(examples: Int, batchSize: Int) -> Int {
    (examples + batchSize - 1) / batchSize
  }

  /// Whether an epoch, counted from 1, is recorded.
  public func records(epoch: Int) -> Bool {
    (epoch - 1) % recordEvery == 0 || epoch == epochs
  }

  /// How many epochs are recorded of a run that comes to its end: 1, 1 + n, 1 + 2n, … and the last.
  public static func recordCount(epochs: Int, every interval: Int) -> Int {
    let regular = (epochs - 1) / interval + 1
    return (epochs - 1) % interval == 0 ? regular : regular + 1
  }

  /// Whether an update is a step down the gradient and nothing else.
  var isPlain: Bool {
    optimizer is GradientDescent && !penalty.isActive && !clipping.isActive
  }

  /// Whether the numbers of an update, counted from 1, are measured.
  func tracks(update: Int) -> Bool {
    !diagnostics.isEmpty && (update - 1) % trackEvery == 0
  }
}
