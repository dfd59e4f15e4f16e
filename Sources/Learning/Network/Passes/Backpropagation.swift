import Workers

/// The gradient of a forward pass, and the plain updates that it makes.
///
/// Source: Rumelhart, Hinton and Williams, "Learning Representations by Back-propagating Errors", Nature 323 (1986).
final class Backpropagation<Scalar: Real>: Sendable {
  let pass: ForwardPass<Scalar>
  /// The gradient that `computeGradient` has found last.
  let gradient: Gradient<Scalar>
  /// Per layer and block the gradient with respect to its sums, capacity x units.
  private let deltas: [[Buffer<Scalar>]]

  /// Room for the batches that `pass` has room for. `keepsFirstWeights` says whether the gradient has the weights of the
  /// first layer, which sparse rows can do without.
  init(_ pass: ForwardPass<Scalar>, keepsFirstWeights: Bool) {
    self.pass = pass
    deltas = pass.layers.map { layer in
      layer.blocks.map { Buffer(count: $0.activations.count, repeating: 0) }
    }
    gradient = Gradient(of: pass, omitsFirstWeights: !keepsFirstWeights)
  }

  /// Where the gradient with respect to the sums of the output layer goes before `update` or `computeGradient`.
  var outputDelta: UnsafeMutablePointer<Scalar> { deltas[deltas.count - 1][0].start }

  /// Changes all parameters by -rate times the gradient averaged over the batch, which `pass` has just run.
  ///
  /// Where it `goesStraightOn`, threads turn to the first layer's activations for the `next` batch, if there is one: a
  /// block depends on no other, and a batch then brings the threads together once instead of twice.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so; some parameters may then have changed.
  func update(
    _ batch: Batch<Scalar>, rate: Double, next: Batch<Scalar>?, isCancelled: () -> Bool
  ) -> Bool {
    guard goesStraightOn(after: batch) else {
      guard computeGradient(batch, isCancelled: isCancelled) else { return false }
      return descend(batch, rate: rate, isCancelled: isCancelled)
    }
    let step = step(batch, rate: rate)
    // A layer's weights change only after the layer below has got its gradient through them.
    for index in pass.layers.indices.dropFirst(2).reversed() {
      guard propagate(from: index, batch, isCancelled: isCancelled) else { return false }
    }
    for index in pass.layers.indices.dropFirst(2).reversed() {
      updateBiases(index, block: 0, rows: batch.count, step: step)
      guard computeWeightGradient(index, batch, isCancelled: isCancelled) else { return false }
      updateWeights(index, step: step)
    }
    // The sums of the second layer for the next batch begin with these, where the activations for this one have been.
    updateBiases(1, block: 0, rows: batch.count, step: step)
    pass.performForBlocks(batch) { [self] number in
      updateBlock(number, batch, step: step)
      if let next { pass.runFirstLayer(next, block: number, rows: 0..<next.count) }
    }
    return true
  }

  /// Whether a first layer in blocks is updated and run for the next batch at one go, within which nothing is cancelled.
  func goesStraightOn(after batch: Batch<Scalar>) -> Bool {
    pass.splitsFirstLayer && !batch.isLarge
  }

  /// Finds the gradient with respect to all parameters, for a batch that `pass` has just run.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so; the gradient is then of no use.
  @discardableResult
  func computeGradient(_ batch: Batch<Scalar>, isCancelled: () -> Bool = { false }) -> Bool {
    for index in pass.layers.indices.dropFirst().reversed() {
      if index == 1, pass.splitsFirstLayer {
        pass.performForBlocks(batch) { [self] number in
          propagate(from: 1, to: number, rows: 0..<batch.count)
        }
      } else if !propagate(from: index, batch, isCancelled: isCancelled) {
        return false
      }
    }
    for index in pass.layers.indices.reversed() {
      for number in pass.layers[index].blocks.indices {
        computeBiasGradient(index, block: number, rows: batch.count)
      }
      guard computeWeightGradient(index, batch, isCancelled: isCancelled) else { return false }
    }
    return true
  }

