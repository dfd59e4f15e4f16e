/// The numbers of one epoch.
public struct EpochRecord: Sendable, Equatable, Codable {
  /// From 1.
  public let epoch: Int
  /// The mean over the epoch's examples of the losses of their batches, each before its update.
  public let trainLoss: Double
  /// The share of training examples classified rightly after the epoch; nil where numbers are predicted.
  public let trainAccuracy: Double?
  /// After the epoch; nil where there are no validation examples.
  public let validationLoss: Double?
  /// After the epoch; nil where there are no validation examples, or where numbers are predicted.
  public let validationAccuracy: Double?
  /// That of the epoch's last update; nil where it does not change.
  public let learningRate: Double?

  /// A record; there is an accuracy for each loss, or none at all.
  public init(
    epoch: Int, trainLoss: Double, trainAccuracy: Double?, validationLoss: Double? = nil,
    validationAccuracy: Double? = nil, learningRate: Double? = nil
  ) {
    self.learningRate = learningRate
    self.epoch = epoch
    self.trainLoss = trainLoss
    self.trainAccuracy = trainAccuracy
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
  }
}
