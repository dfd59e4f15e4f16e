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
    "Train a fresh network for every combination of batch sizes, learning rates and epochs."
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
      ValueDeclaration("best_epoch", "with early stopping, the epoch with the lowest val_loss"),
      ValueDeclaration("runs", "all runs with their settings"),
    ]

  @Option("The network of each run, with the options of 'network'.")
  var network: Inline<NetworkBlock>
  @Option("The examples: a data set, a split or features; without a split, all rows train.")
  var data: Reference<ExampleSource>
  @Option("Examples per update.", in: .between(1, 1_000_000_000), unit: "examples")
  var batchSize = OneOrMany(32)
  @Option("The factor of the gradient in each update.", in: .above(0))
  var learningRate = OneOrMany(0.01)
  @Option("Passes over the training part.", in: .between(1, 10_000_000), unit: "epochs")
  var epochs = OneOrMany(10)
  @Option(
    "Seed of the order of the examples and of dropout, the same for all runs; without it, they come from the runs' streams.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  var options: TrainingOptions

  init() { options = TrainingOptions() }

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> SweepResult.Outline? {
    let model = checkRuns(&scope)
    options.check(data: data.outline, &scope)
    let isSwept = scope.part { checkAxes(&$0) }
    guard let model, let examples = data.outline, isSwept else { return nil }
    return SweepResult.Outline(
      axes: axes, run: options.outline(network: model, data: examples, records: recordCount))
  }

  /// Finds what is wrong with each run, whatever its settings, and returns what is known of its network.
  private func checkRuns(_ scope: inout Scope) -> NetworkModel.Outline? {
    let model = network.command.checkLayers(sweptOver: data, &scope)
    guard let model, let examples = data.outline else { return nil }
    scope.part { fit(to: examples).check(&$0) }
    scope.part { fit(to: examples).checkReportedLoss(options, &$0) }
    return model
  }

  /// Each part of the check makes it anew, and so looks for itself at the options of the network.
  private func fit(to examples: ExamplesOutline) -> TrainingFit {
    let command = network.command
    return TrainingFit(
      network: command.outline(data: command.source(sweptOver: data)),
      networkRange: command.$layers.range, data: examples, dataName: data.name,
      dataRange: $data.range)
  }

  /// Whether there is something to sweep, each value once; if not, that is reported.
  private func checkAxes(_ scope: inout Scope) -> Bool {
    if axes.isEmpty {
      scope.error(.nothingToSweep, "a sweep needs a list: of batch_size, learning_rate or epochs")
      return false
    }
    let repeating = axes.filter { Set($0.values).count != $0.values.count }
    for axis in repeating {
      scope.error(
        .duplicateValue, "'\(axis.name)' lists a value twice", at: place(of: axis.name).range)
    }
    return repeating.isEmpty
  }

  /// All runs' weights are drawn before the first run starts, so the runs' memory adds up like their work.
  func forecast() -> Forecast? {
    let source = network.command.data?.outline ?? data.outline
    guard let examples = data.outline,
      let training = TrainingForecast(
        network: network.command.outline(data: source), data: examples)
    else { return nil }
    var total = Forecast(multiplyAdds: 0, bytes: training.exampleBytes)
    for batchSize in batchSize.values {
      for epochs in epochs.values {
        let run = training.run(
          batchSize: batchSize, epochs: epochs, recordEvery: options.recordEvery)
        total.multiplyAdds += run.multiplyAdds * Double(learningRate.values.count)
        total.bytes += run.bytes * Double(learningRate.values.count)
      }
    }
    return total
  }

  func run(_ context: Context) throws -> CommandResult<SweepResult> {
    let source = try context.value(data)
    let networkSource = try network.command.data.map { try context.value($0) } ?? source
    let trainer = Trainer(source: source)
    // The runs' draws from a shared stream come first, in the order of the runs; then the runs can go in any order.
    let prepared = try context.draw { stream in
      try combinations.map {
        try prepare($0, trainer, networkSource, context, drawing: &stream)
      }
    }
    let trained = try SweepRuns(
      prepared, names: prepared.indices.map { partName($0, prepared[$0]) },
      sweptOptions: sweptOptions, trainer: trainer, context: context
    ).train()
    let result = result(trained, trainer)
    var notes = trainer.warnings
    for (index, run) in result.runs.enumerated() {
      let label = grid.label(ofCell: index)
      context.log(logLine(for: run, label: label))
      if let divergence = run.history.divergence {
        notes.append(Note(.warning, "\(label): \(divergence.sentence)"))
      }
    }
    return CommandResult(result, outputs: notes.map(Output.note) + SweepFigures(result).outputs)
  }

  func record(of sweep: SweepResult) -> [TrainedNetwork] {
    sweep.runs.map { TrainedNetwork(network: $0.network, history: $0.history) }
  }

  func value(of runs: [TrainedNetwork], in context: Context) throws -> SweepResult {
    result(runs, Trainer(source: try context.value(data)))
  }

  private func result(_ runs: [TrainedNetwork], _ trainer: Trainer) -> SweepResult {
    SweepResult(
      axes: axes,
      runs: zip(combinations, runs).map { settings, run in
        trainer.result(
          run, batchSize: batchSize(of: settings), epochs: epochs(of: settings), options: options)
      })
  }
}

