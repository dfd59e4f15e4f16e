/// Why the files of a source cannot be had.
public struct FetchProblem: Error, Sendable, Equatable {
  /// A sentence without a full stop.
  public var message: String
  /// What can be done about it, for the terminal.
  public var notes: [String]
  /// Whether the lesson is wrong about the source, and not the world.
  public var isMistake: Bool
  /// Whether the run was interrupted, and nothing is wrong.
  public var isCancellation: Bool

  /// A problem.
  public init(
    _ message: String, notes: [String] = [], isMistake: Bool = false, isCancellation: Bool = false
  ) {
    self.message = message
    self.notes = notes
    self.isMistake = isMistake
    self.isCancellation = isCancellation
  }

  /// That nobody wants the files any more: how a fetcher ends that is told so.
  public static let cancelled = FetchProblem("the transfer was interrupted", isCancellation: true)
}
