import Execution

extension NamedValue<TrainingRun> {
  /// A value of runs that record it, as is known before and after them.
  static func recorded<Content: ValueConvertible>(
    _ name: String, _ help: String, if isRecorded: @escaping @Sendable (any RecordedRun) -> Bool,
    _ content: @escaping @Sendable (TrainingRun) -> Content
  ) -> Self {
    Self(name, help) { isRecorded($0) ? content($0) : nil }.exists(if: { isRecorded($0) })
  }

  /// One of the series of its history.
  static func series(_ field: HistoryField, _ help: String) -> Self {
    recorded(field.rawValue, help, if: field.exists) { field.value(in: $0) }
      .known { $0 = field.field(in: $1) }
      .exists(unless: { field.isOfClasses ? $0.lackOfAccuracies : nil })
  }
}

extension TrainingRun.Outline {
  fileprivate var lackOfAccuracies: String? {
    targets.map { "accuracies are of classes, and this run predicts \(targetWords($0))" }
  }
}
