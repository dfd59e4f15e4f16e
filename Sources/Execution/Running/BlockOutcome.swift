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
  /// What went wrong, at its place; one for each mistake.
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

  /// What went wrong in one text.
  public var message: String? {
    diagnostics.isEmpty ? nil : diagnostics.map(\.message).joined(separator: "; ")
  }
}
