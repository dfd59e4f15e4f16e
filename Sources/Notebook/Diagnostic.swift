/// Something to tell the author of a lesson, at its exact place.
public struct Diagnostic: Sendable, Equatable {
  /// Whether the lesson can run all the same.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// The words that the message is about; nil when it is about the whole file.
  public var range: SourceRange?
  /// Further sentences that help, each about the same place.
  public var notes: [String]

  /// A diagnostic of any severity.
  public init(
    _ severity: Severity, _ message: String, at range: SourceRange?, notes: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
  }

  /// An error: the lesson does not run.
  public static func error(
    _ message: String, at range: SourceRange?, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, message, at: range, notes: notes)
  }

  /// A warning: the lesson runs, unless `--strict` is given.
  public static func warning(
    _ message: String, at range: SourceRange?, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, message, at: range, notes: notes)
  }
}

extension [Diagnostic] {
  /// Whether any of them keeps the lesson from running.
  public var containErrors: Bool { contains { $0.severity == .error } }
}
