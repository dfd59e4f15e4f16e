/// How the learning rate changes: a factor of the rate that the lesson gives. A new one for lessons to choose is a
/// `FamilyRule`, too: a file here and an entry in `Schedules`.
public protocol Schedule: Sendable {
  /// The factor of an update.
  func factor(at moment: TrainingMoment) -> Double

  /// Hears of the loss after each epoch: on the validation part if there is one, otherwise on the training part.
  mutating func observe(_ loss: Double)

  /// Whether it asks for these losses.
  static var observesLoss: Bool { get }
}

extension Schedule {
  /// Most schedules know from the start what they do.
  public static var observesLoss: Bool { false }
  /// Most schedules do not care how it goes.
  public mutating func observe(_ loss: Double) {}
}

extension Schedule where Self: FamilyRule {
  /// The rule as a schedule.
  public var member: any Schedule { self }
}

/// Where in its training a run is.
public struct TrainingMoment: Sendable {
  /// From 0.
  public let epoch: Int
  /// From 0, over the whole run.
  public let update: Int
  /// How many epochs the run has.
  public let epochs: Int

  /// A moment of a run.
  public init(epoch: Int, update: Int, epochs: Int) {
    self.epoch = epoch
    self.update = update
    self.epochs = epochs
  }
}

/// The schedules of the engine.
public enum Schedules: RuleFamily {
  /// What each of them is.
  public static let noun = "a schedule"
  /// All of them.
  public static let rules: [any FamilyRule<any Schedule>.Type] = [
    StepSchedule.self, ExponentialSchedule.self, CosineSchedule.self, WarmUpSchedule.self,
    PlateauSchedule.self,
  ]
}
