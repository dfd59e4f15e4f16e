import Execution
import Learning
import Notebook

/// `train`: mini-batch gradient descent.
struct TrainBlock: Command {
  typealias Value = TrainingRun

  static let name = "train"
  static let summary = "Train a network with mini-batch gradient descent."
  static let values = [
    ValueDeclaration("epoch", "the epochs that were recorded, from 1"),
    ValueDeclaration("train_loss", "the loss on the training part"),
    ValueDeclaration("train_acc", "the share of right answers on the training part"),
    ValueDeclaration("val_loss", "the loss on the validation part, if there is one"),
    ValueDeclaration("val_acc", "the share of right answers on it"),
    ValueDeclaration("gradient_norm", "with track: gradient_norm, the norm before each update"),
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
  @Option("Record every n-th epoch, and the last.", in: .between(1, 10_000_000), unit: "epochs")
  var recordEvery = 1
  @Option("The loss to print and record, when it is not the one that training follows.")
  var reportLoss: Loss?
  @Option("What else to record.")
  var track: OneOrMany<TrackedQuantity>?

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> TrainingRun.Outline? {
    guard let examples = data.outline, let model = network.outline else { return nil }
    TrainingFit(
      network: model, networkRange: $network.range, data: examples, dataName: data.name,
      dataRange: $data.range
    ).check(&scope)
    if let outputs = model.outputs, reportLoss == .categoricalCrossEntropy, outputs == 1 {
      scope.error(
        .lossMismatch, "categorical_cross_entropy needs two or more outputs", at: $reportLoss.range)
    }
    return TrainingRun.Outline(
      reportedLoss: reportLoss ?? model.loss, parts: examples.parts,
      hasValidation: examples.parts.contains(.validation),
      tracksGradientNorm: tracks(.gradientNorm),
      records: recordCount(epochs: epochs, every: recordEvery),
      inputs: model.inputs ?? examples.columns.exact, takesText: examples.columns.exact == nil,
      classes: examples.classes)
  }

  func forecast() -> Forecast? {
    guard let model = network.outline, let examples = data.outline,
      let training = TrainingForecast(network: model, data: examples)
    else { return nil }
    var forecast = training.run(batchSize: batchSize, epochs: epochs, recordEvery: recordEvery)
    forecast.bytes += training.exampleBytes
    return forecast
  }

  func run(_ context: Context) throws -> CommandResult<TrainingRun> {
    let source = try context.value(data)
    let model = try context.value(network)
    try TrainingFit.check(model, for: source, named: data.name, at: $network.range)
    let trainer = Trainer(source: source)
    let settings = TrainingSettings(
      batchSize: batchSize, learningRate: learningRate, epochs: epochs, recordEvery: recordEvery,
      reportedLoss: reportLoss ?? model.architecture.loss,
      tracksGradientNorm: tracks(.gradientNorm))
    let prepared = try context.draw { stream throws(BlockFailure) in
      try trainer.prepare(model, settings: settings, drawing: &stream)
    }
    let trained = try trainer.train(
      prepared, pool: context.pool, onRecord: { context.log(logLine(for: $0)) },
      isCancelled: context.isCancelled)
    let run = trainer.result(trained, batchSize: batchSize, reporting: reportLoss)
    return CommandResult(run, outputs: notes(on: run, trainer: trainer))
  }

  func record(of run: TrainingRun) -> TrainedNetwork {
    TrainedNetwork(network: run.network, history: run.history)
  }

  func value(of trained: TrainedNetwork, in context: Context) throws -> TrainingRun {
    Trainer(source: try context.value(data))
      .result(trained, batchSize: batchSize, reporting: reportLoss)
  }

  private func tracks(_ quantity: TrackedQuantity) -> Bool {
    track?.values.contains(quantity) ?? false
  }

  private func notes(on run: TrainingRun, trainer: Trainer) -> [Output] {
    var notes = trainer.warnings
    if let divergence = run.history.divergence {
      notes.append(Note(.warning, divergence.sentence))
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
    var line =
      "Epoch \(record.epoch)/\(epochs) - loss: \(fixedDecimals(record.trainLoss, 4))"
      + " - acc: \(fixedDecimals(record.trainAccuracy, 4))"
    if let loss = record.validationLoss, let accuracy = record.validationAccuracy {
      line += " - val_loss: \(fixedDecimals(loss, 4)) - val_acc: \(fixedDecimals(accuracy, 4))"
    }
    return line
  }
}

/// How many epochs are recorded: 1, 1 + n, 1 + 2n, … and the last.
func recordCount(epochs: Int, every interval: Int) -> Int {
  let regular = (epochs - 1) / interval + 1
  return (epochs - 1) % interval == 0 ? regular : regular + 1
}
