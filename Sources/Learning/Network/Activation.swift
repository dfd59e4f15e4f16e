/// The choice of what a layer does to its sums; equal if the name is.
public struct Activation: Sendable {
  let function: any ActivationFunction.Type

  /// All functions, in the order of the reference.
  private static let functions: [any ActivationFunction.Type] = [
    Sigmoid.self, HyperbolicTangent.self, RectifiedLinear.self, LeakyRectifiedLinear.self,
    Softmax.self, Linear.self,
  ]

  /// 1 / (1 + exp(-z)).
  public static let sigmoid = Activation(function: Sigmoid.self)
  /// tanh(z).
  public static let tanh = Activation(function: HyperbolicTangent.self)
  /// z where it is positive, otherwise 0.
  public static let relu = Activation(function: RectifiedLinear.self)
  /// z where it is positive, otherwise 0.01 z.
  public static let leakyReLU = Activation(function: LeakyRectifiedLinear.self)
  /// Exponentials over their sum; for the last layer only.
  public static let softmax = Activation(function: Softmax.self)
  /// z itself.
  public static let linear = Activation(function: Linear.self)
}

extension Activation: RawRepresentable, CaseIterable, Codable, Equatable {
  /// All activations, in the order of the reference.
  public static let allCases = functions.map(Activation.init(function:))

  /// The activation of a name, if there is one.
  public init?(rawValue: String) {
    guard let function = Self.functions.first(where: { $0.name == rawValue }) else { return nil }
    self.function = function
  }

  /// The word in lessons.
  public var rawValue: String { function.name }

  /// Whether both are the same function.
  public static func == (left: Activation, right: Activation) -> Bool {
    left.function == right.function
  }
}

extension Activation {
  /// The values between which all activations lie, if there are such.
  public var limits: ClosedRange<Double>? { function.limits }

  /// Whether a unit can stop learning for good, its sums being below 0 for all examples.
  public var isFlatBelowZero: Bool { function.isFlatBelowZero }

  /// Whether its derivative jumps somewhere.
  public var hasKink: Bool { function.hasKink }

  /// Whether it is 0 at 0 and nowhere steeper than 1.
  var isContraction: Bool { function.isContraction }

  /// Replaces the sums of a batch, rows x columns, by their activations. NaN stays NaN.
  func apply<Scalar: Real>(to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int) {
    function.apply(to: sums, rows: rows, columns: columns)
  }

  /// Turns gradients with respect to the activations, `delta`, into those with respect to the sums.
  func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    function.multiplySlope(of: outputs, into: delta, count: count)
  }
}
