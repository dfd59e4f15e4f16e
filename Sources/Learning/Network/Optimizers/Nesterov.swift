/// v = mu v + g, w -= rate (g + mu v): momentum that looks ahead, as PyTorch's SGD with `nesterov` does.
///
/// Source: Nesterov, "A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k^2)" (1983), in the form
/// of Sutskever et al., "On the Importance of Initialization and Momentum in Deep Learning" (2013).
public struct Nesterov: Optimizer {
  /// The word in lessons.
  public static let name = "nesterov"
  /// What the rule does.
  public static let summary = "Momentum that looks ahead; as in PyTorch, Keras and scikit-learn."
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

  /// Adds the gradient to the velocity and takes a step to where the next one would lead.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    let (momentum, rate) = (Scalar(momentum), Scalar(update.rate))
    let velocity = update.memory[0]
    for index in 0..<update.count {
      let gradient = update.gradient[index]
      velocity[index] = momentum * velocity[index] + gradient
      update.parameters[index] -= rate * (gradient + momentum * velocity[index])
    }
  }
}
