/// 1 / (1 + exp(-z)), with z limited to +-500.
enum Sigmoid: ActivationFunction {
  static let name = "sigmoid"
  static let limits: ClosedRange<Double>? = 0...1

  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {
    Scalar.kernels.sigmoid(sums, rows * columns)
  }

  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    Scalar.kernels.sigmoidSlope(outputs, delta, count)
  }
}
