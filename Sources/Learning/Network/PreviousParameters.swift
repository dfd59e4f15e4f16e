/// The parameters of a pass as they were at some time, to see how far they have moved since.
struct PreviousParameters<Scalar: Real>: Sendable {
  /// Sums of squares over a layer's weights and over its biases.
  struct Squares: Sendable {
    var weights = 0.0
    var biases = 0.0
  }

  private struct Block: Sendable {
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>
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
      for (block, kept) in zip(layer.blocks, kept) {
        kept.weights.fill(with: block.weights)
        kept.biases.fill(with: block.biases)
      }
    }
  }

  /// The squares of a layer's parameters.
  func squares(ofLayer index: Int) -> Squares {
    layers[index].reduce(into: Squares()) { sum, block in
      sum.weights += block.weights.squares
      sum.biases += block.biases.squares
    }
  }

  /// The squares of the differences between a layer's parameters and those of a pass.
  func squaredDistances(ofLayer index: Int, to pass: ForwardPass<Scalar>) -> Squares {
    zip(layers[index], pass.layers[index].blocks).reduce(into: Squares()) { sum, pair in
      let (kept, block) = pair
      sum.weights += kept.weights.squaredDistance(to: block.weights)
      sum.biases += kept.biases.squaredDistance(to: block.biases)
    }
  }
}

extension Buffer where Element: Real {
  fileprivate func squaredDistance(to other: Buffer) -> Double {
    count == 0 ? 0 : Element.kernels.squaredError(start, other.start, count)
  }
}
