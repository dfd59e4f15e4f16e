/// Momentum and squares of gradients, both freed from their start at 0: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2.
///
/// With t the number of the update, counted from 1, the step is
/// rate / (1 - b1^t) m / (sqrt(v) / sqrt(1 - b2^t) + epsilon), as in the paper and in PyTorch, or
/// rate sqrt(1 - b2^t) / (1 - b1^t) m / (sqrt(v) + epsilon), as in Keras and scikit-learn.
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015).
public struct Adam: Optimizer {
  /// The word in lessons.
  public static let name = "adam"
  /// What the rule does.
  public static let summary =
    "Momentum, divided by the root of a running mean of squared gradients."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting(
      "beta_1", \.beta1, .from(0, below: 1), "The share of the mean gradient that is kept."),
    RuleSetting(
      "beta_2", \.beta2, .from(0, below: 1), "The share of the mean square that is kept."),
    RuleSetting("epsilon", \.epsilon, .above(0), "Keeps the divisor from 0."),
    RuleSetting("convention", \.convention, "Whose place of epsilon is followed."),
  ]
  /// b1, the share of the mean gradient that is kept.
  public var beta1 = 0.9
  /// b2, the share of the mean square that is kept.
  public var beta2 = 0.999
  /// What keeps the divisor from 0.
  public var epsilon = 1e-8
  /// Where that is added.
  public var convention = EpsilonConvention.pytorch
  /// The means of gradients and of their squares.
  public let memory = 2

  /// The rule with its defaults.
  public init() {}

  /// Takes a step along the mean gradient, element by element at its own pace.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    let correction1 = 1 - beta1.raised(to: update.number)
    let correction2 = (1 - beta2.raised(to: update.number)).squareRoot()
    let isKeras = convention == .keras
    let rate = Scalar(update.rate * (isKeras ? correction2 : 1) / correction1)
    let root = Scalar(isKeras ? 1 : correction2)
    let epsilon = Scalar(epsilon)
    let (beta1, rest1) = (Scalar(beta1), Scalar(1 - self.beta1))
    let (beta2, rest2) = (Scalar(beta2), Scalar(1 - self.beta2))
    let (means, squares) = (update.memory[0], update.memory[1])
    for index in 0..<update.count {
      let gradient = update.gradient[index]
      means[index] = beta1 * means[index] + rest1 * gradient
      squares[index] = beta2 * squares[index] + rest2 * gradient * gradient
      update.parameters[index] -=
        rate * means[index] / (squares[index].squareRoot() / root + epsilon)
    }
  }
}
