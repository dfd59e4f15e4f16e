import Workers

/// How a run is.
enum TrainingProgress {
  case going
  /// There is nothing left to do.
  case over
  /// It stopped amid an epoch, and cannot go on.
  case cancelled
}

/// How the updates of an epoch ended.
private enum EpochEnd {
  /// All examples were seen; their mean loss.
  case complete(loss: Double)
  /// The run diverged, or had all the updates that it may have.
  case early
  case cancelled
}

/// The state of a run: everything that its batches and epochs work in is made once, at the start.
struct TrainingLoop<Scalar: Real>: Sendable {
  let pass: ForwardPass<Scalar>
  private(set) var history = History()
  private(set) var progress = TrainingProgress.going

  private let settings: TrainingSettings
  private let loss: Loss
  private let outputActivation: Activation
  private let outputs: Int
  private let backpropagation: Backpropagation<Scalar>
  /// What makes an update of a gradient, unless it is a plain step.
  private var descent: Descent<Scalar>?
  private var learningRate: LearningRate
  private var stopping: StoppingWatch<Scalar>?
  private var tracker: Tracker<Scalar>
  private let start: Network<Scalar>
  private let targets: Buffer<Scalar>
  private let batches: Batches<Scalar>
  private var orders: EpochOrders
  private var settledAnswers: SettledAnswers<Scalar>?
  private var epoch = 0
  private var updates = 0
  /// Whether the update before has been through the first layer of this batch already.
  private var isFirstLayerDone = false

  /// The start of a run; its examples are handed over anew whenever it goes on, since their memory is somebody else's.
  init(_ run: Training<Scalar>, _ examples: LoadedParts<Scalar>) {
    let architecture = run.network.architecture
    settings = run.settings
    loss = architecture.loss
    outputActivation = architecture.output
    outputs = architecture.outputs
    let batchSize = min(run.settings.batchSize, run.training.count)
    let isSparse = if case .sparse = examples.training.rows { true } else { false }
    let isPlain = run.settings.isPlain && !architecture.trainsDifferently
    // The gradient's norm is one sum over the whole first layer.
    pass = ForwardPass(
      run.network, batchSize: batchSize,
      rows: max(run.training.count, run.validation?.count ?? 0), pool: run.pool,
      splitsFirstLayer: isSparse && isPlain && !run.settings.tracksGradientNorm,
      dropoutSeeds: run.dropoutSeeds)
    let keepsFirstWeights =
      !isSparse || !isPlain || run.settings.tracksGradientNorm || !run.settings.diagnostics.isEmpty
    backpropagation = Backpropagation(pass, keepsFirstWeights: keepsFirstWeights)
    descent =
      isPlain ? nil : Descent(pass, gradient: backpropagation.gradient, settings: run.settings)
    learningRate = LearningRate(run.settings)
    stopping = run.validation == nil ? nil : run.settings.earlyStopping.map(StoppingWatch.init)
    tracker = Tracker(run.settings.diagnostics, pass: pass)
    start = run.network
    targets = Buffer(count: pass.capacity * architecture.outputs, repeating: 0)
    batches = Batches(of: examples.training, size: batchSize)
    orders = run.orders
    if !architecture.trainsDifferently {
      settledAnswers = SettledAnswers(
        run.network, pass, on: examples.training.rows, count: examples.training.count)
    }
    if run.settings.tracksGradientNorm { history.gradientNorm = [] }
    if run.settings.tracksUpdateLoss { history.updateLosses = [] }
    keepSnapshot()
  }

  /// The network as it is now; at the end of a run that kept its best one, that.
  var network: Network<Scalar> { stopping?.bestNetwork ?? pass.updated(start) }

  /// Goes on for some epochs, or as many as there are before the run ends, diverges or is cancelled.
  mutating func run(
    epochs count: Int, on examples: LoadedParts<Scalar>, onRecord: (EpochRecord) -> Void,
    isCancelled: () -> Bool
  ) {
    var left = count
    while left > 0, progress == .going {
      progress = runEpoch(on: examples, onRecord: onRecord, isCancelled: isCancelled)
      left -= 1
    }
    guard progress == .over else { return }
    history.bestEpoch = stopping?.bestEpoch
    if !settings.diagnostics.isEmpty { history.tracked = tracker.record }
  }

