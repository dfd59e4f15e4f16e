/// What a layer does to its sums.
public enum Activation: String, CaseIterable, Sendable, Codable {
  /// 1 / (1 + exp(-z)), with z limited to +-500.
  case sigmoid
  case tanh
  /// z where it is positive, otherwise 0; the derivative at 0 is 0.
  case relu
  /// exp(z) over the sum of the row's exponentials; for the last layer only.
  case softmax
  /// z itself.
  case linear
}

extension Activation {
  /// Replaces the sums of a batch, rows x columns, by their activations. NaN stays NaN.
  func apply<Scalar: Real>(to sums: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int) {
    switch self {
    case .sigmoid: Scalar.kernels.sigmoid(sums, rows * columns)
    case .tanh: Scalar.kernels.tanh(sums, rows * columns)
    case .relu: Scalar.kernels.relu(sums, rows * columns)
    case .softmax: Scalar.kernels.softmax(rows, columns, sums)
    case .linear: break
    }
  }

  /// Turns gradients with respect to the activations, `delta`, into those with respect to the sums.
  ///
  /// The derivative is found from the activations themselves. That of softmax is no product of elements; it is part of
  /// `OutputGradient`.
  func multiplySlope<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, into delta: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    switch self {
    case .sigmoid: Scalar.kernels.sigmoidSlope(outputs, delta, count)
    case .tanh: Scalar.kernels.tanhSlope(outputs, delta, count)
    case .relu: Scalar.kernels.reluSlope(outputs, delta, count)
    case .softmax: preconditionFailure("softmax is for the last layer")
    case .linear: break
    }
  }
}
