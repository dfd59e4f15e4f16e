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
  /// What makes an update of a gradient, unless it is a plain step.
  private let descent: Descent<Scalar>?
  private var schedules: [any Schedule]
  private var stopping: StoppingWatch<Scalar>?
  private var tracker: Tracker<Scalar>
  private let start: Network<Scalar>
  private let targets: Buffer<Scalar>
  /// A batch of dense rows, copied together.
  private let gathered: Buffer<Scalar>
  private let order: Buffer<Int>
  private var orders: EpochOrders
  private var updates = 0
  /// Whether the update before has been through the first layer of this batch already.
  private var isFirstLayerDone = false

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
    let isPlain = run.settings.isPlain && !architecture.trainsDifferently
    // The gradient's norm is one sum over the whole first layer.
    pass = ForwardPass(
      run.network, batchSize: batchSize, pool: run.pool,
      splitsFirstLayer: isSparse && isPlain && !run.settings.tracksGradientNorm,
      dropoutSeeds: run.dropoutSeeds)
    let keepsFirstWeights =
      !isSparse || !isPlain || run.settings.tracksGradientNorm || !run.settings.diagnostics.isEmpty
    backpropagation = Backpropagation(pass, keepsFirstWeights: keepsFirstWeights)
    descent =
      isPlain ? nil : Descent(pass, gradient: backpropagation.gradient, settings: run.settings)
    schedules = run.settings.schedules
    stopping = run.validation == nil ? nil : run.settings.earlyStopping.map(StoppingWatch.init)
    tracker = Tracker(run.settings.diagnostics, pass: pass)
    start = run.network
    targets = Buffer(count: pass.capacity * architecture.outputs, repeating: 0)
    gathered = Buffer(count: isSparse ? 0 : batchSize * architecture.inputs, repeating: 0)
    order = Buffer(count: run.training.count, repeating: 0)
    orders = run.orders
    if run.settings.tracksGradientNorm { history.gradientNorm = [] }
    if run.settings.tracksUpdateLoss { history.updateLosses = [] }
  }

  /// The network as it is now; at the end of a run that kept its best one, that.
  var network: Network<Scalar> { stopping?.bestNetwork ?? pass.updated(start) }

  /// Runs all epochs, or those before the run diverges, stops early or is cancelled.
  mutating func run(onRecord: (EpochRecord) -> Void, isCancelled: () -> Bool) {
    runEpochs(onRecord: onRecord, isCancelled: isCancelled)
    history.bestEpoch = stopping?.bestEpoch
    if !settings.diagnostics.isEmpty { history.tracked = tracker.record }
  }

  private mutating func runEpochs(onRecord: (EpochRecord) -> Void, isCancelled: () -> Bool) {
    var epoch = 0
    keepSnapshot(after: epoch)
    while let permutation = orders.next() {
      epoch += 1
      order.fill(with: permutation)
      guard let trainLoss = train(epoch, isCancelled: isCancelled) else { return }
      if let (layer, quantity) = Divergence.inParameters(of: pass) {
        history.divergence = Divergence(
          update: updates, epoch: epoch, layer: layer, quantity: quantity)
        return
      }
      keepSnapshot(after: epoch)
      let isWatched = stopping != nil || schedules.contains { type(of: $0).observesLoss }
      let isRecorded = settings.records(epoch: epoch)
      guard isRecorded || isWatched else { continue }
      let record = record(epoch, trainLoss: trainLoss)
      let isLast = isWatched && isOver(after: record)
      if isRecorded || isLast {
        history.records.append(record)
        onRecord(record)
      }
      if isLast { return }
    }
  }

  /// Keeps the network if the settings ask for it.
  private mutating func keepSnapshot(after epoch: Int) {
    guard settings.snapshotEpochs.contains(epoch) else { return }
    history.snapshots.append(
      NetworkSnapshot(epoch: epoch, network: pass.updated(start).converted(to: Double.self)))
  }

  /// Tells schedules and early stopping of an epoch, and says whether the run ends with it.
  private mutating func isOver(after record: EpochRecord) -> Bool {
    let loss = record.validationLoss ?? record.trainLoss
    for index in schedules.indices { schedules[index].observe(loss) }
    let (pass, start) = (pass, start)
    return stopping?.ends(after: record.epoch, loss: loss) { pass.updated(start) } ?? false
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
    if isFirstLayerDone {
      pass.runByRows(batch, fromLayer: 1)
    } else {
      pass.run(batch)
    }
    isFirstLayerDone = false
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
    if let weights = settings.classWeights, let labels = training.truth.labels {
      OutputGradient.weigh(
        delta, columns: outputs,
        by: selected.lazy.map { weights[labels[$0]] })
    }
    descend(batch, following: first + batch.count, rate: rate(inEpoch: epoch))
    let loss = settings.reportedLoss.mean(ofSum: sum, rows: batch.count, outputs: outputs)
    history.updateLosses?.append(loss)
    return loss
  }

  /// The learning rate of the update that is being made.
  private func rate(inEpoch epoch: Int) -> Double {
    if schedules.isEmpty { return settings.learningRate }
    let moment = TrainingMoment(epoch: epoch - 1, update: updates - 1, epochs: settings.epochs)
    return schedules.reduce(settings.learningRate) { $0 * $1.factor(at: moment) }
  }

  /// Changes the parameters, and measures what is asked for. The following batch begins at a place of the epoch's order.
  private mutating func descend(_ batch: Batch<Scalar>, following: Int, rate: Double) {
    let isTracked = settings.tracks(update: updates)
    guard descent != nil || isTracked || settings.tracksGradientNorm else {
      let next =
        pass.splitsFirstLayer && following < training.count ? self.batch(from: following) : nil
      backpropagation.update(batch, rate: rate, next: next)
      isFirstLayerDone = next != nil
      return
    }
    if isTracked { tracker.prepare(pass) }
    backpropagation.computeGradient(batch)
    let gradient = backpropagation.gradient
    if let descent {
      let norm = descent.update(rows: batch.count, rate: rate)
      history.gradientNorm?.append(norm)
    } else {
      history.gradientNorm?.append(gradient.norm / Double(batch.count))
      backpropagation.descend(batch, rate: rate)
    }
    if isTracked {
      tracker.measure(
        pass, gradient: gradient, dividedBy: descent == nil ? Double(batch.count) : 1,
        rows: batch.count, update: updates)
    }
  }

  private func record(_ epoch: Int, trainLoss: Double) -> EpochRecord {
    let pass = measuringPass
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
      }, learningRate: schedules.isEmpty ? nil : rate(inEpoch: epoch))
  }

  /// A pass that computes as the network will after training: the one that trains, unless that computes differently.
  private var measuringPass: ForwardPass<Scalar> {
    guard start.architecture.trainsDifferently else { return pass }
    return ForwardPass(pass.updated(start), pool: pass.pool)
  }
}
