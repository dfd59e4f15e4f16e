/// Something to tell the author of a lesson, at its exact place.
public struct Diagnostic: Sendable, Equatable {
  /// Whether the lesson can run all the same.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What kind of mistake it is.
  public var code: DiagnosticCode
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// The words that the message is about; nil when it is about the whole file.
  public var range: SourceRange?
  /// What was probably meant; the message says it too.
  public var suggestion: Suggestion?
  /// Further sentences that help, each about the same place.
  public var notes: [String]

  /// A diagnostic of any severity.
  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at range: SourceRange?,
    suggestion: Suggestion? = nil, notes: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = Self.abbreviatingQuotations(in: message)
    self.range = range
    self.suggestion = suggestion
    self.notes = notes
  }

  /// A message whose quotations are no longer than anyone reads: a lesson's word can have a million letters.
  private static func abbreviatingQuotations(in message: String) -> String {
    if message.utf8.count <= 500 { return message }
    return message.split(separator: "'", omittingEmptySubsequences: false)
      .map { $0.utf8.count > 500 ? $0.prefix(80) + "…" : $0 }
      .joined(separator: "'")
  }

  /// An error: the lesson does not run.
  public static func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?,
    suggestion: Suggestion? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: range, suggestion: suggestion, notes: notes)
  }

  /// A warning: the lesson runs, unless `--strict` is given and it counts then.
  public static func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?,
    suggestion: Suggestion? = nil, notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, at: range, suggestion: suggestion, notes: notes)
  }

  /// Whether `--strict` takes it for an error. A fence that is shown may well be meant to be.
  public var countsWhenStrict: Bool { ![.bareFence, .indentedFence].contains(code) }

  /// The text that should stand in the diagnostic's range, quotes and dollars included; nil when nothing is suggested or
  /// the mistyped word does not stand there as such, for instance because a parameter brought it in.
  public func replacement(in source: SourceText) -> String? {
    guard let range, let suggestion, let meant = suggestion.meant else { return nil }
    let parts = source.string(in: range).split(
      separator: suggestion.written, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return parts.joined(separator: meant)
  }
}

extension [Diagnostic] {
  /// Whether any of them keeps the lesson from running.
  public var containErrors: Bool { contains { $0.severity == .error } }
}
