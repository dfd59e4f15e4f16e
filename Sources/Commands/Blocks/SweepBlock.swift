import Execution
import Learning
import Notebook
import Randomness

/// `sweep`: trains a fresh network for every combination of some settings.
struct SweepBlock: Command {
  typealias Value = SweepResult

  static let name = "sweep"
  static let drawsFigures = true
  static let showsTables = true
  static let summary =
    "Train a fresh network for every combination of some settings, each of which has a list."
  static let values = TrainBlock.values + SweepResult.Outline.values.declarations()

  @Option(
    "The network of each run, with the options of 'network'; hidden layers may have lists of sizes ('units'), activations ('activation') and shares of dropout, and 'init' and 'batch_normalization' may be lists."
  )
  var network: Inline<NetworkBlock>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option(.batchSize) var batchSize = OneOrMany(32)
  @Option(.learningRate) var learningRate = OneOrMany(0.01)
  @Option(.epochs) var epochs = OneOrMany(10)
  @Option(.optimizer) var optimizer = OneOrMany(RuleChoice<Optimizers>())
  @Option(.l1) var l1 = OneOrMany(0.0)
  @Option(.l2) var l2 = OneOrMany(0.0)
  @Option(.clipNorm) var clipNorm: OneOrMany<Double>?
  @Option(.clipValue) var clipValue: OneOrMany<Double>?
  @Option(
    "Seed of the order of the examples and of dropout, the same for all runs; without it, they come from the runs' streams. A list makes a run of each seed, whose weights are others, too, unless the network has a seed.",
    in: .between(0, 4_294_967_295))
  var seed: OneOrMany<Int>?
  var options: TrainingOptions

  init() { options = TrainingOptions() }

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> SweepResult.Outline? {
    scope.part {
      options.checkSnapshots(of: "the longest run", epochs: epochs.values.max() ?? 0, &$0)
    }
    options.check(data: data.outline, &scope)
    let areFit = checkRuns(&scope)
    let isSwept = scope.part { checkAxes(&$0) }
    guard areFit, isSwept, let examples = data.outline else { return nil }
    let plan = plan
    let runs = plan.runs.map { run in
      options.outline(
        network: run.network.outline(data: run.network.source(sweptOver: data)), data: examples,
        epochs: run.settings.epochs, batchSize: run.settings.batchSize)
    }
    return SweepResult.Outline(axes: plan.axes, runs: runs)
  }

  /// Whether there is something to sweep, each value once, and not too much; if not, that is reported.
  private func checkAxes(_ scope: inout Scope) -> Bool {
    network.command.checkLists(inSweep: true, &scope)
    let hasFitLists = network.command.hasFitLists(inSweep: true)
    let plan = plan
    if plan.swept.isEmpty, hasFitLists {
      scope.error(
        .nothingToSweep,
        "a sweep needs a list of values for some option, such as 'learning_rate: [0.01, 0.1]'",
        notes: adviceOnLists)
      return false
    }
    let repeating = plan.swept.filter { !$0.repetitions.isEmpty }
    for option in repeating {
      for place in option.repetitions {
        scope.error(.duplicateValue, "'\(option.name)' lists a value twice", at: place)
      }
    }
    if plan.count == nil {
      scope.error(
        .tooMuch, "this sweep has more than \(plan.greatestCount) runs",
        at: plan.swept[0].range)
    }
    return !plan.swept.isEmpty && hasFitLists && repeating.isEmpty && plan.count != nil
  }

  /// What there is to say about lists that are of every run, and vary nothing.
  private var adviceOnLists: [String] {
    let schedules = options.schedule?.values.count ?? 0
    return [
      network.command.adviceOnShares,
      schedules > 1 ? "each run follows all rules in 'schedule'; these are not varied" : nil,
    ].compactMap(\.self)
  }

  /// Whether nothing is wrong with the network of any run. What is wrong with several networks is told of the first.
  private func checkRuns(_ scope: inout Scope) -> Bool {
    guard network.command.hasFitLists(inSweep: true),
      networks.runs.allSatisfy({ $0.checkLayers(sweptOver: data, &scope) != nil })
    else { return false }
    networks.runs.first(where: \.hasUnrestrainedOutputs)?.warnOfUnrestrainedOutputs(&scope)
    guard let examples = data.outline else { return true }
    scope.part { fit(to: examples).check(&$0) }
    scope.part { fit(to: examples).checkReportedLoss(options, &$0) }
    scope.part { scope in
      for size in batchSize.values {
        fit(to: examples).checkRemainder(ofBatches: size, at: $batchSize.range, &scope)
      }
    }
    return true
  }