  /// Goes on for an epoch, and says how the run then is.
  private mutating func runEpoch(
    on examples: LoadedParts<Scalar>, onRecord: (EpochRecord) -> Void, isCancelled: () -> Bool
  ) -> TrainingProgress {
    guard let permutation = orders.next() else { preconditionFailure("the run is not over") }
    epoch += 1
    batches.beginEpoch(in: permutation)
    let end = train(examples.training, isCancelled: isCancelled)
    if case .cancelled = end { return .cancelled }
    if history.divergence == nil, let (layer, quantity) = Divergence.inParameters(of: pass) {
      history.divergence = Divergence(
        update: updates, epoch: epoch, layer: layer, quantity: quantity)
    }
    guard case .complete(let trainLoss) = end, history.divergence == nil else { return .over }
    keepSnapshot()
    let isWatched = stopping != nil || learningRate.observesLoss
    let isRecorded = settings.records(epoch: epoch)
    guard isRecorded || isWatched else { return .going }
    guard let record = record(examples, trainLoss: trainLoss, isCancelled: isCancelled) else {
      return .cancelled
    }
    let isOver = isWatched && endsRun(after: record) || orders.epochs == 0
    if isRecorded || isOver {
      history.records.append(record)
      onRecord(record)
    }
    return isOver ? .over : .going
  }

  /// Keeps the network if the settings ask for it.
  private mutating func keepSnapshot() {
    guard settings.snapshotEpochs.contains(epoch) else { return }
    history.snapshots.append(
      NetworkSnapshot(epoch: epoch, network: pass.updated(start).converted(to: Double.self)))
  }

  /// Tells the learning rate and early stopping of an epoch, and says whether the run ends with it.
  private mutating func endsRun(after record: EpochRecord) -> Bool {
    let loss = record.validationLoss ?? record.trainLoss
    learningRate.observe(loss)
    let (pass, start) = (pass, start)
    return stopping?.ends(after: record.epoch, loss: loss) { pass.updated(start) } ?? false
  }

  /// One epoch of updates.
  private mutating func train(
    _ examples: LoadedExamples<Scalar>, isCancelled: () -> Bool
  ) -> EpochEnd {
    var lossOfExamples = 0.0
    var first = 0
    while first < examples.count {
      if updates == settings.mostUpdates { return .early }
      if isCancelled() { return .cancelled }
      let batch = batches.batch(of: examples, from: first)
      let batchLoss = update(batch, of: examples, first: first, isCancelled: isCancelled)
      guard let batchLoss else { return history.divergence == nil ? .cancelled : .early }
      lossOfExamples += batchLoss * Double(batch.count)
      first += batch.count
    }
    return .complete(loss: lossOfExamples / Double(examples.count))
  }

  /// One update; the batch's loss before it, or nil if the run diverged, and then nothing is updated, or was cancelled.
  private mutating func update(
    _ batch: Batch<Scalar>, of examples: LoadedExamples<Scalar>, first: Int,
    isCancelled: () -> Bool
  ) -> Double? {
    updates += 1
    let count = batch.count * outputs
    let isForwardDone =
      isFirstLayerDone
      ? pass.runLaterLayers(batch, isCancelled: isCancelled)
      : pass.run(batch, isCancelled: isCancelled)
    guard isForwardDone else { return nil }
    isFirstLayerDone = false
    let selected = batches.rows(of: batch, from: first)
    examples.truth.write(selected, outputs: outputs, to: targets.start)
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
    if let weights = settings.classWeights, let labels = examples.truth.labels {
      OutputGradient.weigh(
        delta, columns: outputs,
        by: selected.lazy.map { weights[labels[$0]] })
    }
    let following = first + batch.count
    guard descend(batch, of: examples, following: following, isCancelled: isCancelled) else {
      return nil
    }
    let loss = settings.reportedLoss.mean(ofSum: sum, rows: batch.count, outputs: outputs)
    history.updateLosses?.append(loss)
    return loss
  }

