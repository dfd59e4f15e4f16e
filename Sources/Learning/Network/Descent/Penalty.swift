/// What large weights cost: l1 times the sum of |w| plus l2 / 2 times the sum of w^2, over all weights and no biases.
///
/// The factor 1/2 makes `l2` what PyTorch calls weight_decay and scikit-learn alpha (there over the batch size); Keras has
/// no 1/2. The penalty is part of what training minimises and of no loss that is shown.
public struct Penalty: Sendable, Equatable {
  /// The price of a weight's size.
  public var l1: Double
  /// The price of a weight's square.
  public var l2: Double

  /// A penalty; 0 for none.
  public init(l1: Double = 0, l2: Double = 0) {
    self.l1 = l1
    self.l2 = l2
  }

  var isActive: Bool { l1 != 0 || l2 != 0 }

  /// Adds its gradient; the derivative of |w| at 0 is 0.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func add<Scalar: Real>(
    of weights: UnsafePointer<Scalar>, to gradient: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    let (l1, l2) = (Scalar(l1), Scalar(l2))
    for index in 0..<count {
      let weight = weights[index]
      let sign: Scalar = weight > 0 ? 1 : weight < 0 ? -1 : 0
      gradient[index] += l2 * weight + l1 * sign
    }
  }

  /// Its value for some weights.
  func value<Scalar: Real>(of weights: UnsafeBufferPointer<Scalar>) -> Double {
    weights.reduce(0) { $0 + l1 * abs(Double($1)) + l2 / 2 * Double($1) * Double($1) }
  }
}
