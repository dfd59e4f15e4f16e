/// tanh(z).
enum HyperbolicTangent: ActivationFunction {
  static let name = "tanh"
  static let limits: ClosedRange<Double>? = -1...1
  static let isContraction = true

  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {
    Scalar.kernels.tanh(sums, rows * columns)
  }

  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    Scalar.kernels.tanhSlope(outputs, delta, count)
  }
}
