/// Gradient descent on a forward pass: room for gradients, and the updates that they make.
///
/// Source: Rumelhart, Hinton and Williams, "Learning Representations by Back-propagating Errors", Nature 323 (1986).
final class Backpropagation<Scalar: Real> {
  let pass: ForwardPass<Scalar>
  /// Per layer the gradient with respect to its sums, capacity x outputs.
  private let deltas: [Buffer<Scalar>]
  /// The gradient of one layer's weights at a time, summed over rows.
  private let weightGradient: Buffer<Scalar>
  private let biasGradient: Buffer<Scalar>
  private let tracksNorm: Bool

  /// Room for the batches that `pass` has room for. `tracksNorm` says whether updates measure the gradient.
  init(_ pass: ForwardPass<Scalar>, isSparse: Bool, tracksNorm: Bool) {
    self.pass = pass
    self.tracksNorm = tracksNorm
    deltas = pass.layers.map { Buffer(count: $0.activations.count, repeating: 0) }
    // A sparse first layer goes without its matrix of gradients unless their norm is asked for.
    let layers = isSparse && !tracksNorm ? pass.layers.dropFirst() : pass.layers[...]
    let largest = layers.map { $0.weights.count }.max() ?? 0
    weightGradient = Buffer(count: largest, repeating: 0)
    biasGradient = Buffer(count: pass.layers.map(\.outputs).max() ?? 0, repeating: 0)
  }

  /// Where the gradient with respect to the sums of the output layer goes before `update`.
  var outputDelta: UnsafeMutablePointer<Scalar> { deltas[deltas.count - 1].start }

  /// Changes all parameters by -rate times the gradient averaged over the batch, which `pass` has just run.
  ///
  /// - Returns: the Euclidean norm of that gradient over all weights and biases, if it is tracked.
  func update(_ batch: Batch<Scalar>, rate: Double) -> Double? {
    let step = Scalar(-rate / Double(batch.count))
    var squares = 0.0
    for index in pass.layers.indices.reversed() {
      // The layer below needs the weights as they were in the forward pass.
      if index > 0 { propagate(from: index, rows: batch.count) }
      squares += updateBiases(index, rows: batch.count, step: step)
      squares += updateWeights(index, batch: batch, step: step)
    }
    return tracksNorm ? squares.squareRoot() / Double(batch.count) : nil
  }

  /// Carries the gradient with respect to the sums of a layer to those of the layer below.
  private func propagate(from index: Int, rows: Int) {
    let layer = pass.layers[index]
    let below = pass.layers[index - 1]
    let count = rows * layer.inputs
    let delta = deltas[index - 1].start
    delta.update(repeating: 0, count: count)
    Scalar.kernels.productTransposed(
      rows, layer.outputs, layer.inputs, deltas[index].start, layer.weights.start, delta)
    below.activation.multiplySlope(of: below.activations.start, into: delta, count: count)
  }

  private func updateBiases(_ index: Int, rows: Int, step: Scalar) -> Double {
    let layer = pass.layers[index]
    Scalar.kernels.columnSums(rows, layer.outputs, deltas[index].start, biasGradient.start)
    Scalar.kernels.addScaled(step, biasGradient.start, layer.biases.start, layer.outputs)
    return tracksNorm ? Scalar.kernels.sumOfSquares(biasGradient.start, layer.outputs) : 0
  }

  /// - Returns: the sum of squares of the gradient summed over rows, if the norm is tracked.
  private func updateWeights(_ index: Int, batch: Batch<Scalar>, step: Scalar) -> Double {
    guard index == 0 else {
      return updateDense(index, inputs: pass.layers[index - 1].activations.start, batch.count, step)
    }
    switch batch.inputs {
    case .dense(let inputs): return updateDense(index, inputs: inputs, batch.count, step)
    case .sparse(let rows, let selected):
      let squares =
        tracksNorm ? squaresOfSparseGradient(rows, selected: selected, count: batch.count) : 0
      updateSparse(rows, selected: selected, count: batch.count, step: step)
      return squares
    }
  }

  private func updateDense(
    _ index: Int, inputs: UnsafePointer<Scalar>, _ rows: Int, _ step: Scalar
  ) -> Double {
    let layer = pass.layers[index]
    let count = layer.weights.count
    weightGradient.start.update(repeating: 0, count: count)
    Scalar.kernels.transposedProduct(
      layer.inputs, rows, layer.outputs, inputs, deltas[index].start, weightGradient.start)
    Scalar.kernels.addScaled(step, weightGradient.start, layer.weights.start, count)
    return tracksNorm ? Scalar.kernels.sumOfSquares(weightGradient.start, count) : 0
  }
}

// The first layer of sparse rows: only the weights of features that occur in the batch change.
extension Backpropagation {
  /// Adds the gradient straight to the weights, row by row; the gradient itself is never stored.
  private func updateSparse(
    _ rows: SparseRows<Scalar>, selected: UnsafePointer<Int>, count: Int, step: Scalar
  ) {
    let layer = pass.layers[0]
    let delta = deltas[0].start
    for index in 0..<count * layer.outputs { delta[index] *= step }
    Scalar.kernels.sparseTransposedProduct(
      count, selected, rows.starts, rows.indices, rows.elements, layer.outputs, delta,
      layer.weights.start)
  }

  private func squaresOfSparseGradient(
    _ rows: SparseRows<Scalar>, selected: UnsafePointer<Int>, count: Int
  ) -> Double {
    let outputs = pass.layers[0].outputs
    let gradient = weightGradient.start
    gradient.update(repeating: 0, count: pass.layers[0].weights.count)
    Scalar.kernels.sparseTransposedProduct(
      count, selected, rows.starts, rows.indices, rows.elements, outputs, deltas[0].start, gradient)
    return Scalar.kernels.sumOfSquares(gradient, pass.layers[0].weights.count)
  }
}
