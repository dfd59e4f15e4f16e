/// An end before the last epoch, when the validation loss no longer falls; the rules are those of Keras.
///
/// A loss is better if it is below the best so far by more than `minimumDelta`; the run ends after `patience` epochs in a
/// row without a better one.
/// Source: Prechelt, "Early Stopping - But When?" (1998).
public struct EarlyStopping: Rule, Equatable {
  /// The word in lessons.
  public static let name = "early_stopping"
  /// What the rule does.
  public static let summary = "Ends a run whose validation loss no longer falls; as in Keras."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting(
      "patience", \.patience, atLeast: 1, "How many epochs may pass without a better loss."),
    RuleSetting(
      "min_delta", \.minimumDelta, .atLeast(0), "By how much a loss must be lower to be better."),
    RuleSetting(
      "restore_best", \.restoresBest, "Whether the network is then that of the best epoch."),
  ]

  /// How many epochs may pass without a better loss.
  public var patience = 5
  /// By how much a loss must be lower to be better.
  public var minimumDelta = 0.0
  /// Whether the network is that of the best epoch in the end.
  public var restoresBest = true

  /// The rule with its defaults.
  public init() {}
}

/// How far early stopping is with a run.
struct StoppingWatch<Scalar: Real> {
  private let rule: EarlyStopping
  private var best = Double.infinity
  private var epochsWithoutBetter = 0
  /// The last epoch that was better than the best before it, from 1.
  private(set) var bestEpoch: Int?
  /// The network after it, if that is to be restored.
  private(set) var bestNetwork: Network<Scalar>?

  init(_ rule: EarlyStopping) {
    self.rule = rule
  }

  /// Hears of the loss after an epoch, and says whether the run ends here.
  mutating func ends(after epoch: Int, loss: Double, network: () -> Network<Scalar>) -> Bool {
    if loss < best - rule.minimumDelta {
      best = loss
      bestEpoch = epoch
      if rule.restoresBest { bestNetwork = network() }
      epochsWithoutBetter = 0
      return false
    }
    epochsWithoutBetter += 1
    return epochsWithoutBetter >= rule.patience
  }
}
