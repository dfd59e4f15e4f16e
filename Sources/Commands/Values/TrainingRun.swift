import Execution
import Learning
import Notebook

/// A trained network, how its training went, and what it was trained on.
struct TrainingRun: Sendable {
  var network: NetworkModel
  var history: History
  /// The loss that the history shows.
  var reportedLoss: Loss
  var source: ExampleSource
  /// How many epochs are recorded if the run comes to its end.
  var plannedRecords: Int
  /// Rows of the training part over examples per update, rounded up; nil without rows.
  var updatesPerEpoch: Int?
  /// How many updates the run makes if it comes to its end; nil without rows.
  var plannedUpdates: Int?
  /// What is measured at some updates.
  var tracked: [TrackedQuantity] = []
  /// At how many updates, if the run comes to its end; nil without rows.
  var plannedMeasurements: Int?
  /// Whether the learning rate changes.
  var isScheduled = false
  /// Whether early stopping may end the run before its last epoch.
  var stopsEarly = false
  /// Whether early stopping, if there is any, leaves the network of the best epoch.
  var keepsBest = false
}

extension TrainingRun: LessonValue {
  /// What is known of a run before it starts.
  struct Outline: DeclaringOutline {
    /// The loss that the history shows.
    var reportedLoss: Loss?
    var parts: [Part]
    var hasValidation: Bool
    var tracksGradientNorm: Bool
    /// The number of recorded epochs.
    var records: Int?
    /// The number of updates; nil when only the run can tell.
    var updates: Int?
    /// How many numbers the network takes; nil when only the run can tell.
    var inputs: Int?
    /// The columns that these come from; nil when only the run can tell.
    var inputColumns: [DataColumn]?
    /// Whether the examples have a vocabulary, so that texts can be classified.
    var takesText: Bool
    /// Whether the learning rate changes.
    var isScheduled = false
    /// Whether the run may end before its last epoch.
    var stopsEarly = false
    /// What is measured at some updates.
    var tracked: [TrackedQuantity] = []
    /// The layers with weights.
    var layers = 0
    /// The epochs after which the network is known: those that snapshots keep, and the last if the run ends there. Ascending.
    var knownEpochs: [Int] = []
    /// Of a run that early stopping may end after any epoch, with the network it then has, the last such epoch.
    var latestEnd: Int?
    /// The names of the numbers that the network predicts; nil if it tells classes apart.
    var targets: [String]?
    /// Whether it learns them on another scale than their own.
    var scalesTargets = false
    /// The names of the classes, in the order of their numbers; nil if only the run can tell.
    var classes: [String]?
    /// What each series should be better than; known after the run.
    var baselines: [HistoryField: [ReferenceLine]] = [:]

    /// Whether the network after an epoch is known, or may turn out to be because the run ends there.
    func mayKeepNetwork(after epoch: Int) -> Bool {
      knownEpochs.contains(epoch) || epoch > 0 && epoch <= latestEnd ?? 0
    }

    static let values: [NamedValue<TrainingRun>] =
      [
        .series(.epoch, "the epochs that were recorded, from 1"),
        .series(
          .trainLoss,
          "the mean loss of the epoch's examples in their batches, each before its update: with dropout, without penalties and class weights; with scale_target that of the scaled numbers"
        ),
        .series(
          .trainAccuracy,
          "of classes, the share of right answers on the training part after the epoch, without dropout"
        ),
        .series(
          .validationLoss,
          "the loss on the validation part after the epoch, if there is one"),
        .series(.validationAccuracy, "of classes, the share of right answers on it"),
        .series(.learningRate, "with a schedule, the rate of each epoch's last update"),
        .series(.gradientNorm, "with track: gradient_norm, the norm before each update"),
      ] + trackedValues + [
        .recorded(
          "best_epoch",
          "with early stopping, the epoch with the lowest val_loss, nan if none is finite; lower by less than min_delta does not count",
          unless: { $0.stopsEarly ? nil : "that is recorded with 'early_stopping: true'" }
        ) { $0.bestEpoch }
        .known { field, _ in field.shape = .number }
      ]
  }

  static var kind: String { "run" }

  static var nameWithinAnother: String? { "of a sweep: rates[batch_size=32]" }

  var outline: Outline {
    Outline(
      reportedLoss: reportedLoss, parts: source.parts, hasValidation: hasValidation,
      tracksGradientNorm: tracksGradientNorm, records: history.records.count,
      updates: history.gradientNorm?.count, inputs: network.architecture.inputs,
      takesText: source.vectorizer != nil, isScheduled: isScheduled, stopsEarly: stopsEarly,
      tracked: tracked, layers: network.architecture.activations.count,
      knownEpochs: history.snapshots.map(\.epoch) + (endsAt.map { [$0] } ?? []),
      targets: targets, scalesTargets: source.answers.targets?.scaling != nil,
      classes: targets == nil ? source.classes : nil, baselines: baselines)
  }

