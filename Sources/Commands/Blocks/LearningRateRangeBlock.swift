import Execution
import Learning
import Notebook

/// `learning_rate_range`: one run at rates from very small to very large, which tells what rates to try.
struct LearningRateRangeBlock: Command {
  typealias Value = LearningRateRange

  static let name = "learning_rate_range"
  static let drawsFigures = true
  static let summary =
    "Train once while the learning rate grows, update by update, to see which rates are worth trying."

  @Option("The network to start from.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option(.batchSize)
  var batchSize = 32
  @Option("The first rate.", in: .above(0))
  var from = 1e-5
  @Option("The last rate.", in: .above(0))
  var to = 10.0
  @Option("How many updates there are.", in: .between(10, 100_000), unit: "updates")
  var updates = 200
  @Option("What makes an update of a gradient.")
  var optimizer = RuleChoice<Optimizers>()

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> LearningRateRange.Outline? {
    scope.part { checkRates(&$0) }
    guard let fit = NetworkOnData(network: network, data: data).fit else { return nil }
    scope.part { fit.check(&$0) }
    let knownBatchSize = scope.certain { batchSize }
    scope.part { fit.checkRemainder(ofBatches: knownBatchSize, at: $batchSize.range, &$0) }
    return LearningRateRange.Outline()
  }

  private func checkRates(_ scope: inout Scope) {
    if from >= to {
      scope.error(
        .outOfRange, "'to' is above 'from', which is \(formattedSetting(from))",
        at: $to.range ?? $from.range)
    } else if !(to / from).isFinite {
      scope.error(
        .outOfRange, "'to' is at most 1e308 times 'from', which is \(formattedSetting(from))",
        at: $to.range ?? $from.range)
    }
  }

  func forecast() -> Forecast? {
    NetworkOnData(network: network, data: data).forecast?
      .updates(updates, batchSize: batchSize, optimizer: optimizer.rule)
  }

  func run(_ context: Context) throws -> CommandResult<LearningRateRange> {
    let (model, source) = try NetworkOnData(network: network, data: data).model(in: context)
    let trainer = try Trainer(source: source, isCancelled: context.isCancelled)
    guard let perEpoch = trainer.updatesPerEpoch(batchSize: batchSize) else {
      throw BlockFailure("there are no examples to train on")
    }
    var settings = TrainingSettings(
      batchSize: batchSize, learningRate: from, epochs: (updates - 1) / perEpoch + 1,
      recordEvery: .max, reportedLoss: model.architecture.loss)
    settings.optimizer = optimizer.rule
    let schedule = RangeSchedule(from: from, to: to, updates: updates)
    settings.schedules = [schedule]
    settings.mostUpdates = updates
    settings.tracksUpdateLoss = true
    let prepared = try context.draw { stream in
      try trainer.prepare(
        model, settings: settings, drawing: &stream, streamEnds: !context.sharesStream,
        isCancelled: context.isCancelled)
    }
    let trained = try trainer.train(
      prepared, pool: context.pool, isCancelled: context.isCancelled)
    let range = LearningRateRange(
      schedule, from: from, losses: trained.history.updateLosses ?? [])
    return CommandResult(range, outputs: range.display(rows: .max))
  }
}
