import Workers

/// A network at work: its parameters and room for the activations of a batch.
final class ForwardPass<Scalar: Real>: Sendable {
  /// How many rows are computed at a time where nobody asks for batches; part of the results, since losses are added up
  /// per chunk.
  static var chunk: Int { 256 }
  /// How many units of a first layer make a block: what a kernel keeps in registers. In narrower blocks too little would be
  /// done with every stored element read.
  private static var blockWidth: Int { 32 }

  let layers: [Layer<Scalar>]
  let capacity: Int
  let pool: WorkerPool
  private let chunkRows: Buffer<Int>
  /// Whether a layer has to be done with all rows before the next begins: normalization looks at them together, and
  /// dropout draws for them in order.
  private let runsByLayers: Bool

  /// Copies the network's parameters and makes room for batches of up to `batchSize` rows, and for chunks of matrices with
  /// up to `rows`.
  ///
  /// With `splitsFirstLayer`, the units of the first layer come in blocks for the threads of the pool. A pass that trains
  /// has a seed for each hidden layer's dropout, if there is any, and normalizes batches by themselves; any other one takes
  /// normalization as part of the weights.
  init(
    _ network: Network<Scalar>, batchSize: Int = 1, rows: Int, pool: WorkerPool,
    splitsFirstLayer: Bool = false, dropoutSeeds: [UInt32]? = nil
  ) {
    let trains = dropoutSeeds != nil
    let network = trains ? network : network.folded
    let dropout = trains ? network.architecture.dropout : []
    let capacity = max(batchSize, min(rows, Self.chunk))
    layers = network.architecture.activations.indices.map { index in
      let weights = network.weights[index]
      let splits = index == 0 && splitsFirstLayer && network.weights.count > 1
      return Layer(
        weights: weights, biases: network.biases[index],
        activation: network.architecture.activations[index], capacity: capacity,
        width: splits ? Self.blockWidth : weights.columns,
        normalizer: index < network.normalizations.count
          ? BatchNormalizer(network.normalizations[index], capacity: capacity) : nil,
        dropout: index < dropout.count
          ? DropoutMask(
            share: dropout[index], seed: dropoutSeeds?[index] ?? 0,
            count: capacity * weights.columns) : nil)
    }
    self.capacity = capacity
    self.pool = pool
    chunkRows = Buffer(Array(0..<Self.chunk), filler: 0)
    runsByLayers = layers.contains { $0.normalizer != nil || $0.dropout != nil }
  }

  /// The outputs for the last batch.
  var outputs: UnsafeMutablePointer<Scalar> { layers[layers.count - 1].blocks[0].activations.start }

  /// Whether the units of the first layer come in blocks, each of which a thread can work on by itself.
  var splitsFirstLayer: Bool { layers[0].blocks.count > 1 }

  /// Computes the activations of all layers for a batch. Threads share the blocks of the first layer, if it has several,
  /// and keep to them: what they have learnt stays in their caches.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so; the activations are then of no use.
  @discardableResult
  func run(_ batch: Batch<Scalar>, isCancelled: () -> Bool = { false }) -> Bool {
    if runsByLayers { return runByLayers(batch, isCancelled: isCancelled) }
    guard splitsFirstLayer else { return runByRows(batch, isCancelled: isCancelled) }
    let isComplete = batch.forEachStretch(isCancelled: isCancelled) { rows in
      performForBlocks(batch) { [self] number in runFirstLayer(batch, block: number, rows: rows) }
    }
    if !isComplete { return false }
    return runLaterLayers(batch, isCancelled: isCancelled)
  }

