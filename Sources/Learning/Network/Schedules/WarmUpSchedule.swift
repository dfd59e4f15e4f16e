/// start + (1 - start) update / updates for the first updates, then 1: a rate that grows before it is used in full, as
/// PyTorch's LinearLR has it.
///
/// Source: Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour" (2017).
public struct WarmUpSchedule: Schedule, FamilyRule {
  /// The word in lessons.
  public static let name = "warm_up"
  /// What the rule does.
  public static let summary =
    "Raises the rate from a share of it over the first updates; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("updates", \.updates, atLeast: 1, "How many updates it takes."),
    RuleSetting("start", \.start, .between(0, 1), "The share of the rate at the first update."),
  ]
  /// How many updates it takes.
  public var updates = 100
  /// The share of the rate at the first update.
  public var start = 0.1

  /// The rule with its defaults.
  public init() {}

  /// The factor of an update.
  public func factor(at moment: TrainingMoment) -> Double {
    if moment.update >= updates { return 1 }
    return start + (1 - start) * Double(moment.update) / Double(updates)
  }
}
