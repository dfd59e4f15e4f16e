import Execution
import Notebook

/// What does not fit in what a lesson says of a column, and where.
struct ColumnMistake {
  /// Of more names than these, a mistake does not list them all.
  private static let listedNames = 20

  var code: DiagnosticCode
  var message: String
  var range: SourceRange?
  /// What was probably meant.
  var hint: Suggestion?

  /// There is nothing of that name, such as a column or a category, among some.
  static func unknown(
    _ name: String, _ message: String, among names: [String], at range: SourceRange,
    _ code: DiagnosticCode
  ) -> ColumnMistake {
    let hint = LookalikeNames.hint(for: name, among: names)
    let shown = names.prefix(listedNames).joined(separator: ", ")
    let rest =
      hint.isEmpty ? "; it has \(shown)\(names.count > listedNames ? ", …" : "")" : "\(hint)"
    return ColumnMistake(code: code, message: message + rest, range: range, hint: hint)
  }

  /// The same for what only the run can tell.
  var failure: BlockFailure { BlockFailure(message, at: range, suggestion: hint, notes: notes) }

  /// What is not to be seen in what was probably meant.
  fileprivate var notes: [String] { hint.map { LookalikeNames.notes(on: $0) } ?? [] }
}

extension Scope {
  mutating func report(_ mistake: ColumnMistake) {
    error(
      mistake.code, mistake.message, at: mistake.range, suggestion: mistake.hint,
      notes: mistake.notes)
  }
}
