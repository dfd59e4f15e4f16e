/// The gradient of a loss with respect to all parameters, summed over the rows of a batch.
final class Gradient<Scalar: Real>: Sendable {
  /// The gradients of one layer's parameters.
  struct LayerGradient: Sendable {
    /// inputs x outputs; empty where nobody asks for the first layer of sparse rows.
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>
    /// Empty for a layer without normalization.
    let scales: Buffer<Scalar>
    /// Empty for a layer without normalization.
    let shifts: Buffer<Scalar>
  }

  let layers: [LayerGradient]

  /// Room for the gradient of the pass's parameters; `omitsFirstWeights` leaves out those of the first layer.
  init(of pass: ForwardPass<Scalar>, omitsFirstWeights: Bool) {
    layers = pass.layers.enumerated().map { index, layer in
      let weights = index == 0 && omitsFirstWeights ? 0 : layer.inputs * layer.outputs
      let normalized = layer.normalizer == nil ? 0 : layer.outputs
      return LayerGradient(
        weights: Buffer(count: weights, repeating: 0),
        biases: Buffer(count: layer.outputs, repeating: 0),
        scales: Buffer(count: normalized, repeating: 0),
        shifts: Buffer(count: normalized, repeating: 0))
    }
  }

  /// The Euclidean norm over all parameters.
  var norm: Double {
    layers.reversed().reduce(0) { squares, layer in
      [layer.biases, layer.weights, layer.scales, layer.shifts].reduce(squares) { $0 + $1.squares }
    }.squareRoot()
  }
}

extension Buffer where Element: Real {
  /// The sum of squares of all elements.
  var squares: Double { count == 0 ? 0 : Element.kernels.sumOfSquares(start, count) }
}
