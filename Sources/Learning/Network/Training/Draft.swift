/// A classifier and its examples in float32, up to the logits: half as much memory to read, and near enough to tell most
/// answers. What is close, the network itself has to say.
struct Draft<Scalar: Real>: Sendable {
  let pass: ForwardPass<Float>
  private let elements: Buffer<Float>
  private let greatestLength: Double

  /// The draft of a network at the start of its training pass, for some rows of a matrix, none of whose norms is greater
  /// than `length`.
  init(
    _ network: Network<Scalar>, following pass: ForwardPass<Scalar>, on rows: SparseRows<Scalar>,
    count: Int, length: Double
  ) {
    self.pass = ForwardPass(
      network.withLogits.converted(to: Float.self), rows: count, pool: pass.pool,
      splitsFirstLayer: pass.splitsFirstLayer)
    elements = Buffer(count: rows.starts[count], repeating: 0)
    for index in 0..<elements.count { elements.start[index] = Float(rows.elements[index]) }
    greatestLength = length
  }

  /// The rows of the matrix in float32, valid as long as they are.
  func rows(_ rows: SparseRows<Scalar>) -> SparseRows<Float> {
    SparseRows(
      starts: rows.starts, indices: rows.indices, elements: elements.start,
      averageCount: rows.averageCount)
  }

  /// Rounds the parameters of a pass anew, and says how far the draft's have moved by that. Threads share the blocks of a
  /// layer.
  func follow(_ pass: ForwardPass<Scalar>) -> DraftMovement {
    let layers = zip(self.pass.layers, pass.layers).map { drafted, layer in
      var parts = [DraftMovement.Layer](repeating: .init(), count: layer.blocks.count)
      parts.withUnsafeMutableBufferPointer { parts in
        nonisolated(unsafe) let parts = parts
        pass.pool.perform(parts.count, ifWorth: layer.inputs * layer.outputs, of: .once) { index in
          parts[index] = drafted.blocks[index].follow(layer.blocks[index])
        }
      }
      return parts.reduce(into: DraftMovement.Layer()) { $0 += $1 }
    }
    return DraftMovement(
      hidden: layers[0], output: layers[1], units: pass.layers[0].outputs,
      length: greatestLength)
  }
}

extension Layer<Float>.Block {
  /// Rounds another block's parameters.
  fileprivate func follow<Followed: Real>(_ block: Layer<Followed>.Block) -> DraftMovement.Layer {
    let kernels = Followed.kernels
    let weights = kernels.follow(block.weights.start, self.weights.start, self.weights.count)
    let biases = kernels.follow(block.biases.start, self.biases.start, self.biases.count)
    return DraftMovement.Layer(
      change: .init(weights: weights.change, biases: biases.change),
      size: .init(weights: weights.size, biases: biases.size))
  }
}
