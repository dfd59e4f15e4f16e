import Execution
import Learning
import Notebook

/// `train`: mini-batch gradient descent.
struct TrainBlock: Command {
  typealias Value = TrainingRun

  static let name = "train"
  static let summary = "Train a network with mini-batch gradient descent."
  static let values =
    [
      ValueDeclaration("epoch", "the epochs that were recorded, from 1"),
      ValueDeclaration("train_loss", "the loss on the training part"),
      ValueDeclaration("train_acc", "of classes, the share of right answers on the training part"),
      ValueDeclaration("val_loss", "the loss on the validation part, if there is one"),
      ValueDeclaration("val_acc", "the share of right answers on it"),
      ValueDeclaration("learning_rate", "with a schedule, the rate of each epoch's last update"),
      ValueDeclaration("gradient_norm", "with track: gradient_norm, the norm before each update"),
    ] + TrainingRun.trackedValues + [
      ValueDeclaration("best_epoch", "with early stopping, the epoch with the lowest val_loss")
    ]

  @Option("The network to start from.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option("Examples per update.", in: .between(1, 1_000_000_000), unit: "examples")
  var batchSize = 32
  @Option("The factor of the gradient in each update.", in: .above(0))
  var learningRate = 0.01
  @Option("Passes over the training part.", in: .between(1, 10_000_000), unit: "epochs")
  var epochs = 10
  @Option(
    "The epochs after which the network is kept for figures of it, 0 for before the first.",
    in: .between(0, 10_000_000), unit: "epochs")
  var snapshots: OneOrMany<Placed<Int>>?
  @Option(
    "Seed of the order of the examples and of dropout, so that several runs see the same; without it, they come from the block's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  var options: TrainingOptions

  init() { options = TrainingOptions() }

  var drawsRandomNumbers: Bool { seed == nil }

  func check(_ scope: inout Scope) -> TrainingRun.Outline? {
    scope.part { checkSnapshots(&$0) }
    options.check(data: data.outline, &scope)
    guard let examples = data.outline, let model = network.outline else { return nil }
    let fit = TrainingFit(
      network: model, networkRange: $network.range, data: examples, dataName: data.name,
      dataRange: $data.range)
    scope.part { fit.check(&$0) }
    scope.part { fit.checkReportedLoss(options, &$0) }
    var outline = options.outline(
      network: model, data: examples,
      records: recordCount(epochs: epochs, every: options.recordEvery))
    outline.knownEpochs = snapshotEpochs
    if options.earlyStopping == nil, snapshotEpochs.last != epochs {
      outline.knownEpochs.append(epochs)
    }
    return outline
  }

  private func checkSnapshots(_ scope: inout Scope) {
    for snapshot in snapshots?.values ?? [] where snapshot.value > epochs {
      scope.error(
        .outOfRange, "the run has \(epochs) epochs, and none is epoch \(snapshot.value)",
        at: snapshot.range)
    }
  }

  /// The epochs to keep the network of, ascending.
  private var snapshotEpochs: [Int] { Set(snapshots?.values.map(\.value) ?? []).sorted() }

  func forecast() -> Forecast? {
    guard let model = network.outline, let examples = data.outline,
      let training = TrainingForecast(network: model, data: examples)
    else { return nil }
    var forecast = training.run(
      batchSize: batchSize, epochs: epochs, recordEvery: options.recordEvery,
      snapshots: snapshotEpochs.count)
    forecast.bytes += training.exampleBytes
    return forecast
  }

  func run(_ context: Context) throws -> CommandResult<TrainingRun> {
    let source = try context.value(data)
    let model = try context.value(network)
    try TrainingFit.check(model, for: source, named: data.name, at: $network.range)
    let trainer = Trainer(source: source)
    var settings = try options.settings(
      for: model, on: source, batchSize: batchSize, learningRate: learningRate, epochs: epochs)
    settings.snapshotEpochs = Set(snapshotEpochs)
    let prepared = try context.draw(seed: seed) { stream in
      try trainer.prepare(
        model, settings: settings, drawing: &stream,
        streamEnds: seed != nil || !context.sharesStream, isCancelled: context.isCancelled)
    }
    let trained = try trainer.train(
      prepared, pool: context.pool, onRecord: { context.log(logLine(for: $0)) },
      isCancelled: context.isCancelled)
    let run = trainer.result(trained, batchSize: batchSize, epochs: epochs, options: options)
    return CommandResult(run, outputs: notes(on: run, trainer: trainer))
  }

  func record(of run: TrainingRun) -> TrainedNetwork {
    TrainedNetwork(network: run.network, history: run.history)
  }

  func value(of trained: TrainedNetwork, in context: Context) throws -> TrainingRun {
    Trainer(source: try context.value(data))
      .result(trained, batchSize: batchSize, epochs: epochs, options: options)
  }

  private func notes(on run: TrainingRun, trainer: Trainer) -> [Output] {
    var notes = trainer.warnings
    if let divergence = run.history.divergence {
      notes.append(Note(.warning, divergence.sentence))
    }
    if let last = run.history.records.last, run.history.divergence == nil, last.epoch < epochs,
      let best = run.history.bestEpoch
    {
      let kept = options.earlyStopping?.rule.restoresBest == true
      notes.append(
        Note(
          .information,
          "Training stopped after epoch \(last.epoch) of \(epochs): the validation loss was lowest"
            + " after epoch \(best)\(kept ? ", whose network is kept" : "")."))
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

  /// "Epoch 1/50 - loss: 0.5815 - acc: 0.7101 - val_loss: 0.5329 - val_acc: 0.7101", as Keras prints it.
  private func logLine(for record: EpochRecord) -> String {
    "Epoch \(record.epoch)/\(epochs) - \(record.keras)"
  }
}

/// How many epochs are recorded: 1, 1 + n, 1 + 2n, … and the last.
func recordCount(epochs: Int, every interval: Int) -> Int {
  let regular = (epochs - 1) / interval + 1
  return (epochs - 1) % interval == 0 ? regular : regular + 1
}
