import Execution
import Learning
import Notebook

/// How networks are trained: the options that `train` and `sweep` share, apart from those that a sweep can vary.
struct TrainingOptions: SharedOptions {
  @Option(
    "The epochs after which the network is kept for figures of it, 0 for before the first.",
    in: .between(0, 10_000_000), unit: "epochs")
  var snapshots: OneOrMany<Placed<Int>>?
  @Option("How the learning rate changes; the factors of several are multiplied.")
  var schedule: OneOrMany<RuleChoice<Schedules>>?
  @Option("How much the examples of each class count in the gradient.")
  var classWeights: ClassWeights?
  @Option("Whether to end when the validation loss no longer falls.")
  var earlyStopping: SettingsOf<EarlyStopping>?
  @Option("Record every n-th epoch, and the last.", in: .between(1, 10_000_000), unit: "epochs")
  var recordEvery = 1
  @Option("The loss to print and record, when it is not the one that training follows.")
  var reportLoss: Loss?
  @Option("What else to record.")
  var track: OneOrMany<TrackChoice>?
  @Option(
    "Measure at every n-th update; by default at about a hundred of them. The gradient norm is measured at each.",
    in: .between(1, 1_000_000_000), unit: "updates")
  var trackEvery: Int?

  /// How many measurements a run has if the lesson does not say.
  private static let usualMeasurements = 100

  /// Whether the history has the norm of every gradient.
  var tracksGradientNorm: Bool { track?.values.contains(.gradientNorm) ?? false }

  /// What is measured at some updates.
  var diagnostics: [any TrainingDiagnostic.Type] {
    TrainingDiagnostics.all.filter { track?.values.contains(TrackChoice($0)) ?? false }
  }

  /// The quantities that these measure.
  var tracked: [TrackedQuantity] { diagnostics.flatMap { $0.quantities } }

  /// Every how many updates a run measures them, of so many updates in all.
  private func trackInterval(updates: Int) -> Int {
    trackEvery ?? max(1, updates / Self.usualMeasurements)
  }

  /// How often a run measures them, in so many updates.
  func measurements(updates: Int) -> Int {
    (updates - 1) / trackInterval(updates: updates) + 1
  }

  /// The epochs of a run after which its network is kept, ascending.
  func snapshotEpochs(within epochs: Int) -> [Int] {
    Set(snapshots?.values.map(\.value) ?? []).filter { $0 <= epochs }.sorted()
  }

  /// Finds epochs to keep the network of that there are not.
  ///
  /// - Parameter run: what has so many epochs at most: "the run".
  func checkSnapshots(of run: String, epochs: Int, _ scope: inout Scope) {
    for snapshot in snapshots?.values ?? [] where snapshot.value > epochs {
      scope.error(
        .outOfRange, "\(run) has \(epochs) epochs, and none is epoch \(snapshot.value)",
        at: snapshot.range)
    }
  }

  /// Finds what does not go together, and what does not suit the data as far as they are known.
  func check(data: ExamplesOutline?, _ scope: inout Scope) {
    scope.part { checkTracking(&$0) }
    guard let data else { return }
    scope.part { checkClassWeights(data, &$0) }
    scope.part { checkEarlyStopping(data, &$0) }
  }

  private func checkClassWeights(_ data: ExamplesOutline, _ scope: inout Scope) {
    if let classes = data.classes {
      classWeights?.check(classes: classes, at: $classWeights.range, &scope)
    }
    if classWeights != nil, data.targets != nil {
      scope.error(
        .inapplicableOption, "'class_weights' is for classes, and the data have a target",
        at: $classWeights.keyRange)
    }
  }

  private func checkEarlyStopping(_ data: ExamplesOutline, _ scope: inout Scope) {
    if earlyStopping != nil, !data.parts.contains(.validation) {
      scope.error(
        .unknownPart, "early stopping watches the validation part, and the data have none",
        at: $earlyStopping.keyRange)
    }
  }

  private func checkTracking(_ scope: inout Scope) {
    if trackEvery != nil, diagnostics.isEmpty {
      scope.error(
        .inapplicableOption, "'track_every' is for what 'track' measures at some updates",
        at: $trackEvery.keyRange)
    }
  }

  /// What is known of a run before it starts; the batch size is nil if it is not certain.
  func outline(
    network: NetworkModel.Outline, data: ExamplesOutline, epochs plannedEpochs: Int,
    batchSize: Int?
  ) -> TrainingRun.Outline {
    let snapshots = snapshotEpochs(within: plannedEpochs)
    // Nobody knows when a run stops early.
    let epochs = earlyStopping == nil ? plannedEpochs : nil
    let keepsBest = earlyStopping?.rule.restoresBest ?? false
    let isKeptAtEnd = epochs != nil && snapshots.last != plannedEpochs
    return TrainingRun.Outline(
      reportedLoss: reportLoss ?? network.loss, parts: data.parts,
      hasValidation: data.parts.contains(.validation), tracksGradientNorm: tracksGradientNorm,
      records: epochs.map { TrainingSettings.recordCount(epochs: $0, every: recordEvery) },
      updates: Self.updates(epochs: epochs, rows: data.rows[.train], batchSize: batchSize),
      inputs: network.inputs ?? data.columns.exact, inputColumns: data.inputColumns,
      takesText: data.columns.areWords, isScheduled: schedule != nil,
      stopsEarly: earlyStopping != nil, tracked: tracked, layers: network.hidden.count + 1,
      knownEpochs: snapshots + (isKeptAtEnd ? [plannedEpochs] : []),
      latestEnd: epochs == nil && !keepsBest ? plannedEpochs : nil,
      targets: data.targets, scalesTargets: data.scalesTargets, classes: data.classes)
  }

  private static func updates(epochs: Int?, rows: Int?, batchSize: Int?) -> Int? {
    guard let epochs, let rows, let batchSize else { return nil }
    return epochs * TrainingSettings.updatesPerEpoch(examples: rows, batchSize: batchSize)
  }

  /// The settings of one run with options of its own, on data that may turn out not to suit them.
  func settings(
    for model: NetworkModel, on source: ExampleSource, _ own: RunSettings
  ) throws(BlockFailure) -> TrainingSettings {
    var settings = TrainingSettings(
      batchSize: own.batchSize, learningRate: own.learningRate, epochs: own.epochs,
      recordEvery: recordEvery, reportedLoss: reportLoss ?? model.architecture.loss,
      tracksGradientNorm: tracksGradientNorm)
    settings.optimizer = own.optimizer.rule
    settings.schedules = schedule?.values.map(\.rule) ?? []
    settings.penalty = Penalty(l1: own.l1, l2: own.l2)
    settings.clipping = Clipping(norm: own.clipNorm, value: own.clipValue)
    settings.earlyStopping = earlyStopping?.rule
    settings.diagnostics = diagnostics
    settings.snapshotEpochs = Set(snapshotEpochs(within: own.epochs))
    let truth = source.answers.truth(of: source.rows(of: .train))
    if truth.count > 0 {
      settings.classWeights = try classWeights?.weights(
        for: truth, classes: source.classes, at: $classWeights.range)
      let updatesPerEpoch = TrainingSettings.updatesPerEpoch(
        examples: truth.count, batchSize: own.batchSize)
      settings.trackEvery = trackInterval(updates: updatesPerEpoch * own.epochs)
    }
    return settings
  }
}
