import CKernels

/// floor + (1 - floor) (1 + cos(pi epoch / epochs)) / 2: half a wave from the whole rate down, as PyTorch's
/// CosineAnnealingLR has it with T_max the number of epochs and eta_min the rate times `floor`.
///
/// Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2017).
public struct CosineSchedule: Schedule, FamilyRule {
  /// The word in lessons.
  public static let name = "cosine"
  /// What the rule does.
  public static let summary = "Lowers the rate along half a wave, epoch by epoch; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("floor", \.floor, .between(0, 1), "The share of the rate at the end.")
  ]
  /// The share of the rate at the end.
  public var floor = 0.0

  /// The rule with its defaults.
  public init() {}

  /// The factor of an epoch.
  public func factor(at moment: TrainingMoment) -> Double {
    let angle = Double.pi * Double(moment.epoch) / Double(moment.epochs)
    return floor + (1 - floor) * (1 + lectern_cos(angle)) / 2
  }
}
