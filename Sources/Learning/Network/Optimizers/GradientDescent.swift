/// w -= rate g: plain gradient descent, which remembers nothing.
public struct GradientDescent: Optimizer {
  /// The word in lessons.
  public static let name = "sgd"
  /// What the rule does.
  public static let summary = "Plain gradient descent."
  /// Nothing is remembered.
  public let memory = 0

  /// The rule, which has no settings.
  public init() {}

  /// Takes a step down the gradient.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  public func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>) {
    Scalar.kernels.addScaled(
      Scalar(-update.rate), update.gradient, update.parameters, update.count)
  }
}