  /// Changes all parameters by -rate times the gradient that has been found, averaged over the batch.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so; some parameters may then have changed.
  func descend(_ batch: Batch<Scalar>, rate: Double, isCancelled: () -> Bool) -> Bool {
    let step = step(batch, rate: rate)
    for (index, layer) in pass.layers.enumerated() {
      for block in layer.blocks {
        Scalar.kernels.addScaled(
          step, gradient.layers[index].biases.start + block.first, block.biases.start, block.count)
      }
      if index == 0, case .sparse = batch.inputs {
        let isComplete = batch.forEachStretch(isCancelled: isCancelled) { rows in
          pass.performForBlocks(batch) { [self] number in
            updateSparse(number, batch, rows: rows, step: step)
          }
        }
        if !isComplete { return false }
      } else {
        updateWeights(index, step: step)
      }
    }
    return true
  }

  private func step(_ batch: Batch<Scalar>, rate: Double) -> Scalar {
    Scalar(-rate / Double(batch.count))
  }

  /// Updates a block of the first layer's units, and the weights with which the second layer reads them.
  private func updateBlock(_ number: Int, _ batch: Batch<Scalar>, step: Scalar) {
    let block = pass.layers[0].blocks[number]
    propagate(from: 1, to: number, rows: 0..<batch.count)
    computeGradient(throughBlock: number, rows: batch.count)
    updateWeights(1, of: block.first..<block.first + block.count, step: step)
    updateBiases(0, block: number, rows: batch.count, step: step)
    updateSparse(number, batch, rows: 0..<batch.count, step: step)
  }

  /// Carries the gradient with respect to the sums of a layer to those of the layer below, or returns false if it is
  /// cancelled meanwhile.
  private func propagate(
    from index: Int, _ batch: Batch<Scalar>, isCancelled: () -> Bool
  ) -> Bool {
    let layer = pass.layers[index]
    let work = batch.count * layer.inputs * layer.outputs
    let isComplete = batch.forEachStretch(isCancelled: isCancelled) { rows in
      pass.pool.performRanges(rows, ifWorth: work) { [self] range in
        propagate(from: index, to: 0, rows: range)
      }
    }
    if !isComplete { return false }
    let kept = gradient.layers[index - 1]
    pass.layers[index - 1].normalizer?.carryBack(
      deltas[index - 1][0].start, rows: batch.count, scales: kept.scales, shifts: kept.shifts)
    return true
  }

  /// The same for some rows and a block of the layer below, up to its normalization.
  private func propagate(from index: Int, to number: Int, rows: Range<Int>) {
    let layer = pass.layers[index]
    let below = pass.layers[index - 1]
    let block = below.blocks[number]
    let start = rows.lowerBound * block.count
    let count = rows.count * block.count
    let delta = deltas[index - 1][number].start + start
    Scalar.kernels.productTransposed(
      rows: rows.count, inner: layer.outputs, columns: block.count,
      deltas[index][0].start + rows.lowerBound * layer.outputs, stride: layer.outputs,
      layer.blocks[0].weights.start + block.first * layer.outputs, onto: .zero, to: delta)
    below.dropout?.carryBack(delta, from: start, count: count)
    below.activation.multiplySlope(
      of: block.activations.start + start, into: delta, count: count)
  }

  private func computeBiasGradient(_ index: Int, block number: Int, rows: Int) {
    let block = pass.layers[index].blocks[number]
    Scalar.kernels.columnSums(
      rows, block.count, deltas[index][number].start,
      gradient.layers[index].biases.start + block.first)
  }

  private func updateBiases(_ index: Int, block number: Int, rows: Int, step: Scalar) {
    computeBiasGradient(index, block: number, rows: rows)
    let block = pass.layers[index].blocks[number]
    Scalar.kernels.addScaled(
      step, gradient.layers[index].biases.start + block.first, block.biases.start, block.count)
  }

  /// Finds the gradient of a layer's weights, if there is room for it, or returns false if it is cancelled meanwhile;
  /// threads share the inputs.
  private func computeWeightGradient(
    _ index: Int, _ batch: Batch<Scalar>, isCancelled: () -> Bool
  ) -> Bool {
    let layer = pass.layers[index]
    if gradient.layers[index].weights.count == 0 { return true }
    let inputs: UnsafePointer<Scalar>
    switch batch.inputs {
    case .sparse where index == 0:
      return batch.forEachStretch(isCancelled: isCancelled) { rows in
        pass.performForBlocks(batch) { [self] in
          computeSparseGradient(batch, block: $0, rows: rows)
        }
      }
    case .dense(let elements) where index == 0: inputs = elements
    default:
      let below = pass.layers[index - 1].blocks
      if below.count > 1 {
        pass.performForBlocks(batch) { [self] in
          computeGradient(throughBlock: $0, rows: batch.count)
        }
        return true
      }
      inputs = UnsafePointer(below[0].outputs.start)
    }
    let work = batch.count * layer.inputs * layer.outputs
    nonisolated(unsafe) let shared = inputs
    return batch.forEachStretch(isCancelled: isCancelled) { rows in
      pass.pool.performRanges(0..<layer.inputs, ifWorth: work) { [self] range in
        computeDenseGradient(
          index, of: 0..<layer.inputs, inputs: shared, rows: rows, range: range)
      }
    }
  }

