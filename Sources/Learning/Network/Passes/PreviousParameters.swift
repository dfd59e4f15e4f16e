/// The parameters of a pass as they were at some time, to see how far they have moved since.
struct PreviousParameters<Scalar: Real>: Sendable {
  /// Sums of squares over a layer's weights and over its biases.
  struct Squares: Sendable {
    var weights = 0.0
    var biases = 0.0

    static func += (sum: inout Squares, part: Squares) {
      sum.weights += part.weights
      sum.biases += part.biases
    }
  }

  /// How far a layer's parameters have moved, and how large they are now.
  struct Movement: Sendable {
    var changes = Squares()
    var sizes = Squares()
  }

  private struct Block: Sendable {
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>

    var squares: Squares { Squares(weights: weights.squares, biases: biases.squares) }

    func squaredDistances(to block: Layer<Scalar>.Block) -> Squares {
      Squares(
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

  /// Does the same, and says of each layer how it has moved. Threads share the blocks of a layer.
  func follow(_ pass: ForwardPass<Scalar>) -> [Movement] {
    zip(pass.layers, layers).map { layer, kept in
      var parts = [Movement](repeating: Movement(), count: kept.count)
      parts.withUnsafeMutableBufferPointer { parts in
        nonisolated(unsafe) let parts = parts
        pass.pool.perform(kept.count, ifWorth: layer.inputs * layer.outputs, of: .once) { index in
          let (kept, block) = (kept[index], layer.blocks[index])
          parts[index].changes = kept.squaredDistances(to: block)
          kept.update(from: block)
          parts[index].sizes = kept.squares
        }
      }
      return parts.reduce(into: Movement()) { sum, part in
        sum.changes += part.changes
        sum.sizes += part.sizes
      }
    }
  }

  /// The squares of a layer's parameters.
  func squares(ofLayer index: Int) -> Squares {
    layers[index].reduce(into: Squares()) { $0 += $1.squares }
  }

  /// The squares of the differences between a layer's parameters and those of a pass.
  func squaredDistances(ofLayer index: Int, to pass: ForwardPass<Scalar>) -> Squares {
    zip(layers[index], pass.layers[index].blocks).reduce(into: Squares()) { sum, pair in
      sum += pair.0.squaredDistances(to: pair.1)
    }
  }
}

extension Buffer where Element: Real {
  fileprivate func squaredDistance(to other: Buffer) -> Double {
    count == 0 ? 0 : Element.kernels.squaredError(start, other.start, count)
  }
}
