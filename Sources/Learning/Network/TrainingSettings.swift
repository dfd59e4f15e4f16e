/// How a network is trained: mini-batch gradient descent at a constant rate.
public struct TrainingSettings: Sendable, Equatable, Codable {
  /// Examples per update; the last batch of an epoch may have fewer.
  public let batchSize: Int
  /// The factor of the gradient, which is averaged over the batch.
  public let learningRate: Double
  /// How often every example is seen.
  public let epochs: Int
  /// Epochs 1, 1 + n, 1 + 2n, … and the last are recorded.
  public let recordEvery: Int
  /// The loss that records show; not necessarily the one that training follows.
  public let reportedLoss: Loss
  /// Whether the history has the norm of every update's gradient.
  public let tracksGradientNorm: Bool

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

  /// Whether an epoch, counted from 1, is recorded.
  public func records(epoch: Int) -> Bool {
    (epoch - 1) % recordEvery == 0 || epoch == epochs
  }
}
