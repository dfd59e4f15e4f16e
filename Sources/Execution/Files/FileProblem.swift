/// Why a file cannot be used.
public struct FileProblem: Error, Equatable {
  /// The file, as the lesson or the command line names it.
  public var path: String
  /// "does not exist".
  public var reason: String

  /// A problem with a file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A sentence without a full stop.
  public var message: String { "'\(path)' \(reason)" }
}
