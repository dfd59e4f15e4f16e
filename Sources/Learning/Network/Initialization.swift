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
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func draw<Scalar: Real>(
    _ weights: inout Matrix<Scalar>, from stream: inout RandomState, isCancelled: () -> Bool
  ) -> Bool {
    let (inputs, outputs) = (weights.rows, weights.columns)
    let indices = weights.elements.indices
    for first in stride(from: 0, to: indices.count, by: CancellationPace.stretch) {
      if isCancelled() { return false }
      let stretch = first..<min(first + CancellationPace.stretch, indices.count)
      let drawn = draw(stretch.count, inputs: inputs, outputs: outputs, from: &stream)
      for (index, number) in zip(stretch, drawn) { weights.elements[index] = Scalar(number) }
    }
    return true
  }

  /// The next weights of a layer.
  private func draw(
    _ count: Int, inputs: Int, outputs: Int, from stream: inout RandomState
  ) -> [Double] {
    if case .uniform(let bound) = self {
      return (0..<count).map { _ in stream.uniform(-bound, bound) }
    }
    guard let deviation = standardDeviation(inputs: inputs, outputs: outputs) else { return [] }
    // NumPy adds the mean, 0, which makes 0 of -0.
    return stream.normals(count).map { 0 + $0 * deviation }
  }

  /// How far normal numbers are spread; nil for what does not draw any.
  private func standardDeviation(inputs: Int, outputs: Int) -> Double? {
    switch self {
    case .he: (2 / Double(inputs)).squareRoot()
    case .glorot: (2 / (Double(inputs) + Double(outputs))).squareRoot()
    case .lecun: (1 / Double(inputs)).squareRoot()
    case .normal(let deviation): deviation
    case .zeros, .uniform: nil
    }
  }
}
