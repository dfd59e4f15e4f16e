/// The parameters of a pass as they were at some time, to see how far they have moved since.
struct PreviousParameters<Scalar: Real>: Sendable {
  private struct Block: Sendable {
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>

    var squares: ParameterSquares {
      ParameterSquares(weights: weights.squares, biases: biases.squares)
    }

    func squaredDistances(to block: Layer<Scalar>.Block) -> ParameterSquares {
      ParameterSquares(
        weights: weights.squaredDistance(to: block.weights),
        biases: biases.squaredDistance(to: block.biases))
    }

    func update(from block: Layer<Scalar>.Block) {
      weights.fill(with: block.weights)
      biases.fill(with: block.biases)
    }
  }

  private let layers: [[Block]]

  /// The parameters as they are now.
  init(_ pass: ForwardPass<Scalar>) {
    layers = pass.layers.map { layer in
      layer.blocks.map {
        Block(weights: Buffer(copying: $0.weights), biases: Buffer(copying: $0.biases))
      }
    }
  }

  /// Takes the parameters as they are now for those of before.
  func update(from pass: ForwardPass<Scalar>) {
    for (layer, kept) in zip(pass.layers, layers) {
      for (block, kept) in zip(layer.blocks, kept) { kept.update(from: block) }
    }
  }

  /// The squares of a layer's parameters.
  func squares(ofLayer index: Int) -> ParameterSquares {
    layers[index].reduce(into: ParameterSquares()) { $0 += $1.squares }
  }

  /// The squares of the differences between a layer's parameters and those of a pass.
  func squaredDistances(ofLayer index: Int, to pass: ForwardPass<Scalar>) -> ParameterSquares {
    zip(layers[index], pass.layers[index].blocks).reduce(into: ParameterSquares()) { sum, pair in
      sum += pair.0.squaredDistances(to: pair.1)
    }
  }
}

extension Buffer where Element: Real {
  fileprivate func squaredDistance(to other: Buffer) -> Double {
    count == 0 ? 0 : Element.kernels.squaredError(start, other.start, count)
  }
}
