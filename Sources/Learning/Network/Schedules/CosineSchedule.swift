import CKernels

/// floor + (1 - floor) (1 + cos(pi epoch / epochs)) / 2: half a wave from the whole rate down, as PyTorch's
/// CosineAnnealingLR has it with T_max the number of epochs and eta_min the rate times `floor`.
///
/// Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2017).
public struct CosineSchedule: Schedule, Rule {
  /// The word in lessons.
  public static let name = "cosine"
  /// What the rule does.
  public static let summary = "Lowers the rate along half a wave, epoch by epoch; as in PyTorch."
  /// Its settings.
  public static let settings = [
    RuleSetting("floor", .number(default: 0, .between(0, 1)), "The share of the rate at the end.")
  ]
  private let floor: Double

  /// The rule with its settings.
  public init(_ settings: RuleSettings) {
    floor = settings.number("floor")
  }

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    let angle = Double.pi * Double(moment.epoch) / Double(moment.epochs)
    return floor + (1 - floor) * (1 + lectern_cos(angle)) / 2
  }
}
