import Execution
import Learning
import Notebook

/// A built-in set that there is not.
struct UnknownSetOrigin: DataOrigin {
  let setName: String
  let location: Location

  var name: String { location.text }
  /// Nobody knows, so the lesson may.
  var isAnsweredByLesson: Bool { true }

  private var failure: BlockFailure {
    let known = BuiltinSets.all.map { $0.name }
    let hint = suggestion(for: setName, among: known)
    let rest = hint.isEmpty ? "; there are \(listOfAlternatives(known))" : "\(hint)"
    let mistake =
      setName.isEmpty
      ? "the name of a built-in data set is missing behind '\(BuiltinSets.prefix)'"
      : "unknown built-in data set '\(setName)'"
    return BlockFailure(mistake + rest, at: location.range, suggestion: hint)
  }

  func options(_ scope: inout Scope) -> [String]? {
    scope.error(
      .unknownSource, failure.message, at: failure.range, suggestion: failure.suggestion)
    return nil
  }

  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? { nil }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt { throw failure }
}