// MARK: - Runs

extension SweepBlock {
  /// The settings that vary, in the order written.
  private var axes: [Grid.Axis] {
    let lists: [(name: String, values: [Double]?)] = [
      ("batch_size", batchSize.isList ? batchSize.values.map(Double.init) : nil),
      ("learning_rate", learningRate.isList ? learningRate.values : nil),
      ("epochs", epochs.isList ? epochs.values.map(Double.init) : nil),
    ]
    return
      lists
      .sorted { placeOrder($0.name) < placeOrder($1.name) }
      .compactMap { list in list.values.map { Grid.Axis(name: list.name, values: $0) } }
  }

  private func place(of name: String) -> OptionPlace {
    switch name {
    case "batch_size": $batchSize
    case "learning_rate": $learningRate
    default: $epochs
    }
  }

  private func placeOrder(_ name: String) -> Int {
    place(of: name).range?.lower ?? .max
  }

  private var recordCount: Int? {
    epochs.isList ? nil : Commands.recordCount(epochs: epochs.values[0], every: options.recordEvery)
  }

  /// The settings over all their combinations, still without values.
  private var grid: Grid { Grid(axes: axes, cells: []) }

  /// The settings of each run, in the order of the runs.
  private var combinations: [[Double]] {
    let grid = grid
    return (0..<axes.reduce(1) { $0 * $1.values.count }).map { grid.settings(ofCell: $0) }
  }

  /// The examples per update of the run with these settings.
  private func batchSize(of settings: [Double]) -> Int {
    zip(axes, settings).first { $0.0.name == "batch_size" }.map { Int($0.1) } ?? batchSize.values[0]
  }

  /// The passes of the run with these settings over the training part.
  private func epochs(of settings: [Double]) -> Int {
    zip(axes, settings).first { $0.0.name == "epochs" }.map { Int($0.1) } ?? epochs.values[0]
  }

  /// Draws from the run's own stream, if each block has one, else from the lesson's.
  private func prepare(
    _ settings: [Double], _ trainer: Trainer, _ networkSource: ExampleSource, _ context: Context,
    drawing stream: inout RandomState
  ) throws -> PreparedRun {
    try context.checkCancellation()
    guard var own = context.stream(ofRun: streamName(of: settings)) else {
      return try prepare(
        settings, trainer, networkSource, drawing: &stream, streamEnds: false,
        isCancelled: context.isCancelled)
    }
    return try prepare(
      settings, trainer, networkSource, drawing: &own, streamEnds: true,
      isCancelled: context.isCancelled)
  }

  /// Draws the run's weights, then its permutations, unless these have a seed of their own.
  private func prepare(
    _ settings: [Double], _ trainer: Trainer, _ networkSource: ExampleSource,
    drawing stream: inout RandomState, streamEnds: Bool, isCancelled: () -> Bool
  ) throws -> PreparedRun {
    let fixed = Dictionary(zip(axes.map(\.name), settings)) { first, _ in first }
    let model = try network.command.model(
      for: networkSource, drawing: &stream, isCancelled: isCancelled)
    try TrainingFit.check(
      model, for: trainer.source, named: data.name, at: network.command.$layers.range)
    let training = try options.settings(
      for: model, on: trainer.source, batchSize: batchSize(of: settings),
      learningRate: fixed["learning_rate"] ?? learningRate.values[0],
      epochs: epochs(of: settings))
    guard let seed else {
      return try trainer.prepare(
        model, settings: training, drawing: &stream, streamEnds: streamEnds,
        isCancelled: isCancelled)
    }
    var own = RandomState(seed: UInt32(clamping: seed))
    return try trainer.prepare(
      model, settings: training, drawing: &own, streamEnds: true, isCancelled: isCancelled)
  }

  /// The options that each run has a value of its own of.
  private var sweptOptions: Set<String> { ["batch_size", "learning_rate", "epochs"] }

  /// What a run depends on beside the other options: its settings, and the name of its random stream.
  private func partName(_ index: Int, _ run: PreparedRun) -> String {
    let settings = run.settings
    return "\(streamName(of: combinations[index])) \(settings.batchSize)"
      + " \(settings.learningRate) \(settings.epochs)"
  }

  private func streamName(of settings: [Double]) -> String {
    zip(axes, settings).map { "\($0.name)=\(formattedSetting($1))" }.joined(separator: ":")
  }

  private func logLine(for run: TrainingRun, label: String) -> String {
    guard let last = run.history.records.last else { return "\(label) - no epoch was completed" }
    return "\(label) - \(last.keras)"
  }
}
