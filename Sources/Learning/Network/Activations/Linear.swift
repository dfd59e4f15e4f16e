/// z itself.
enum Linear: ActivationFunction {
  static let name = "linear"
  static let isContraction = true

  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {}

  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {}
}
