/// factor^epoch: a rate that falls by the same share every epoch, as PyTorch's ExponentialLR has it.
public struct ExponentialSchedule: Schedule, Rule {
  /// The word in lessons.
  public static let name = "exponential"
  /// What the rule does.
  public static let summary = "Multiplies the rate by a factor after every epoch; as in PyTorch."
  /// Its settings.
  public static let settings = [
    RuleSetting("factor", .number(default: 0.95, .above(0)), "What the rate is multiplied by.")
  ]
  private let factor: Double

  /// The rule with its settings.
  public init(_ settings: RuleSettings) {
    factor = settings.number("factor")
  }

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    factor.raised(to: moment.epoch)
  }
}
