/// What a layer does to its sums. A new one is a file here and an entry in `Activation.functions`.
public protocol ActivationFunction: Sendable {
  /// The word in lessons.
  static var name: String { get }

  /// Replaces the sums of a batch, rows x columns, by their activations. NaN stays NaN.
  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int)

  /// Turns `count` gradients with respect to the activations, `delta`, into those with respect to the sums.
  ///
  /// The derivative is found from the activations themselves.
  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int)

  /// Whether its derivative jumps somewhere: a finite difference across such a place says nothing.
  static var hasKink: Bool { get }

  /// Whether its derivative is 0 for all sums below 0, so that a unit can stop learning for good.
  static var isFlatBelowZero: Bool { get }

  /// Whether it is 0 at 0 and nowhere steeper than 1, so that it never makes a difference larger.
  static var isContraction: Bool { get }

  /// The values that its activations approach, if there are such: near them the slope is next to 0.
  static var limits: ClosedRange<Double>? { get }
}

extension ActivationFunction {
  /// Most functions are smooth.
  public static var hasKink: Bool { false }
  /// Most functions have a slope everywhere.
  public static var isFlatBelowZero: Bool { false }
  /// Some functions carry differences on as they are, or smaller.
  public static var isContraction: Bool { false }
  /// Most functions have no limits.
  public static var limits: ClosedRange<Double>? { nil }
}
