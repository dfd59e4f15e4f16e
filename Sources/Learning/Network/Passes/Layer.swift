/// One layer at work: parameters, and the activations of the last batch.
///
/// Its units come in blocks, each with memory of its own, so that threads can share a layer by its units. Only the first
/// layer ever has more than one block.
final class Layer<Scalar: Real>: Sendable {
  /// Units side by side; one object, so that a batch that passes by counts one reference and not three.
  final class Block: Sendable {
    /// The number of the first unit, from 0.
    let first: Int
    /// The number of units.
    let count: Int
    /// inputs x count.
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>
    /// capacity x count.
    let activations: Buffer<Scalar>
    /// What the next layer reads: the activations, or what dropout leaves of them.
    let outputs: Buffer<Scalar>

    init(
      first: Int, count: Int, weights: Buffer<Scalar>, biases: Buffer<Scalar>,
      activations: Buffer<Scalar>, outputs: Buffer<Scalar>
    ) {
      self.first = first
      self.count = count
      self.weights = weights
      self.biases = biases
      self.activations = activations
      self.outputs = outputs
    }
  }

  let inputs: Int
  let outputs: Int
  let activation: Activation
  let blocks: [Block]
  /// In training only, and then there is one block.
  let normalizer: BatchNormalizer<Scalar>?
  /// In training only, and then there is one block.
  let dropout: DropoutMask<Scalar>?

  /// Copies the parameters into blocks of up to `width` units, with room for the activations of `capacity` rows.
  init(
    weights: Matrix<Scalar>, biases: [Scalar], activation: Activation, capacity: Int, width: Int,
    normalizer: BatchNormalizer<Scalar>? = nil, dropout: DropoutMask<Scalar>? = nil
  ) {
    precondition(
      normalizer == nil && dropout == nil || width >= weights.columns, "there is one block")
    self.normalizer = normalizer
    self.dropout = dropout
    inputs = weights.rows
    outputs = weights.columns
    self.activation = activation
    blocks = stride(from: 0, to: weights.columns, by: width).map { first in
      let count = min(width, weights.columns - first)
      let activations = Buffer<Scalar>(count: capacity * count, repeating: 0)
      let block = Block(
        first: first, count: count,
        weights: Buffer(count: weights.rows * count, repeating: 0),
        biases: Buffer(Array(biases[first..<first + count]), filler: 0),
        activations: activations, outputs: dropout?.passed ?? activations)
      weights.elements.withUnsafeBufferPointer { elements in
        for row in 0..<weights.rows {
          for unit in 0..<count {
            block.weights.start[row * count + unit] =
              elements[row * weights.columns + first + unit]
          }
        }
      }
      return block
    }
  }

  /// The parameters as they are now.
  var parameters: (weights: Matrix<Scalar>, biases: [Scalar]) {
    var weights = Matrix<Scalar>(rows: inputs, columns: outputs)
    weights.elements.withUnsafeMutableBufferPointer { elements in
      for block in blocks {
        for row in 0..<inputs {
          for unit in 0..<block.count {
            elements[row * outputs + block.first + unit] =
              block.weights.start[row * block.count + unit]
          }
        }
      }
    }
    return (weights, blocks.flatMap(\.biases.elements))
  }
}
