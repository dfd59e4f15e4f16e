/// start + (1 - start) update / updates for the first updates, then 1: a rate that grows before it is used in full, as
/// PyTorch's LinearLR has it.
///
/// Source: Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour" (2017).
public struct WarmUpSchedule: Schedule, Rule {
  /// The word in lessons.
  public static let name = "warm_up"
  /// What the rule does.
  public static let summary =
    "Raises the rate from a share of it over the first updates; as in PyTorch."
  /// Its settings.
  public static let settings = [
    RuleSetting("updates", .count(default: 100, atLeast: 1), "How many updates it takes."),
    RuleSetting(
      "start", .number(default: 0.1, .between(0, 1)), "The share of the rate at the first update."),
  ]
  private let updates: Int
  private let start: Double

  /// The rule with its settings.
  public init(_ settings: RuleSettings) {
    updates = settings.count("updates")
    start = settings.number("start")
  }

  /// The factor of an update.
  public func factor(at moment: TrainingMoment) -> Double {
    if moment.update >= updates { return 1 }
    return start + (1 - start) * Double(moment.update) / Double(updates)
  }
}
