/// exp(z) over the sum of the row's exponentials; for the last layer only.
enum Softmax: ActivationFunction {
  static let name = "softmax"

  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {
    Scalar.kernels.softmax(rows, columns, sums)
  }

  /// Its derivative is no product of elements; it is part of `OutputGradient`.
  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    preconditionFailure("softmax is for the last layer")
  }
}