  /// The networks that differ.
  private var networks: SweepPlan<NetworkBlock> {
    SweepPlan(network.command.sweptOptions, common: network.command)
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

  /// How many runs are begun and not over at a time, with two threads.
  private static let runsAtOnce = 4

  /// All runs' weights are drawn before the first run starts, and all networks are kept; what else a run takes is another
  /// one's when it is over.
  func forecast() -> Forecast? {
    guard let examples = data.outline else { return nil }
    var total = Forecast(multiplyAdds: 0, bytes: 0)
    var working: [Double] = []
    var examplesInUse = 0.0
    for run in plan.runs {
      let network = run.network.outline(data: run.network.source(sweptOver: data))
      guard let training = TrainingForecast(network: network, data: examples) else { return nil }
      let snapshots = options.snapshotEpochs(within: run.settings.epochs).count
      let work = training.run(
        batchSize: run.settings.batchSize, epochs: run.settings.epochs,
        recordEvery: options.recordEvery, optimizer: run.settings.optimizer.rule,
        snapshots: snapshots)
      total.multiplyAdds += work.multiplyAdds
      total.bytes += training.keptBytes(snapshots: snapshots)
      working.append(work.bytes - training.keptBytes(snapshots: snapshots))
      examplesInUse = training.exampleBytes
    }
    total.bytes += working.sorted(by: >).prefix(Self.runsAtOnce).reduce(examplesInUse, +)
    return total
  }

  func run(_ context: Context) throws -> CommandResult<SweepResult> {
    let source = try context.value(data)
    let networkSource = try network.command.data.map { try context.value($0) } ?? source
    let trainer = try Trainer(source: source, isCancelled: context.isCancelled)
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
      prepared, names: names(ofRunsOf: plan, in: context),
      optionsInNames: Set(sweptInTraining.map(\.name)).union(["network"]), trainer: trainer,
      context: context
    ).train()
    let result = try result(trained, of: plan, trainer, context)
    var notes = trainer.warnings
    let grid = plan.grid
    for (index, run) in result.runs.enumerated() {
      let label = grid.label(ofCell: index)
      context.log(logLine(for: run, label: label))
      if let divergence = run.history.divergence {
        notes.append(Note(.warning, "\(label): \(divergence.sentence)"))
      }
    }
    return CommandResult(
      result, outputs: notes.map(Output.note) + SweepFigures(result).outputs)
  }

  func record(of sweep: SweepResult) -> [TrainedNetwork] {
    sweep.runs.map { TrainedNetwork(network: $0.network, history: $0.history) }
  }

  func value(of runs: [TrainedNetwork], in context: Context) throws -> SweepResult {
    let trainer = try Trainer(source: context.value(data), isCancelled: context.isCancelled)
    return try result(runs, of: plan, trainer, context)
  }

  private func result(
    _ trained: [TrainedNetwork], of plan: SweepPlan<SweptRun>, _ trainer: Trainer,
    _ context: Context
  ) throws -> SweepResult {
    let runs = zip(plan.runs, trained).map { run, trained in
      trainer.result(
        trained, batchSize: run.settings.batchSize, epochs: run.settings.epochs, options: options)
    }
    return SweepResult(
      axes: plan.axes, runs: runs, finalLosses: try runs.map { try $0.finalLoss(in: context) })
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
      SweptOption(SweepResult.seed, seed, at: $seed.range) { $0.seed = $1 },
    ].map { $0.of(\.settings) }
  }

  /// The options of all runs, with the first value of each list.
  private var commonRun: SweptRun {
    let settings = RunSettings(
      batchSize: batchSize.values[0], learningRate: learningRate.values[0],
      epochs: epochs.values[0], optimizer: optimizer.values[0], l1: l1.values[0], l2: l2.values[0],
      clipNorm: clipNorm?.values[0], clipValue: clipValue?.values[0], seed: seed?.values[0])
    return SweptRun(network: network.command, settings: settings)
  }

  /// What each run depends on beside the options of all: another sweep may have the same run.
  private func names(ofRunsOf plan: SweepPlan<SweptRun>, in context: Context) -> [String] {
    let networks = networks
    let words = networks.runs.map { context.words(for: $0) }
    return plan.runs.enumerated().map { index, run in
      let settings = zip(plan.axes.map(\.name), plan.grid.settings(ofCell: index))
      let network = networks.grid.indices(where: Dictionary(settings) { first, _ in first })[0]
      return "\(plan.streamName(ofRun: index)) \(run.settings.written) \(words[network])"
    }
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
    return try stream.draw(seed: run.settings.seed) { stream in
      try trainer.prepare(
        model, settings: settings, drawing: &stream,
        streamEnds: streamEnds || run.settings.seed != nil,
        isCancelled: isCancelled)
    }
  }

  private func logLine(for run: TrainingRun, label: String) -> String {
    guard let last = run.history.records.last else { return "\(label) - no epoch was completed" }
    return "\(label) - \(last.keras)"
  }
}
