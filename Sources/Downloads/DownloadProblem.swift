/// Why the data of a source cannot be had.
public struct DownloadProblem: Error, Sendable, Equatable {
  /// A sentence without a full stop.
  public var message: String
  /// What can be done about it.
  public var notes: [String] = []
  /// Whether the source is wrong, and not the world.
  public var isMistake = false
  /// Whether the run was interrupted, and nothing is wrong.
  public var isCancellation = false

  init(message: String, notes: [String] = [], isMistake: Bool = false) {
    self.message = message
    self.notes = notes
    self.isMistake = isMistake
  }

  /// What went wrong while something was fetched.
  init(_ problem: TransferProblem, fetching name: String) {
    message = "\(name) cannot be fetched: \(problem)"
    isCancellation = problem == .cancelled
  }
}
