/// How a gradient changes parameters. A new one is a file here and an entry in `Optimizers`.
public protocol Optimizer: FamilyRule where Member == any Optimizer {
  /// How many numbers it remembers for each parameter, all 0 at first.
  var memory: Int { get }

  /// Changes an array of parameters in place.
  func update<Scalar: Real>(_ update: ParameterUpdate<Scalar>)
}

extension Optimizer {
  /// The rule as an optimizer.
  public var member: any Optimizer { self }
}

/// One array of parameters with its gradient: all that an optimizer needs for one update.
public struct ParameterUpdate<Scalar: Real> {
  /// The parameters.
  let parameters: UnsafeMutablePointer<Scalar>
  /// As many elements: the gradient averaged over the batch.
  let gradient: UnsafePointer<Scalar>
  /// As many arrays as the optimizer's memory, each as long as the parameters.
  let memory: [UnsafeMutablePointer<Scalar>]
  let count: Int
  /// The learning rate of this update.
  let rate: Double
  /// Which update of the run this is, from 1.
  let number: Int
  /// Whether these are weights: biases, scales and shifts do not decay.
  let areWeights: Bool
}

/// The optimizers of the engine.
public enum Optimizers: RuleFamily {
  /// What each of them is.
  public static let noun = "an optimizer"
  /// All of them.
  public static let rules: [any FamilyRule<any Optimizer>.Type] = [
    GradientDescent.self, Momentum.self, Nesterov.self, RMSProp.self, Adam.self, AdamW.self,
  ]
}
