import Execution
import Learning

/// The series that a training run leaves, by the names that paths use.
enum HistoryField: String, CaseIterable, Sendable {
  case epoch
  case trainLoss = "train_loss"
  case trainAccuracy = "train_acc"
  case validationLoss = "val_loss"
  case validationAccuracy = "val_acc"
  case learningRate = "learning_rate"
  case gradientNorm = "gradient_norm"

  var isPerEpoch: Bool { self != .gradientNorm }

  /// Whether it counts right answers, which numbers never are.
  private var isOfClasses: Bool { self == .trainAccuracy || self == .validationAccuracy }

  func exists(in run: any RecordedRun) -> Bool { lack(in: run) == nil }

  /// Why a run does not record it, or nil if it does.
  func lack(in run: any RecordedRun) -> String? {
    if isOfClasses, let targets = run.targets {
      return "accuracies are of classes, and this run predicts \(targetWords(targets))"
    }
    switch self {
    case .epoch, .trainLoss, .trainAccuracy: return nil
    case .validationLoss, .validationAccuracy:
      return run.hasValidation
        ? nil : "that is of a validation part, which 'split' makes with 'validation: 0.2'"
    case .learningRate:
      return run.isScheduled
        ? nil : "that is recorded with a schedule, such as 'schedule: cosine'"
    case .gradientNorm:
      return run.tracksGradientNorm ? nil : lackOfTrack(TrackChoice.gradientNorm.rawValue)
    }
  }

  func field(in outline: TrainingRun.Outline) -> Field {
    let shape = Shape.series(count: isPerEpoch ? outline.records : outline.updates)
    let loss = outline.lossQuantity
    var field =
      switch self {
      case .epoch: Field(rawValue, .list(count: outline.records, of: .number))
      case .trainLoss:
        Field(rawValue, shape, title: "training loss", quantity: loss, best: .lowest)
      case .trainAccuracy:
        Field(
          rawValue, shape, title: "training accuracy", quantity: "accuracy", best: .highest)
      case .validationLoss:
        Field(
          rawValue, shape, title: "validation loss", quantity: loss, best: .lowest, isHeldOut: true)
      case .validationAccuracy:
        Field(
          rawValue, shape, title: "validation accuracy", quantity: "accuracy", best: .highest,
          isHeldOut: true)
      case .learningRate: Field(rawValue, shape, title: "learning rate")
      case .gradientNorm: Field(rawValue, shape, title: "gradient norm")
      }
    if isOfClasses { field.possible = 0...1 }
    field.baselines = outline.baselines[self] ?? []
    return field
  }

  func number(in record: EpochRecord) -> Double {
    switch self {
    case .epoch: Double(record.epoch)
    case .trainLoss: record.trainLoss
    case .trainAccuracy: record.trainAccuracy ?? .nan
    case .validationLoss: record.validationLoss ?? .nan
    case .validationAccuracy: record.validationAccuracy ?? .nan
    case .learningRate: record.learningRate ?? .nan
    case .gradientNorm: .nan
    }
  }

  func value(in run: TrainingRun) -> Value {
    let history = run.history
    let epochs = history.records.map(\.epoch)
    switch self {
    case .epoch: return .integers(epochs)
    case .gradientNorm:
      let norms = history.gradientNorm ?? []
      return .series(
        NumberSeries(
          positionTitle: "update", positions: Array(1..<(norms.count + 1)), values: norms,
          brokenAt: history.divergence?.firstLostUpdate,
          reasonOfBreak: history.divergence?.cause,
          breakingUpdate: history.divergence?.update, updatesPerEpoch: run.updatesPerEpoch,
          plannedCount: history.divergence == nil ? nil : run.plannedUpdates))
    default:
      return .series(
        NumberSeries(
          positionTitle: "epoch", positions: epochs, values: history.records.map(number(in:)),
          brokenAt: history.divergence?.epoch, reasonOfBreak: history.divergence?.cause,
          breakingUpdate: history.divergence?.update, updatesPerEpoch: run.updatesPerEpoch,
          plannedCount: history.divergence == nil ? nil : run.plannedRecords,
          plannedEnd: run.unreachedEpochs))
    }
  }
}
