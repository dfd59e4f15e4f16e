/// factor^(epoch / every), rounded down: a lower rate every few epochs, as PyTorch's StepLR has it.
public struct StepSchedule: Schedule, Rule {
  /// The word in lessons.
  public static let name = "step"
  /// What the rule does.
  public static let summary = "Lowers the rate every few epochs; as in PyTorch."
  /// Its settings.
  public static let settings = [
    RuleSetting("every", .count(default: 10, atLeast: 1), "How many epochs a rate lasts."),
    RuleSetting("factor", .number(default: 0.1, .above(0)), "What the rate is then multiplied by."),
  ]
  private let every: Int
  private let factor: Double

  /// The rule with its settings.
  public init(_ settings: RuleSettings) {
    every = settings.count("every")
    factor = settings.number("factor")
  }

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    factor.raised(to: moment.epoch / every)
  }
}
