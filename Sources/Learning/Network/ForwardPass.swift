/// A network at work: its parameters and room for the activations of a batch.
final class ForwardPass<Scalar: Real> {
  /// One layer: parameters, and the activations of the last batch.
  struct Layer {
    let inputs: Int
    let outputs: Int
    let activation: Activation
    /// inputs x outputs.
    let weights: Buffer<Scalar>
    let biases: Buffer<Scalar>
    /// capacity x outputs.
    let activations: Buffer<Scalar>
  }

  /// How many rows are computed at a time where nobody asks for batches; part of the results, since losses are added up
  /// per chunk.
  static var chunk: Int { 256 }

  let layers: [Layer]
  let capacity: Int
  private let chunkRows: Buffer<Int>

  /// Copies the network's parameters and makes room for chunks and for batches of up to `batchSize` rows.
  init(_ network: Network<Scalar>, batchSize: Int = 1) {
    let capacity = max(batchSize, Self.chunk)
    layers = network.architecture.activations.indices.map { index in
      let weights = network.weights[index]
      return Layer(
        inputs: weights.rows, outputs: weights.columns,
        activation: network.architecture.activations[index],
        weights: Buffer(weights.elements, filler: 0),
        biases: Buffer(network.biases[index], filler: 0),
        activations: Buffer(count: capacity * weights.columns, repeating: 0))
    }
    self.capacity = capacity
    chunkRows = Buffer(Array(0..<Self.chunk), filler: 0)
  }

  /// The outputs for the last batch.
  var outputs: UnsafeMutablePointer<Scalar> { layers[layers.count - 1].activations.start }

  /// Computes the activations of all layers for a batch.
  func run(_ batch: Batch<Scalar>) {
    precondition(batch.count <= capacity, "a batch fits the room made for it")
    let kernels = Scalar.kernels
    var previous: UnsafePointer<Scalar>?
    for layer in layers {
      let sums = layer.activations.start
      kernels.repeatRow(batch.count, layer.outputs, layer.biases.start, sums)
      switch (previous, batch.inputs) {
      case (let inputs?, _), (nil, .dense(let inputs)):
        kernels.product(
          batch.count, layer.inputs, layer.outputs, inputs, layer.weights.start, sums)
      case (nil, .sparse(let rows, let selected)):
        kernels.sparseProduct(
          batch.count, selected, rows.starts, rows.indices, rows.elements, layer.outputs,
          layer.weights.start, sums)
      }
      layer.activation.apply(to: sums, rows: batch.count, columns: layer.outputs)
      previous = UnsafePointer(sums)
    }
  }

  /// Runs all rows through the network, chunk by chunk; `body` gets the first row's number and the batch.
  func forEachChunk(
    of rows: FeatureRows<Scalar>, count: Int, _ body: (Int, Batch<Scalar>) -> Void
  ) {
    var first = 0
    while first < count {
      let size = min(Self.chunk, count - first)
      let inputs: Batch<Scalar>.Inputs =
        switch rows {
        case .dense(let elements, let columns): .dense(elements + first * columns)
        case .sparse(let sparse): .sparse(sparse.dropping(first), selected: chunkRows.start)
        }
      let batch = Batch(inputs: inputs, count: size)
      run(batch)
      body(first, batch)
      first += size
    }
  }

  /// The network with its parameters replaced by those of the pass.
  func updated(_ network: Network<Scalar>) -> Network<Scalar> {
    var updated = network
    for (index, layer) in layers.enumerated() {
      updated.weights[index].elements = layer.weights.elements
      updated.biases[index] = layer.biases.elements
    }
    return updated
  }
}
