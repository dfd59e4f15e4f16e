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
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting(
      "beta_1", \.adam.beta1, .from(0, below: 1), "The share of the mean gradient that is kept."),
    RuleSetting(
      "beta_2", \.adam.beta2, .from(0, below: 1), "The share of the mean square that is kept."),
    RuleSetting("epsilon", \.adam.epsilon, .above(0), "Keeps the divisor from 0."),
    RuleSetting("convention", \.adam.convention, "Whose place of epsilon is followed."),
    RuleSetting(
      "weight_decay", \.weightDecay, .atLeast(0),
      "The share of each weight that an update at rate 1 would take away."),
  ]
  /// The steps after the decay.
  public var adam = Adam()
  /// The share of each weight that an update at rate 1 would take away.
  public var weightDecay = 0.01
  /// That of Adam.
  public var memory: Int { adam.memory }

  /// The rule with its defaults.
  public init() {}

  /// Lets the weights decay, and takes Adam's step.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    if update.areWeights {
      let kept = Scalar(1 - update.rate * weightDecay)
      for index in 0..<update.count { update.parameters[index] *= kept }
    }
    adam.update(update)
  }
}
