/// z where it is positive, otherwise 0.01 z; the derivative at 0 is 0.01, as in PyTorch.
///
/// Source: Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (2013).
enum LeakyRectifiedLinear: ActivationFunction {
  static let name = "leaky_relu"
  static let hasKink = true
  static let isContraction = true

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  static func apply<Scalar: Real>(
    to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
  ) {
    let slope = Scalar(0.01)
    for index in 0..<rows * columns {
      // NaN is not above 0, and its product stays NaN.
      sums[index] = sums[index] > 0 ? sums[index] : slope * sums[index]
    }
  }

  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  static func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    let slope = Scalar(0.01)
    for index in 0..<count where !(outputs[index] > 0) { delta[index] *= slope }
  }
}
