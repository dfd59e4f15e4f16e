import Workers

/// Gradient descent on a forward pass: room for gradients, and the updates that they make.
///
/// Source: Rumelhart, Hinton and Williams, "Learning Representations by Back-propagating Errors", Nature 323 (1986).
final class Backpropagation<Scalar: Real>: Sendable {
  let pass: ForwardPass<Scalar>
  /// Per layer and block the gradient with respect to its sums, capacity x units.
  private let deltas: [[Buffer<Scalar>]]
  /// The gradient of one layer's weights at a time, summed over rows.
  private let weightGradient: Buffer<Scalar>
  /// The gradient of one layer's biases at a time.
  private let biasGradient: Buffer<Scalar>
  private let tracksNorm: Bool

  /// Room for the batches that `pass` has room for. `tracksNorm` says whether updates measure the gradient; then the first
  /// layer of `pass` has one block.
  init(_ pass: ForwardPass<Scalar>, isSparse: Bool, tracksNorm: Bool) {
    self.pass = pass
    self.tracksNorm = tracksNorm
    deltas = pass.layers.map { layer in
      layer.blocks.map { Buffer(count: $0.activations.count, repeating: 0) }
    }
    // A sparse first layer goes without its matrix of gradients unless their norm is asked for.
    let layers = isSparse && !tracksNorm ? pass.layers.dropFirst() : pass.layers[...]
    weightGradient = Buffer(count: layers.map { $0.inputs * $0.outputs }.max() ?? 0, repeating: 0)
    biasGradient = Buffer(count: pass.layers.map(\.outputs).max() ?? 0, repeating: 0)
  }

  /// Where the gradient with respect to the sums of the output layer goes before `update`.
  var outputDelta: UnsafeMutablePointer<Scalar> { deltas[deltas.count - 1][0].start }

  /// Changes all parameters by -rate times the gradient averaged over the batch, which `pass` has just run.
  ///
  /// With a first layer in blocks, threads go straight on to its activations for the `next` batch, if there is one: a block
  /// depends on no other, and a batch then brings the threads together once instead of twice.
  /// - Returns: the Euclidean norm of that gradient over all weights and biases, if it is tracked.
  func update(_ batch: Batch<Scalar>, rate: Double, next: Batch<Scalar>?) -> Double? {
    let step = Scalar(-rate / Double(batch.count))
    // A layer's weights change only after the layer below has got its gradient through them.
    for index in pass.layers.indices.dropFirst(2).reversed() {
      propagate(from: index, rows: batch.count)
    }
    var squares = 0.0
    if pass.splitsFirstLayer {
      pass.performForBlocks(batch) { [self] number in
        updateBlock(number, batch, step: step)
        if let next { pass.runFirstLayer(next, block: number) }
      }
      squares += updateBiases(1, block: 0, rows: batch.count, step: step)
    } else if pass.layers.count > 1 {
      propagate(from: 1, rows: batch.count)
    }
    for index in pass.layers.indices.dropFirst(pass.splitsFirstLayer ? 2 : 0).reversed() {
      squares += updateBiases(index, block: 0, rows: batch.count, step: step)
      squares += updateWeights(index, batch: batch, step: step)
    }
    return tracksNorm ? squares.squareRoot() / Double(batch.count) : nil
  }

  /// Updates a block of the first layer's units, and the weights with which the second layer reads them.
  private func updateBlock(_ number: Int, _ batch: Batch<Scalar>, step: Scalar) {
    let block = pass.layers[0].blocks[number]
    propagate(from: 1, to: number, rows: 0..<batch.count)
    updateDense(
      1, from: block.first, of: block.count, inputs: block.activations.start, rows: batch.count,
      step)
    _ = updateBiases(0, block: number, rows: batch.count, step: step)
    updateSparse(number, batch, step: step)
  }

  /// Carries the gradient with respect to the sums of a layer to those of the layer below.
  private func propagate(from index: Int, rows: Int) {
    let layer = pass.layers[index]
    pass.pool.performRanges(rows, ifWorth: rows * layer.inputs * layer.outputs) { [self] range in
      propagate(from: index, to: 0, rows: range)
    }
  }

