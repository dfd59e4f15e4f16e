/// Steps divided by the root of a running mean of squared gradients: v = rho v + (1 - rho) g^2, then
/// w -= rate g / (sqrt(v) + epsilon) as in PyTorch, or w -= rate g / sqrt(v + epsilon) as in Keras.
///
/// Source: Tieleman and Hinton, "Lecture 6.5: RMSProp", Coursera (2012).
public struct RMSProp: Optimizer {
  /// The word in lessons.
  public static let name = "rmsprop"
  /// What the rule does.
  public static let summary = "Steps divided by the root of a running mean of squared gradients."
  /// Its settings.
  public static let settings: [RuleSetting<Self>] = [
    RuleSetting("rho", \.rho, .from(0, below: 1), "The share of the mean that is kept."),
    RuleSetting("epsilon", \.epsilon, .above(0), "Keeps the divisor from 0."),
    RuleSetting("convention", \.convention, "Whose place of epsilon is followed."),
  ]
  /// The share of the mean square that is kept.
  public var rho = 0.9
  /// What keeps the divisor from 0.
  public var epsilon = 1e-8
  /// Where that is added.
  public var convention = EpsilonConvention.pytorch
  /// The running mean of squares.
  public let memory = 1

  /// The rule with its defaults.
  public init() {}

  /// Takes a step along the gradient, element by element at its own pace.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    let (rho, rest, rate) = (Scalar(rho), Scalar(1 - self.rho), Scalar(update.rate))
    let inside = convention == .keras ? Scalar(epsilon) : 0
    let outside = convention == .keras ? 0 : Scalar(epsilon)
    let squares = update.memory[0]
    for index in 0..<update.count {
      let gradient = update.gradient[index]
      squares[index] = rho * squares[index] + rest * gradient * gradient
      update.parameters[index] -=
        rate * gradient / ((squares[index] + inside).squareRoot() + outside)
    }
  }
}
