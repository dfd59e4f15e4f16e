/// factor^(epoch / every), rounded down: a lower rate every few epochs, as PyTorch's StepLR has it.
public struct StepSchedule: Schedule, FamilyRule {
  /// The word in lessons.
  public static let name = "step"
  /// What the rule does.
  public static let summary = "Lowers the rate every few epochs; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("every", \.every, atLeast: 1, "How many epochs a rate lasts."),
    RuleSetting("factor", \.factor, .above(0), "What the rate is then multiplied by."),
  ]
  /// How many epochs a rate lasts.
  public var every = 10
  /// What the rate is then multiplied by.
  public var factor = 0.1

  /// The rule with its defaults.
  public init() {}

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    factor.raised(to: moment.epoch / every)
  }
}