  /// The same for some rows and a block of the layer below.
  private func propagate(from index: Int, to number: Int, rows: Range<Int>) {
    let layer = pass.layers[index]
    let below = pass.layers[index - 1]
    let block = below.blocks[number]
    let start = rows.lowerBound * block.count
    let count = rows.count * block.count
    let delta = deltas[index - 1][number].start + start
    delta.update(repeating: 0, count: count)
    Scalar.kernels.productTransposed(
      rows.count, layer.outputs, block.count,
      deltas[index][0].start + rows.lowerBound * layer.outputs, layer.outputs,
      layer.blocks[0].weights.start + block.first * layer.outputs, delta)
    below.activation.multiplySlope(
      of: block.activations.start + start, into: delta, count: count)
  }

  private func updateBiases(_ index: Int, block number: Int, rows: Int, step: Scalar) -> Double {
    let block = pass.layers[index].blocks[number]
    let gradient = biasGradient.start + block.first
    Scalar.kernels.columnSums(rows, block.count, deltas[index][number].start, gradient)
    Scalar.kernels.addScaled(step, gradient, block.biases.start, block.count)
    return tracksNorm ? Scalar.kernels.sumOfSquares(gradient, block.count) : 0
  }

  /// - Returns: the sum of squares of the gradient summed over rows, if the norm is tracked.
  private func updateWeights(_ index: Int, batch: Batch<Scalar>, step: Scalar) -> Double {
    switch batch.inputs {
    case .sparse where index == 0:
      let squares = tracksNorm ? squaresOfSparseGradient(batch) : 0
      updateSparse(0, batch, step: step)
      return squares
    case .dense(let inputs) where index == 0:
      let columns = pass.layers[0].inputs
      updateDense(0, from: 0, of: columns, inputs: inputs, rows: batch.count, step)
    default:
      let below = pass.layers[index - 1].blocks[0]
      updateDense(
        index, from: 0, of: below.count, inputs: below.activations.start, rows: batch.count, step)
    }
    let layer = pass.layers[index]
    return tracksNorm
      ? Scalar.kernels.sumOfSquares(weightGradient.start, layer.inputs * layer.outputs) : 0
  }

  /// Updates the weights of `count` inputs of a layer, from `first` on; `inputs` are rows x count. Threads share them.
  private func updateDense(
    _ index: Int, from first: Int, of count: Int, inputs: UnsafePointer<Scalar>, rows: Int,
    _ step: Scalar
  ) {
    let outputs = pass.layers[index].outputs
    nonisolated(unsafe) let inputs = inputs
    pass.pool.performRanges(count, ifWorth: rows * count * outputs) { [self] range in
      let start = (first + range.lowerBound) * outputs
      let size = range.count * outputs
      let gradient = weightGradient.start + start
      gradient.update(repeating: 0, count: size)
      Scalar.kernels.transposedProduct(
        range.count, rows, outputs, inputs + range.lowerBound, count, deltas[index][0].start,
        gradient)
      Scalar.kernels.addScaled(
        step, gradient, pass.layers[index].blocks[0].weights.start + start, size)
    }
  }
}

// The first layer of sparse rows: only the weights of features that occur in the batch change.
extension Backpropagation {
  /// Adds a block's gradient straight to the weights, row by row; the gradient itself is never stored.
  private func updateSparse(_ number: Int, _ batch: Batch<Scalar>, step: Scalar) {
    let block = pass.layers[0].blocks[number]
    let delta = deltas[0][number].start
    for index in 0..<batch.count * block.count { delta[index] *= step }
    addSparse(batch, delta, count: block.count, to: block.weights.start)
  }

  private func squaresOfSparseGradient(_ batch: Batch<Scalar>) -> Double {
    let layer = pass.layers[0]
    let size = layer.inputs * layer.outputs
    weightGradient.start.update(repeating: 0, count: size)
    addSparse(batch, deltas[0][0].start, count: layer.outputs, to: weightGradient.start)
    return Scalar.kernels.sumOfSquares(weightGradient.start, size)
  }

  /// Adds the products of the batch's features and the gradients of `count` units.
  private func addSparse(
    _ batch: Batch<Scalar>, _ delta: UnsafePointer<Scalar>, count: Int,
    to weights: UnsafeMutablePointer<Scalar>
  ) {
    guard case .sparse(let rows, let selected) = batch.inputs else { return }
    Scalar.kernels.sparseTransposedProduct(
      batch.count, selected, rows.starts, rows.indices, rows.elements, count, delta, weights)
  }
}
