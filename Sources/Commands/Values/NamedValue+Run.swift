import Execution

extension NamedValue<TrainingRun> {
  /// A value of runs that record it, as is known before and after them.
  ///
  /// - Parameter lack: why a run does not record it; nil if it does.
  static func recorded<Content: ValueConvertible>(
    _ name: String, _ help: String, unless lack: @escaping @Sendable (any RecordedRun) -> String?,
    _ content: @escaping @Sendable (TrainingRun) -> Content
  ) -> Self {
    Self(name, help) { lack($0) == nil ? content($0) : nil }.exists(unless: { lack($0) })
  }

  /// One of the series of its history.
  static func series(_ field: HistoryField, _ help: String) -> Self {
    recorded(field.rawValue, help, unless: field.lack) { field.value(in: $0) }
      .known { $0 = field.field(in: $1) }
  }
}
