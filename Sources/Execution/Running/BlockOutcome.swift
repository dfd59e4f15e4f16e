import Notebook

/// How one block ended, and what it left.
public struct BlockOutcome: Sendable {
  /// The three ways to end.
  public enum Status: String, Sendable {
    case done
    case failed
    case notRun = "not run"
  }

  /// Why a block did not end well.
  public enum Cause: Sendable, Equatable {
    /// The work could not be done.
    case failure
    /// Claims of the lesson do not hold.
    case claims
    /// The author shows this error on purpose (`error: true`).
    case expectedError
    /// A block before it, which it needs, did not end well.
    case dependency
    /// The run was stopped.
    case interruption
    /// The run has not come to its end yet.
    case pending
  }

  /// How the block ended.
  public var status: Status
  /// Why, when it did not end well.
  public var cause: Cause?
  /// Why the block did not run, if it did not.
  public var reason: String?
  /// What went wrong, at its place; one for each mistake. Of a block that did its work, warnings of what is missing.
  public var diagnostics: [Diagnostic] = []
  /// What the block shows, in reading order.
  public var outputs: [Output] = []
  /// What other blocks can name.
  public var value: (any LessonValue)?
  /// How long the work took.
  public var seconds = 0.0
  /// Whether this is the result of an earlier run.
  public var isReused = false
  /// All that the result depends on; nil when that is not known, or no store asks for it.
  public var key: BlockKey?

  /// What a block that did its work has not brought, though the lesson asks for it.
  public var remarks: [Note] {
    guard status == .done else { return [] }
    return diagnostics.map { diagnostic in
      let words = diagnostic.message
      return Note(.warning, words.prefix(1).uppercased() + words.dropFirst() + ".")
    }
  }

  /// What went wrong in one text; nil when the block did its work.
  public var message: String? {
    status == .done || diagnostics.isEmpty
      ? nil : diagnostics.map(\.message).joined(separator: "; ")
  }
}
