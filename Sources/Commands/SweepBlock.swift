import Execution
import Learning
import Notebook
import Randomness

/// `sweep`: trains a fresh network for every combination of some settings.
struct SweepBlock: Command {
  typealias Value = SweepResult

  static let name = "sweep"
  static let drawsFigures = true
  static let summary =
    "Train a fresh network for every combination of some settings, each of which has a list."
  static let values =
    TrainingRun.values + [ValueDeclaration("runs", "all runs with their settings")]

  @Option(
    "The network of each run, with the options of 'network'; hidden layers may have lists of sizes ('units') and of activations ('activation'), and 'init' may be a list."
  )
  var network: Inline<NetworkBlock>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option("Examples per update.", in: .between(1, 1_000_000_000), unit: "examples")
  var batchSize = OneOrMany(32)
  @Option("The factor of the gradient in each update.", in: .above(0))
  var learningRate = OneOrMany(0.01)
  @Option("Passes over the training part.", in: .between(1, 10_000_000), unit: "epochs")
  var epochs = OneOrMany(10)
  @Option("What makes an update of a gradient.")
  var optimizer = OneOrMany(RuleChoice<Optimizers>(GradientDescent()))
  @Option("The price of a weight's size, l1 |w|.", in: .atLeast(0))
  var l1 = OneOrMany(0.0)
  @Option("The price of a weight's square, l2 / 2 w².", in: .atLeast(0))
  var l2 = OneOrMany(0.0)
  @Option("The greatest norm of a gradient; longer ones are shortened to it.", in: .above(0))
  var clipNorm: OneOrMany<Double>?
  @Option("The greatest size of each element of a gradient.", in: .above(0))
  var clipValue: OneOrMany<Double>?
  @Option(
    "Seed of the order of the examples and of dropout, the same for all runs; without it, they come from the runs' streams.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  var options: TrainingOptions

  init() { options = TrainingOptions() }

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> SweepResult.Outline? {
    options.check(data: data.outline, &scope)
    let model = checkRuns(&scope)
    let isSwept = scope.part { checkAxes(&$0) }
    guard let model, let examples = data.outline, isSwept else { return nil }
    let run = options.outline(
      network: model, data: examples, epochs: epochs.only, batchSize: batchSize.only)
    return SweepResult.Outline(axes: plan.axes, run: run, records: recordCounts)
  }

  /// Whether there is something to sweep, each value once, and not too much; if not, that is reported.
  private func checkAxes(_ scope: inout Scope) -> Bool {
    network.command.checkLists(inSweep: true, &scope)
    let hasFitLists = network.command.hasFitLists(inSweep: true)
    let plan = plan
    if plan.swept.isEmpty, hasFitLists {
      scope.error(
        .nothingToSweep,
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'")
      return false
    }
    let repeating = plan.swept.filter { Set($0.settings).count != $0.settings.count }
    for option in repeating {
      scope.error(.duplicateValue, "'\(option.name)' lists a value twice", at: option.range)
    }
    if plan.count == nil {
      scope.error(
        .tooMuch, "this sweep has more than \(plan.greatestCount) runs",
        at: plan.swept[0].range)
    }
    return !plan.swept.isEmpty && hasFitLists && repeating.isEmpty && plan.count != nil
  }

  /// Finds what is wrong with each run, whatever its settings, and returns what is known of the network of all. What is
  /// wrong with several networks is told of the first.
  private func checkRuns(_ scope: inout Scope) -> NetworkModel.Outline? {
    guard network.command.hasFitLists(inSweep: true) else { return nil }
    var models: [NetworkModel.Outline] = []
    for network in networks {
      guard let model = network.checkLayers(sweptOver: data, &scope) else { return nil }
      models.append(model)
    }
    guard let examples = data.outline else { return nil }
    scope.part { fit(to: examples).check(&$0) }
    scope.part { fit(to: examples).checkReportedLoss(options, &$0) }
    scope.part { scope in
      for size in batchSize.values {
        fit(to: examples).checkRemainder(ofBatches: size, at: $batchSize.range, &scope)
      }
    }
    return models.first
  }

  /// The networks that differ.
  private var networks: [NetworkBlock] {
    SweepPlan(network.command.sweptOptions, common: network.command).runs
  }

  /// The networks differ in their hidden layers only, so that all fit or none. Each part of the check makes it anew,
  /// and so looks for itself at the options of the network.
  private func fit(to examples: ExamplesOutline) -> TrainingFit {
    let command = network.command
    return TrainingFit(
      network: command.outline(data: command.source(sweptOver: data)),
      networkRange: command.$layers.range, data: examples, dataName: data.name,
      dataRange: $data.range)
  }

  /// All runs' weights are drawn before the first run starts, so the runs' memory adds up like their work.
  func forecast() -> Forecast? {
    guard let examples = data.outline else { return nil }
    var total = Forecast(multiplyAdds: 0, bytes: 0)
    for (index, run) in plan.runs.enumerated() {
      let network = run.network.outline(data: run.network.source(sweptOver: data))
      guard let training = TrainingForecast(network: network, data: examples) else { return nil }
      let work = training.run(
        batchSize: run.settings.batchSize, epochs: run.settings.epochs,
        recordEvery: options.recordEvery)
      total.multiplyAdds += work.multiplyAdds
      total.bytes += work.bytes + (index == 0 ? training.exampleBytes : 0)
    }
    return total
  }

  func run(_ context: Context) throws -> CommandResult<SweepResult> {
    let source = try context.value(data)
    let networkSource = try network.command.data.map { try context.value($0) } ?? source
    let trainer = Trainer(source: source)
    // The runs' draws from a shared stream come first, in the order of the runs; then the runs can go in any order.
    let plan = plan
    let runs = plan.runs
    let streamNames = runs.indices.map { plan.streamName(ofRun: $0) }
    let prepared = try context.draw { stream in
      try zip(runs, streamNames).map {
        try prepare($0, streamName: $1, trainer, networkSource, context, drawing: &stream)
      }
    }
    let trained = try SweepRuns(
      prepared, names: zip(runs, streamNames).map { "\($1) \($0.settings.written)" },
      sweptOptions: Set(sweptInTraining.map(\.name)), trainer: trainer, context: context
    ).train()
    let result = result(trained, of: plan, trainer)
    var notes = trainer.warnings
    let grid = plan.grid
    for (index, run) in result.runs.enumerated() {
      let label = grid.label(ofCell: index)
      context.log(logLine(for: run, label: label))
      if let divergence = run.history.divergence {
        notes.append(Note(.warning, "\(label): \(divergence.sentence)"))
      }
    }
    let figures = SweepFigures(
      result, finalLosses: try result.runs.map { try $0.finalLoss(in: context) })
    return CommandResult(result, outputs: notes.map(Output.note) + figures.outputs)
  }

  func record(of sweep: SweepResult) -> [TrainedNetwork] {
    sweep.runs.map { TrainedNetwork(network: $0.network, history: $0.history) }
  }

  func value(of runs: [TrainedNetwork], in context: Context) throws -> SweepResult {
    result(runs, of: plan, Trainer(source: try context.value(data)))
  }

  private func result(
    _ trained: [TrainedNetwork], of plan: SweepPlan<SweptRun>, _ trainer: Trainer
  ) -> SweepResult {
    SweepResult(
      axes: plan.axes,
      runs: zip(plan.runs, trained).map { run, trained in
        trainer.result(
          trained, batchSize: run.settings.batchSize, epochs: run.settings.epochs, options: options)
      })
  }
}

// MARK: - Runs

extension SweepBlock {
  /// All runs with what varies.
  private var plan: SweepPlan<SweptRun> {
    SweepPlan(sweptInNetwork + sweptInTraining, common: commonRun)
  }

  private var sweptInNetwork: [SweptOption<SweptRun>] {
    network.command.sweptOptions.map { $0.of(\.network) }
  }

  private var sweptInTraining: [SweptOption<SweptRun>] {
    [
      SweptOption("batch_size", batchSize, at: $batchSize.range) { $0.batchSize = $1 },
      SweptOption("learning_rate", learningRate, at: $learningRate.range) { $0.learningRate = $1 },
      SweptOption("epochs", epochs, at: $epochs.range) { $0.epochs = $1 },
      SweptOption("optimizer", optimizer, at: $optimizer.range) { $0.optimizer = $1 },
      SweptOption("l1", l1, at: $l1.range) { $0.l1 = $1 },
      SweptOption("l2", l2, at: $l2.range) { $0.l2 = $1 },
      SweptOption("clip_norm", clipNorm, at: $clipNorm.range) { $0.clipNorm = $1 },
      SweptOption("clip_value", clipValue, at: $clipValue.range) { $0.clipValue = $1 },
    ].map { $0.of(\.settings) }
  }

  /// The options of all runs, with the first value of each list.
  private var commonRun: SweptRun {
    let settings = RunSettings(
      batchSize: batchSize.values[0], learningRate: learningRate.values[0],
      epochs: epochs.values[0], optimizer: optimizer.values[0], l1: l1.values[0], l2: l2.values[0],
      clipNorm: clipNorm?.values[0], clipValue: clipValue?.values[0])
    return SweptRun(network: network.command, settings: settings)
  }

  /// How many records runs have, by their numbers of epochs.
  private var recordCounts: [Grid.Setting: Int] {
    let counts = epochs.values.map {
      ($0.setting, TrainingSettings.recordCount(epochs: $0, every: options.recordEvery))
    }
    return Dictionary(counts) { first, _ in first }
  }

  /// Draws from the run's own stream, if each block has one, else from the lesson's.
  private func prepare(
    _ run: SweptRun, streamName: String, _ trainer: Trainer, _ networkSource: ExampleSource,
    _ context: Context, drawing stream: inout RandomState
  ) throws -> PreparedRun {
    try context.checkCancellation()
    guard var own = context.stream(ofRun: streamName) else {
      return try prepare(
        run, trainer, networkSource, drawing: &stream, streamEnds: false,
        isCancelled: context.isCancelled)
    }
    return try prepare(
      run, trainer, networkSource, drawing: &own, streamEnds: true,
      isCancelled: context.isCancelled)
  }

  /// Draws the run's weights, then its permutations, each from a seed of their own if there is one.
  private func prepare(
    _ run: SweptRun, _ trainer: Trainer, _ networkSource: ExampleSource,
    drawing stream: inout RandomState, streamEnds: Bool, isCancelled: () -> Bool
  ) throws -> PreparedRun {
    let model = try stream.draw(seed: run.network.seed) { stream in
      try run.network.model(for: networkSource, drawing: &stream, isCancelled: isCancelled)
    }
    try TrainingFit.check(
      model, for: trainer.source, named: data.name, at: network.command.$layers.range)
    let settings = try options.settings(for: model, on: trainer.source, run.settings)
    return try stream.draw(seed: seed) { stream in
      try trainer.prepare(
        model, settings: settings, drawing: &stream, streamEnds: streamEnds || seed != nil,
        isCancelled: isCancelled)
    }
  }

  private func logLine(for run: TrainingRun, label: String) -> String {
    guard let last = run.history.records.last else { return "\(label) - no epoch was completed" }
    return "\(label) - \(last.keras)"
  }
}

extension OneOrMany {
  /// The value that all runs have; nil if they differ.
  fileprivate var only: Element? { values.count == 1 ? values[0] : nil }
}