  /// Computes the activations of one layer after the other, or returns false if it is cancelled meanwhile; threads share
  /// the sums of each.
  private func runByLayers(_ batch: Batch<Scalar>, isCancelled: () -> Bool) -> Bool {
    precondition(batch.count <= capacity, "a batch fits the room made for it")
    for (index, layer) in layers.enumerated() {
      let block = layer.blocks[0]
      let inputs = index == 0 ? batch.work(inputs: layer.inputs) : batch.count * layer.inputs
      let isComplete = batch.forEachStretch(isCancelled: isCancelled) { rows in
        pool.performRanges(rows, ifWorth: inputs * layer.outputs) { [self] rows in
          computeSums(block, of: index, batch, rows: rows)
        }
      }
      if !isComplete { return false }
      let activations = block.activations.start
      layer.normalizer?.apply(to: activations, rows: batch.count)
      layer.activation.apply(to: activations, rows: batch.count, columns: block.count)
      layer.dropout?.apply(to: activations, count: batch.count * block.count)
    }
    return true
  }

  /// Computes the activations of one block of the first layer for some rows of a batch.
  ///
  /// The thread of the first block may begin the sums of the second layer, of which it then passes on the few numbers that
  /// there are instead of all activations of its block.
  func runFirstLayer(_ batch: Batch<Scalar>, block number: Int, rows: Range<Int>) {
    run(layers[0].blocks[number], of: 0, batch, rows: rows)
    if number == 0, beginsSecondLayerEarly(batch) {
      computeSums(layers[1].blocks[0], from: layers[0].blocks[...0], rows: rows)
    }
  }

  /// Computes the activations of the layers after the first, all blocks of which have been run.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so.
  func runLaterLayers(_ batch: Batch<Scalar>, isCancelled: () -> Bool) -> Bool {
    guard beginsSecondLayerEarly(batch) else {
      return runByRows(batch, fromLayer: 1, isCancelled: isCancelled)
    }
    let block = layers[1].blocks[0]
    let rows = 0..<batch.count
    computeSums(block, from: layers[0].blocks[1...], rows: rows)
    activate(block, of: 1, rows: rows)
    return runByRows(batch, fromLayer: 2, isCancelled: isCancelled)
  }

  /// Whether the later layers are too little work to be shared.
  private func beginsSecondLayerEarly(_ batch: Batch<Scalar>) -> Bool {
    work(batch, fromLayer: 1) < WorkerPool.Access.dense.worthwhile
  }

  /// Calls `body` with the number of each block of the first layer, in threads where the batch is worth it.
  func performForBlocks(_ batch: Batch<Scalar>, _ body: @Sendable (Int) -> Void) {
    let layer = layers[0]
    pool.perform(
      layer.blocks.count, ifWorth: batch.work(inputs: layer.inputs) * layer.outputs, of: .sparse,
      body)
  }

  /// Computes the activations of all layers from some layer on; threads share the rows.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so.
  private func runByRows(
    _ batch: Batch<Scalar>, fromLayer first: Int = 0, isCancelled: () -> Bool
  ) -> Bool {
    precondition(batch.count <= capacity, "a batch fits the room made for it")
    // A pool of one thread does not need to know.
    let multiplyAdds = pool.threads > 1 ? work(batch, fromLayer: first) : 0
    return batch.forEachStretch(isCancelled: isCancelled) { rows in
      pool.performRanges(rows, ifWorth: multiplyAdds) { [self] rows in
        for index in first..<layers.count {
          for block in layers[index].blocks { run(block, of: index, batch, rows: rows) }
        }
      }
    }
  }

  /// The number of multiply-adds from a layer on.
  private func work(_ batch: Batch<Scalar>, fromLayer first: Int) -> Int {
    var work = first == 0 ? batch.work(inputs: layers[0].inputs) * layers[0].outputs : 0
    for layer in layers[max(1, first)...] { work += batch.count * layer.inputs * layer.outputs }
    return work
  }

  /// Computes the activations of a block's units for some rows of a batch.
  private func run(
    _ block: Layer<Scalar>.Block, of index: Int, _ batch: Batch<Scalar>, rows: Range<Int>
  ) {
    computeSums(block, of: index, batch, rows: rows)
    activate(block, of: index, rows: rows)
  }

  /// Turns the sums of a block's units into their activations.
  private func activate(_ block: Layer<Scalar>.Block, of index: Int, rows: Range<Int>) {
    layers[index].activation.apply(
      to: block.activations.start + rows.lowerBound * block.count, rows: rows.count,
      columns: block.count)
  }

