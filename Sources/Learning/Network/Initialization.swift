import Randomness

/// How the weights of a network start. Biases start at 0 and draw nothing.
public enum Initialization: Sendable, Equatable, Codable {
  /// Normal numbers of standard deviation sqrt(2 / inputs). Source: He et al., "Delving Deep into Rectifiers" (2015).
  case he
  /// Normal numbers of standard deviation sqrt(2 / (inputs + outputs)). Source: Glorot and Bengio, "Understanding the
  /// Difficulty of Training Deep Feedforward Neural Networks" (2010).
  case glorot
  /// Normal numbers of standard deviation sqrt(1 / inputs). Source: LeCun et al., "Efficient BackProp" (1998).
  case lecun
  /// Zeros, which draw nothing.
  case zeros
  /// Normal numbers of the given standard deviation.
  case normal(standardDeviation: Double)
  /// Uniform numbers in [-bound, bound).
  case uniform(bound: Double)

  /// Draws the weights of one layer, inputs x outputs, which are zeros so far, row after row; `Float` rounds the same draws.
  ///
  /// - Returns: false if `isCancelled`, asked about every millisecond, says so; the rest is then not drawn.
  func draw<Scalar: Real>(
    _ weights: inout Matrix<Scalar>, from stream: inout RandomState, isCancelled: () -> Bool
  ) -> Bool {
    if self == .zeros { return true }
    let (inputs, outputs) = (weights.rows, weights.columns)
    for index in weights.elements.indices {
      if index.isMultiple(of: CancellationPace.stretch), isCancelled() { return false }
      weights.elements[index] = Scalar(draw(inputs: inputs, outputs: outputs, from: &stream))
    }
    return true
  }

  private func draw(inputs: Int, outputs: Int, from stream: inout RandomState) -> Double {
    switch self {
    case .he: stream.normal() * (2 / Double(inputs)).squareRoot()
    case .glorot: stream.normal() * (2 / (Double(inputs) + Double(outputs))).squareRoot()
    case .lecun: stream.normal() * (1 / Double(inputs)).squareRoot()
    case .zeros: 0
    case .normal(let deviation): stream.normal(mean: 0, standardDeviation: deviation)
    case .uniform(let bound): stream.uniform(-bound, bound)
    }
  }
}