  /// The losses of guessing, and the accuracies of always giving the commonest answer; of numbers, the errors of always
  /// giving the mean.
  private var baselines: [HistoryField: [ReferenceLine]] {
    var baselines: [HistoryField: [ReferenceLine]] = [:]
    for (field, part) in [(HistoryField.trainLoss, Part.train), (.validationLoss, .validation)] {
      baselines[field] = lossesOfGuessing(on: part)
      guard let error = source.errorOfMean(on: part) else { continue }
      let words = "always the mean: \(significantDigits(error, 4))"
      baselines[field] = [ReferenceLine(y: error, label: words)]
    }
    for (field, part) in [
      (HistoryField.trainAccuracy, Part.train), (.validationAccuracy, .validation),
    ] {
      guard let baseline = source.baseline(of: part) else { continue }
      let words = "always ‘\(baseline.name)’: \(significantDigits(baseline.accuracy, 4))"
      baselines[field] = [ReferenceLine(y: baseline.accuracy, label: words)]
    }
    return baselines
  }

  /// Classes are of unequal size if their shares are worth this part of the loss of guessing, at most: of two of one size and
  /// twice that it is 0.92.
  private static let lossOfUnequalShares = 0.95

  /// What it costs to give every class the same probability and, of classes of unequal size, to give each its share, which
  /// takes no look at any example either.
  private func lossesOfGuessing(on part: Part) -> [ReferenceLine] {
    let outputs = network.architecture.outputs
    guard let loss = reportedLoss.ofGuessing(outputs: outputs) else { return [] }
    let words = "guessing: ln \(max(outputs, 2)) = \(significantDigits(loss, 4))"
    let line = ReferenceLine(y: loss, label: words)
    guard let ofShares = source.lossOfShares(reportedLoss, outputs: outputs, on: part),
      ofShares <= Self.lossOfUnequalShares * loss
    else { return [line] }
    let label = "always the class shares: \(significantDigits(ofShares, 4))"
    return [line, ReferenceLine(y: ofShares, label: label)]
  }

  /// Not a number of a run that never had a finite validation loss, such as one that diverged at once.
  fileprivate var bestEpoch: Value { history.bestEpoch.map { .integer($0) } ?? .number(.nan) }

  func display(rows: Int) -> [Output] {
    let shown = Array(history.records.suffix(max(0, rows)))
    let fields = HistoryField.allCases.filter { $0.exists(in: self) && $0.isPerEpoch }
    let cells = shown.map { record in
      [String(record.epoch)] + fields.dropFirst().map { fixedDecimals($0.number(in: record), 4) }
    }
    let columns = fields.map { Table.Column($0.rawValue, .end) }
    let remark = "the last \(shown.count) of \(history.records.count) recorded epochs"
    return [.table(Table(columns: columns, rows: cells, remark: remark))]
  }
}

extension TrainingRun {
  /// What a curve along epochs ends with: of a run that diverged not a number, since its last finite one says nothing.
  func lastNumber(of field: HistoryField) -> Double {
    guard let last = history.records.last, history.divergence == nil else { return .nan }
    return field.number(in: last)
  }

  /// How many epochs a run was to have that early stopping ended before; nil for others.
  var unreachedEpochs: Int? {
    guard stopsEarly, history.divergence == nil, let last = history.records.last?.epoch,
      let updatesPerEpoch, let plannedUpdates, last * updatesPerEpoch < plannedUpdates
    else { return nil }
    return plannedUpdates / updatesPerEpoch
  }

  /// The loss of the network that the run leaves, on what it was not trained on, if there is such a part; of a run that
  /// diverged not a number.
  ///
  /// - Throws: `CancellationError`, if the loss is not recorded and the context is cancelled while it is measured.
  func finalLoss(in context: Context) throws(CancellationError) -> Double {
    guard keepsBest, let best = history.bestEpoch, history.divergence == nil else {
      return lastNumber(of: hasValidation ? .validationLoss : .trainLoss)
    }
    if let loss = history.records.first(where: { $0.epoch == best })?.validationLoss { return loss }
    guard
      let examples = try source.examples(of: .validation, isCancelled: context.isCancelled)
    else { return .nan }
    return try network.evaluation(on: examples, loss: reportedLoss, in: context).loss
  }

  /// The network after the epochs that snapshots keep, and after the last unless it is that of a better one.
  var networks: [NetworkSnapshot] {
    history.snapshots
      + (endsAt.map { [NetworkSnapshot(epoch: $0, network: network.inDouble)] } ?? [])
  }

  /// The last epoch, if the network is as that left it and no snapshot has it.
  fileprivate var endsAt: Int? {
    guard let last = history.records.last?.epoch, history.divergence == nil else { return nil }
    let kept = keepsBest ? history.bestEpoch ?? last : last
    return kept == last && history.snapshots.last?.epoch != last ? last : nil
  }
}

extension TrainingRun.Outline {
  /// The loss of the history with its unit, for an axis.
  var lossQuantity: String {
    (reportedLoss?.quantity ?? "loss") + (scalesTargets ? " (scaled target)" : "")
  }

  /// Finds a part that the data of the run do not have.
  func check(
    _ part: Part?, ofRunNamed name: String, at range: SourceRange?, _ scope: inout Scope
  ) {
    guard let part, !parts.contains(part) else { return }
    scope.error(
      .unknownPart,
      "the data of '\(name)' has no \(part.rawValue) part; it has"
        + " \(listOfAlternatives(parts.map(\.rawValue)))", at: range)
  }
}