  /// Computes the sums of a block's units, where its activations will be.
  private func computeSums(
    _ block: Layer<Scalar>.Block, of index: Int, _ batch: Batch<Scalar>, rows: Range<Int>
  ) {
    if index > 0 { return computeSums(block, from: layers[index - 1].blocks[...], rows: rows) }
    let kernels = Scalar.kernels
    let sums = block.activations.start + rows.lowerBound * block.count
    switch batch.inputs {
    case .dense(let inputs):
      let columns = layers[0].inputs
      kernels.product(
        rows: rows.count, inner: columns, columns: block.count,
        inputs + rows.lowerBound * columns, stride: columns, block.weights.start,
        onto: .row(block.biases.start), to: sums)
    case .sparse(let sparse, let selected):
      kernels.sparseProduct(
        count: rows.count, selected: selected + rows.lowerBound, starts: sparse.starts,
        indices: sparse.indices, values: sparse.elements, columns: block.count,
        block.weights.start, onto: block.biases.start, to: sums)
    }
  }

  /// Computes what blocks of the layer below contribute to the sums of a block's units: the first one goes onto the biases,
  /// others onto what is there.
  private func computeSums(
    _ block: Layer<Scalar>.Block, from parts: ArraySlice<Layer<Scalar>.Block>, rows: Range<Int>
  ) {
    for part in parts {
      Scalar.kernels.product(
        rows: rows.count, inner: part.count, columns: block.count,
        part.outputs.start + rows.lowerBound * part.count, stride: part.count,
        block.weights.start + part.first * block.count,
        onto: part.first == 0 ? .row(block.biases.start) : .current,
        to: block.activations.start + rows.lowerBound * block.count)
    }
  }

  /// Runs some rows of a sparse matrix through the network, chunk by chunk; `body` gets the place of the first one among
  /// them, and the batch.
  ///
  /// - Returns: false if `isCancelled`, asked before every chunk, says so; the rest is then left out.
  func forEachChunk(
    of rows: SparseRows<Scalar>, selected: UnsafePointer<Int>, count: Int,
    isCancelled: () -> Bool, _ body: (Int, Batch<Scalar>) -> Void
  ) -> Bool {
    for first in stride(from: 0, to: count, by: Self.chunk) {
      if isCancelled() { return false }
      let size = min(Self.chunk, count - first)
      let batch = Batch(inputs: .sparse(rows, selected: selected + first), count: size)
      if !runByRows(batch, isCancelled: isCancelled) { return false }
      body(first, batch)
    }
    return true
  }

  /// Runs all rows through the network, chunk by chunk; `body` gets the first row's number and the batch.
  ///
  /// - Returns: false if `isCancelled`, asked before every chunk, says so; the rest is then left out.
  func forEachChunk(
    of rows: FeatureRows<Scalar>, count: Int, isCancelled: () -> Bool,
    _ body: (Int, Batch<Scalar>) -> Void
  ) -> Bool {
    var first = 0
    while first < count {
      if isCancelled() { return false }
      let size = min(Self.chunk, count - first)
      let inputs: Batch<Scalar>.Inputs =
        switch rows {
        case .dense(let elements, let columns): .dense(elements + first * columns)
        case .sparse(let sparse): .sparse(sparse.dropping(first), selected: chunkRows.start)
        }
      let batch = Batch(inputs: inputs, count: size)
      if !runByRows(batch, isCancelled: isCancelled) { return false }
      body(first, batch)
      first += size
    }
    return true
  }

  /// The network with its parameters replaced by those of the pass.
  func updated(_ network: Network<Scalar>) -> Network<Scalar> {
    var updated = network
    for (index, layer) in layers.enumerated() {
      (updated.weights[index], updated.biases[index]) = layer.parameters
      if let normalizer = layer.normalizer {
        updated.normalizations[index] = normalizer.normalization
      }
    }
    return updated
  }
}
