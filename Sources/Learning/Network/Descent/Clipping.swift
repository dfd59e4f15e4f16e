/// What becomes of gradients that are too large.
///
/// By norm, all are multiplied by min(1, norm / (‖g‖ + 1e-6)), with the norm over all parameters together; by value, each
/// is limited to ±value, after the former. These are the rules of PyTorch's clip_grad_norm_ and clip_grad_value_.
/// Source: Pascanu, Mikolov and Bengio, "On the Difficulty of Training Recurrent Neural Networks" (2013).
public struct Clipping: Sendable, Equatable {
  /// The greatest norm of the whole gradient; nil for any.
  public var norm: Double?
  /// The greatest size of each of its elements; nil for any.
  public var value: Double?

  /// Limits, if there are any.
  public init(norm: Double? = nil, value: Double? = nil) {
    self.norm = norm
    self.value = value
  }

  var isActive: Bool { norm != nil || value != nil }

  /// What a gradient of the given norm is multiplied by; one that is not finite is left to be found out.
  func factor(forNorm actual: Double) -> Double {
    guard let norm, actual.isFinite else { return 1 }
    return min(1, norm / (actual + 1e-6))
  }

  /// Limits each element. NaN stays NaN.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func limit<Scalar: Real>(_ gradient: UnsafeMutablePointer<Scalar>, count: Int) {
    guard let value else { return }
    let limit = Scalar(value)
    for index in 0..<count {
      if gradient[index] > limit { gradient[index] = limit }
      if gradient[index] < -limit { gradient[index] = -limit }
    }
  }
}
