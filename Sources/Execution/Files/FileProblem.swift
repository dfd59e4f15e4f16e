/// Why a file cannot be used.
public struct FileProblem: Error, Equatable {
  /// The file, as the lesson or the command line names it.
  public var path: String
  /// "does not exist".
  public var reason: String

  /// The reason where there is no file.
  static let absence = "does not exist"

  /// A problem with a file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// That a file is not what it was when something else was read in it: results would belong to no state of it.
  static func changed(_ path: String) -> FileProblem {
    FileProblem(path: path, reason: "changed while it was read; run again")
  }

  /// A sentence without a full stop.
  public var message: String { "'\(path)' \(reason)" }
}
