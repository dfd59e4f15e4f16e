/// Adam whose weights decay by themselves, w -= rate decay w, before each of its steps; as in PyTorch.
///
/// Only weights decay: biases, scales and shifts do not.
/// Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019).
public struct AdamW: Optimizer {
  /// The word in lessons.
  public static let name = "adamw"
  /// What the rule does.
  public static let summary = "Adam with weights that decay by themselves; as in PyTorch."
  /// Its settings.
  public static let settings =
    Adam.settings + [
      RuleSetting(
        "weight_decay", .number(default: 0.01, .atLeast(0)),
        "The share of each weight that an update at rate 1 would take away.")
    ]
  /// That of Adam.
  public var memory: Int { adam.memory }
  private let adam: Adam
  private let decay: Double

  /// The rule with its settings.
  public init(_ settings: RuleSettings) {
    adam = Adam(settings)
    decay = settings.number("weight_decay")
  }

  /// Lets the weights decay, and takes Adam's step.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    if update.areWeights {
      let kept = Scalar(1 - update.rate * decay)
      for index in 0..<update.count { update.parameters[index] *= kept }
    }
    adam.update(update)
  }
}
