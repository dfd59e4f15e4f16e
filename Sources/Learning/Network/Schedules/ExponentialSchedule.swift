/// factor^epoch: a rate that falls by the same share every epoch, as PyTorch's ExponentialLR has it.
public struct ExponentialSchedule: Schedule, FamilyRule {
  /// The word in lessons.
  public static let name = "exponential"
  /// What the rule does.
  public static let summary = "Multiplies the rate by a factor after every epoch; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("factor", \.factor, .above(0), "What the rate is multiplied by.")
  ]
  /// What the rate is multiplied by after every epoch.
  public var factor = 0.95

  /// The rule with its defaults.
  public init() {}

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    factor.raised(to: moment.epoch)
  }
}
