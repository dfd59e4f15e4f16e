import Workers

/// The state of a run: everything that its batches and epochs work in is made once, at the start.
struct TrainingLoop<Scalar: Real> {
  let pass: ForwardPass<Scalar>
  private(set) var history = History()
  private(set) var wasCancelled = false

  private let settings: TrainingSettings
  private let loss: Loss
  private let outputActivation: Activation
  private let outputs: Int
  private let training: LoadedExamples<Scalar>
  private let validation: LoadedExamples<Scalar>?
  private let backpropagation: Backpropagation<Scalar>
  private let targets: Buffer<Scalar>
  /// A batch of dense rows, copied together.
  private let gathered: Buffer<Scalar>
  private let order: Buffer<Int>
  private var orders: EpochOrders
  private var updates = 0

  init(_ run: Training<Scalar>, rows: FeatureRows<Scalar>, validationRows: FeatureRows<Scalar>?) {
    let architecture = run.network.architecture
    settings = run.settings
    loss = architecture.loss
    outputActivation = architecture.output
    outputs = architecture.outputs
    training = LoadedExamples(rows: rows, truth: run.training.truth)
    validation = run.validation.flatMap { examples in
      validationRows.map { LoadedExamples(rows: $0, truth: examples.truth) }
    }
    let batchSize = min(run.settings.batchSize, run.training.count)
    let isSparse = if case .sparse = rows { true } else { false }
    // The gradient's norm is one sum over the whole first layer.
    pass = ForwardPass(
      run.network, batchSize: batchSize, pool: run.pool,
      splitsFirstLayer: isSparse && !run.settings.tracksGradientNorm)
    backpropagation = Backpropagation(
      pass, isSparse: isSparse, tracksNorm: run.settings.tracksGradientNorm)
    targets = Buffer(count: pass.capacity * architecture.outputs, repeating: 0)
    gathered = Buffer(count: isSparse ? 0 : batchSize * architecture.inputs, repeating: 0)
    order = Buffer(count: run.training.count, repeating: 0)
    orders = run.orders
    if run.settings.tracksGradientNorm { history.gradientNorm = [] }
  }

  /// Runs all epochs, or those before the run diverges or is cancelled.
  mutating func run(onRecord: (EpochRecord) -> Void, isCancelled: () -> Bool) {
    var epoch = 0
    while let permutation = orders.next() {
      epoch += 1
      order.fill(with: permutation)
      guard let trainLoss = train(epoch, isCancelled: isCancelled) else { return }
      if let (layer, quantity) = Divergence.inParameters(of: pass) {
        history.divergence = Divergence(
          update: updates, epoch: epoch, layer: layer, quantity: quantity)
        return
      }
      if settings.records(epoch: epoch) {
        let record = record(epoch, trainLoss: trainLoss)
        history.records.append(record)
        onRecord(record)
      }
    }
  }

  /// One epoch of updates; the mean loss over its examples, or nil if the run diverged or was cancelled.
  private mutating func train(_ epoch: Int, isCancelled: () -> Bool) -> Double? {
    var lossOfExamples = 0.0
    var first = 0
    while first < training.count {
      if isCancelled() {
        wasCancelled = true
        return nil
      }
      let batch = batch(from: first)
      guard let batchLoss = update(batch, first: first, epoch: epoch) else { return nil }
      lossOfExamples += batchLoss * Double(batch.count)
      first += batch.count
    }
    return lossOfExamples / Double(training.count)
  }

  /// The batch that begins at a place of the epoch's order: dense rows are copied, sparse ones read in place.
  private func batch(from first: Int) -> Batch<Scalar> {
    let selected = order.start + first
    let count = min(settings.batchSize, training.count - first)
    switch training.rows {
    case .sparse(let rows):
      return Batch(inputs: .sparse(rows, selected: selected), count: count)
    case .dense(let elements, let columns):
      for index in 0..<count {
        (gathered.start + index * columns).update(
          from: elements + selected[index] * columns, count: columns)
      }
      return Batch(inputs: .dense(gathered.start), count: count)
    }
  }

  /// One update; the batch's loss before it, or nil if the run diverged, and then nothing is updated.
  private mutating func update(
    _ batch: Batch<Scalar>, first: Int, epoch: Int
  ) -> Double? {
    updates += 1
    let count = batch.count * outputs
    if pass.splitsFirstLayer, first > 0 {
      // The update before has been through the first layer already.
      pass.runByRows(batch, fromLayer: 1)
    } else {
      pass.run(batch)
    }
    let selected = UnsafeBufferPointer(start: order.start + first, count: batch.count)
    training.truth.write(selected, outputs: outputs, to: targets.start)
    let sum = settings.reportedLoss.sum(
      outputs: pass.outputs, targets: targets.start, count: count)
    let delta = backpropagation.outputDelta
    OutputGradient.write(
      of: loss, through: outputActivation, outputs: pass.outputs, targets: targets.start,
      rows: batch.count, columns: outputs, to: delta)
    guard sum.isFinite, Scalar.kernels.allFinite(delta, count) else {
      history.divergence = .diagnose(pass, rows: batch.count, update: updates, epoch: epoch)
      return nil
    }
    let following = first + batch.count
    let next =
      pass.splitsFirstLayer && following < training.count ? self.batch(from: following) : nil
    if let norm = backpropagation.update(batch, rate: settings.learningRate, next: next) {
      history.gradientNorm?.append(norm)
    }
    return settings.reportedLoss.mean(ofSum: sum, rows: batch.count, outputs: outputs)
  }

  private func record(_ epoch: Int, trainLoss: Double) -> EpochRecord {
    // Predicted numbers are neither right nor wrong, and the training loss is known.
    let isClassifying = training.truth.labels != nil
    let onTraining =
      isClassifying ? Measurement(pass, on: training, loss: nil, targets: targets) : nil
    let onValidation = validation.map {
      ($0, Measurement(pass, on: $0, loss: settings.reportedLoss, targets: targets))
    }
    return EpochRecord(
      epoch: epoch, trainLoss: trainLoss,
      trainAccuracy: onTraining.map { Double($0.rightCount) / Double(training.count) },
      validationLoss: onValidation.map { examples, measured in
        settings.reportedLoss.mean(
          ofSum: measured.lossSum, rows: examples.count, outputs: outputs)
      },
      validationAccuracy: onValidation.flatMap { examples, measured in
        isClassifying ? Double(measured.rightCount) / Double(examples.count) : nil
      })
  }
}
