/// z where it is positive, otherwise 0; the derivative at 0 is 0.
enum RectifiedLinear: ActivationFunction {
  static let name = "relu"
  static let hasKink = true
  static let isFlatBelowZero = true
  static let isContraction = true

  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {
    Scalar.kernels.relu(sums, rows * columns)
  }

  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    Scalar.kernels.reluSlope(outputs, delta, count)
  }
}
