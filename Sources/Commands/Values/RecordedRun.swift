import Learning

/// What decides which values a run has, before it and after it.
protocol RecordedRun {
  /// The names of the numbers that the network predicts; nil if it tells classes apart.
  var targets: [String]? { get }
  /// Whether there are examples that it is not trained on.
  var hasValidation: Bool { get }
  /// Whether the norm of each gradient is recorded.
  var tracksGradientNorm: Bool { get }
  /// Whether the learning rate changes.
  var isScheduled: Bool { get }
  /// Whether the run may end before its last epoch.
  var stopsEarly: Bool { get }
  /// What is measured at some updates.
  var tracked: [TrackedQuantity] { get }
}

extension TrainingRun: RecordedRun {
  var targets: [String]? { source.answers.targets?.names }
  var hasValidation: Bool { !source.rows(of: .validation).isEmpty }
  var tracksGradientNorm: Bool { history.gradientNorm != nil }
}

extension TrainingRun.Outline: RecordedRun {}