  /// Changes the parameters, and measures what is asked for. The following batch begins at a place of the epoch's order.
  ///
  /// - Returns: false if `isCancelled`, asked within large batches, says so; some parameters may then have changed.
  private mutating func descend(
    _ batch: Batch<Scalar>, of examples: LoadedExamples<Scalar>, following: Int,
    isCancelled: () -> Bool
  ) -> Bool {
    let rate = learningRate.value(epoch: epoch, update: updates)
    let isTracked = settings.tracks(update: updates)
    guard descent != nil || isTracked || settings.tracksGradientNorm else {
      let next =
        backpropagation.goesStraightOn(after: batch) && following < examples.count
        ? batches.batch(of: examples, from: following) : nil
      isFirstLayerDone = next != nil
      return backpropagation.update(batch, rate: rate, next: next, isCancelled: isCancelled)
    }
    if isTracked { tracker.prepare(pass) }
    guard backpropagation.computeGradient(batch, isCancelled: isCancelled) else { return false }
    let gradient = backpropagation.gradient
    if let norm = descent?.update(rows: batch.count, rate: rate) {
      history.gradientNorm?.append(norm)
    } else {
      history.gradientNorm?.append(gradient.norm / Double(batch.count))
      guard backpropagation.descend(batch, rate: rate, isCancelled: isCancelled) else {
        return false
      }
    }
    if isTracked {
      tracker.measure(
        pass, gradient: gradient, dividedBy: descent == nil ? Double(batch.count) : 1,
        rows: batch.count, update: updates)
    }
    return true
  }

  /// What there is to say of an epoch, or nil if the run was cancelled.
  private mutating func record(
    _ examples: LoadedParts<Scalar>, trainLoss: Double, isCancelled: () -> Bool
  ) -> EpochRecord? {
    let pass = measuringPass
    // The training loss is known. Numbers are neither right nor wrong.
    var rightCount: Int?
    if let labels = examples.training.truth.labels {
      rightCount = self.rightCount(
        pass, on: examples.training, labels: labels, isCancelled: isCancelled)
      if rightCount == nil { return nil }
    }
    var onValidation: (LoadedExamples<Scalar>, Measurement<Scalar>)?
    if let validation = examples.validation {
      guard
        let measured = Measurement(
          pass, on: validation, loss: settings.reportedLoss, targets: targets,
          isCancelled: isCancelled)
      else { return nil }
      onValidation = (validation, measured)
    }
    return EpochRecord(
      epoch: epoch, trainLoss: trainLoss,
      trainAccuracy: rightCount.map { Double($0) / Double(examples.training.count) },
      validationLoss: onValidation.map { examples, measured in
        settings.reportedLoss.mean(
          ofSum: measured.lossSum, rows: examples.count, outputs: outputs)
      },
      validationAccuracy: onValidation.flatMap { examples, measured in
        rightCount == nil ? nil : Double(measured.rightCount) / Double(examples.count)
      },
      learningRate: learningRate.isConstant
        ? nil : learningRate.value(epoch: epoch, update: updates))
  }

  /// How many of the training examples are taken for what they are; nil if the run was cancelled.
  private mutating func rightCount(
    _ pass: ForwardPass<Scalar>, on examples: LoadedExamples<Scalar>, labels: [Int],
    isCancelled: () -> Bool
  ) -> Int? {
    if case .sparse(let rows) = examples.rows, settledAnswers != nil {
      return settledAnswers?.rightCount(pass, on: rows, labels: labels, isCancelled: isCancelled)
    }
    return Measurement(
      pass, on: examples, loss: nil, targets: targets, isCancelled: isCancelled)?.rightCount
  }

  /// A pass that computes as the network will after training: the one that trains, unless that computes differently.
  private var measuringPass: ForwardPass<Scalar> {
    guard start.architecture.trainsDifferently else { return pass }
    return ForwardPass(pass.updated(start), rows: pass.capacity, pool: pass.pool)
  }
}
