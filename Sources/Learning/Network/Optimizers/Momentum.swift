/// v = mu v + g, w -= rate v: steps that keep a share of the one before, as PyTorch's SGD takes them.
///
/// Keras and scikit-learn keep v = mu v - rate g instead, which is the same as long as the rate does not change.
/// Source: Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods" (1964).
public struct Momentum: Optimizer {
  /// The word in lessons.
  public static let name = "momentum"
  /// What the rule does.
  public static let summary = "Gradient descent that keeps a share of its last step; as in PyTorch."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("momentum", \.momentum, .from(0, below: 1), "The share that is kept.")
  ]
  /// mu, the share of the velocity that is kept.
  public var momentum = 0.9
  /// The velocity.
  public let memory = 1

  /// The rule with its defaults.
  public init() {}

  /// Adds the gradient to the velocity and takes a step along it.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    let (momentum, rate) = (Scalar(momentum), Scalar(update.rate))
    let velocity = update.memory[0]
    for index in 0..<update.count {
      velocity[index] = momentum * velocity[index] + update.gradient[index]
      update.parameters[index] -= rate * velocity[index]
    }
  }
}