  /// The gradient of the weights with which the second layer reads a block of the first.
  private func computeGradient(throughBlock number: Int, rows: Int) {
    let block = pass.layers[0].blocks[number]
    let range = block.first..<block.first + block.count
    computeDenseGradient(1, of: range, inputs: block.outputs.start, rows: 0..<rows, range: range)
  }

  /// The gradient of the weights of some of a layer's inputs, those in `range`; `inputs` are the batch's rows x those in
  /// `all`. What `rows` bring is added to what those before them have brought.
  private func computeDenseGradient(
    _ index: Int, of all: Range<Int>, inputs: UnsafePointer<Scalar>, rows: Range<Int>,
    range: Range<Int>
  ) {
    let outputs = pass.layers[index].outputs
    let sums = gradient.layers[index].weights.start + range.lowerBound * outputs
    Scalar.kernels.transposedProduct(
      rows: range.count, inner: rows.count, columns: outputs,
      inputs + rows.lowerBound * all.count + (range.lowerBound - all.lowerBound),
      stride: all.count, deltas[index][0].start + rows.lowerBound * outputs,
      onto: rows.lowerBound == 0 ? .zero : .current, to: sums)
  }

  private func updateWeights(_ index: Int, step: Scalar) {
    let layer = pass.layers[index]
    let work = layer.inputs * layer.outputs
    pass.pool.performRanges(0..<layer.inputs, ifWorth: work) { [self] range in
      updateWeights(index, of: range, step: step)
    }
  }

  /// Updates the weights of some of a layer's inputs.
  private func updateWeights(_ index: Int, of range: Range<Int>, step: Scalar) {
    let layer = pass.layers[index]
    let start = range.lowerBound * layer.outputs
    Scalar.kernels.addScaled(
      step, gradient.layers[index].weights.start + start, layer.blocks[0].weights.start + start,
      range.count * layer.outputs)
  }
}

// The first layer of sparse rows: only the weights of features that occur in the batch change.
extension Backpropagation {
  /// Adds what some rows bring to a block's gradient straight to the weights; the gradient itself is never stored.
  private func updateSparse(
    _ number: Int, _ batch: Batch<Scalar>, rows: Range<Int>, step: Scalar
  ) {
    let block = pass.layers[0].blocks[number]
    addSparse(
      batch, rows: rows, step, times: deltas[0][number].start, count: block.count,
      to: block.weights.start)
  }

  /// The gradient of a block's weights, which stand together like the block's own. What `rows` bring is added to what those
  /// before them have brought.
  private func computeSparseGradient(
    _ batch: Batch<Scalar>, block number: Int, rows: Range<Int>
  ) {
    let layer = pass.layers[0]
    let block = layer.blocks[number]
    let sums = gradient.layers[0].weights.start + block.first * layer.inputs
    if rows.lowerBound == 0 { sums.update(repeating: 0, count: block.count * layer.inputs) }
    addSparse(
      batch, rows: rows, 1, times: deltas[0][number].start, count: block.count, to: sums)
  }

  /// Adds the products of some rows' features, a factor, and the gradients of `count` units, which `delta` has for the whole
  /// batch.
  private func addSparse(
    _ batch: Batch<Scalar>, rows: Range<Int>, _ factor: Scalar,
    times delta: UnsafePointer<Scalar>, count: Int, to weights: UnsafeMutablePointer<Scalar>
  ) {
    guard case .sparse(let sparse, let selected) = batch.inputs else { return }
    Scalar.kernels.sparseTransposedProduct(
      count: rows.count, selected: selected + rows.lowerBound, starts: sparse.starts,
      indices: sparse.indices, values: sparse.elements, columns: count,
      factor: factor, delta + rows.lowerBound * count, addingTo: weights)
  }
}
