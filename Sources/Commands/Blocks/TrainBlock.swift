import Execution
import Learning
import Notebook

/// `train`: mini-batch gradient descent.
struct TrainBlock: Command {
  typealias Value = TrainingRun

  static let name = "train"
  static let summary = "Train a network with mini-batch gradient descent."

  @Option("The network to start from.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option(.batchSize) var batchSize = 32
  @Option(.learningRate) var learningRate = 0.01
  @Option(.epochs) var epochs = 10
  @Option(.optimizer) var optimizer = RuleChoice<Optimizers>()
  @Option(.l1) var l1 = 0.0
  @Option(.l2) var l2 = 0.0
  @Option(.clipNorm) var clipNorm: Double?
  @Option(.clipValue) var clipValue: Double?
  @Option(
    "Seed of the order of the examples and of dropout, so that several runs see the same; without it, they come from the block's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  var options: TrainingOptions

  init() { options = TrainingOptions() }

  var drawsRandomNumbers: Bool { seed == nil }

  func check(_ scope: inout Scope) -> TrainingRun.Outline? {
    scope.part { options.checkSnapshots(of: "the run", epochs: epochs, &$0) }
    options.check(data: data.outline, &scope)
    guard let fit = NetworkOnData(network: network, data: data).fit else { return nil }
    scope.part { fit.check(&$0) }
    let knownBatchSize = scope.certain { batchSize }
    scope.part { fit.checkRemainder(ofBatches: knownBatchSize, at: $batchSize.range, &$0) }
    scope.part { fit.checkReportedLoss(options, &$0) }
    return options.outline(
      network: fit.network, data: fit.data, epochs: epochs, batchSize: knownBatchSize)
  }

  func forecast() -> Forecast? {
    guard let training = NetworkOnData(network: network, data: data).forecast else { return nil }
    var forecast = training.run(
      batchSize: batchSize, epochs: epochs, recordEvery: options.recordEvery,
      optimizer: optimizer.rule, snapshots: options.snapshotEpochs(within: epochs).count)
    forecast.bytes += training.exampleBytes
    return forecast
  }

  func run(_ context: Context) throws -> CommandResult<TrainingRun> {
    let (model, source) = try NetworkOnData(network: network, data: data).model(in: context)
    let trainer = try Trainer(source: source, isCancelled: context.isCancelled)
    let settings = try options.settings(for: model, on: source, ownSettings)
    let prepared = try context.draw(seed: seed) { stream in
      try trainer.prepare(
        model, settings: settings, drawing: &stream,
        streamEnds: seed != nil || !context.sharesStream, isCancelled: context.isCancelled)
    }
    let trained = try trainer.train(
      prepared, pool: context.pool, onRecord: { report($0, context) },
      isCancelled: context.isCancelled)
    let run = trainer.result(trained, batchSize: batchSize, epochs: epochs, options: options)
    return CommandResult(run, outputs: notes(on: run, trainer: trainer))
  }

  private var ownSettings: RunSettings {
    RunSettings(
      batchSize: batchSize, learningRate: learningRate, epochs: epochs, optimizer: optimizer,
      l1: l1, l2: l2, clipNorm: clipNorm, clipValue: clipValue, seed: seed)
  }

  func record(of run: TrainingRun) -> TrainedNetwork {
    TrainedNetwork(network: run.network, history: run.history)
  }

  func value(of trained: TrainedNetwork, in context: Context) throws -> TrainingRun {
    try Trainer(source: context.value(data), isCancelled: context.isCancelled)
      .result(trained, batchSize: batchSize, epochs: epochs, options: options)
  }

  private func notes(on run: TrainingRun, trainer: Trainer) -> [Output] {
    var notes = trainer.warnings
    if let divergence = run.history.divergence {
      notes.append(Note(.warning, divergence.sentence))
    }
    if let last = run.history.records.last, run.history.divergence == nil, last.epoch < epochs,
      let rule = options.earlyStopping?.rule
    {
      let reason = rule.reason(best: run.history.bestEpoch)
      notes.append(
        Note(
          .information, "Training stopped after epoch \(last.epoch) of \(epochs): \(reason)."))
    }
    if run.reportedLoss != run.network.architecture.loss {
      notes.append(
        Note(
          .information,
          "Training follows \(run.network.architecture.loss.rawValue); the losses shown are"
            + " \(run.reportedLoss.rawValue), as the lesson asks."))
    }
    return notes.map(Output.note)
  }

  /// How far training is, and then the line about it.
  private func report(_ record: EpochRecord, _ context: Context) {
    context.tell(BlockProgress(epoch: record.epoch, of: epochs, loss: record.trainLoss))
    context.log(logLine(for: record))
  }

  /// "Epoch 1/50 - loss: 0.5815 - acc: 0.7101 - val_loss: 0.5329 - val_acc: 0.7101", as Keras prints it.
  private func logLine(for record: EpochRecord) -> String {
    "Epoch \(record.epoch)/\(epochs) - \(record.keras)"
  }
}

extension EarlyStopping {
  /// Why a run ended, as the rest of a sentence.
  fileprivate func reason(best epoch: Int?) -> String {
    guard let epoch else { return "no validation loss was finite" }
    let kept = restoresBest ? ", whose network is kept" : ""
    guard minimumDelta > 0 else {
      return "the validation loss was lowest after epoch \(epoch)\(kept)"
    }
    return "no validation loss was lower by more than \(formattedSetting(minimumDelta)) than that"
      + " after epoch \(epoch)\(kept)"
  }
}
