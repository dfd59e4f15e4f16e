/// A lower rate whenever the loss has not fallen for some epochs, as PyTorch's ReduceLROnPlateau has it: a loss is better
/// if it is below (1 - threshold) of the best so far, and after more than `patience` epochs without a better one the rate
/// is multiplied by `factor` and the count starts anew.
public struct PlateauSchedule: Schedule, FamilyRule {
  /// The word in lessons.
  public static let name = "plateau"
  /// What the rule does.
  public static let summary = "Lowers the rate when the loss no longer falls; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting(
      "patience", \.patience, atLeast: 0, "How many epochs may pass without a better loss."),
    RuleSetting("factor", \.factor, .above(0), "What the rate is then multiplied by."),
    RuleSetting(
      "threshold", \.threshold, .from(0, below: 1),
      "The share by which a loss must be lower to be better."),
  ]
  /// It hears of every epoch's loss.
  public static let observesLoss = true
  /// How many epochs may pass without a better loss.
  public var patience = 10
  /// What the rate is then multiplied by.
  public var factor = 0.1
  /// The share by which a loss must be lower to be better.
  public var threshold = 1e-4
  private var best = Double.infinity
  private var epochsWithoutBetter = 0
  private var current = 1.0

  /// The rule with its defaults.
  public init() {}

  /// The factor that the losses so far have led to.
  public func factor(at moment: TrainingMoment) -> Double { current }

  /// Counts an epoch.
  public mutating func observe(_ loss: Double) {
    if loss < best * (1 - threshold) {
      best = loss
      epochsWithoutBetter = 0
      return
    }
    epochsWithoutBetter += 1
    guard epochsWithoutBetter > patience else { return }
    current *= factor
    epochsWithoutBetter = 0
  }
}
