/// Finds data that is elsewhere: on this machine, where an earlier run has put it, or by fetching it.
public protocol DataFetcher: Sendable {
  /// The files of a source that are on this machine; nil if they would have to be fetched. Asks nobody.
  ///
  /// - Throws: a source that names nothing, or too much.
  func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles?

  /// The files of a source, fetched if need be.
  func files(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles
}

/// A source such as `hf:owner/name` or `https://…`, as a lesson writes it.
public struct RemoteSource: Sendable, Hashable {
  /// The option with which commands pin their sources.
  static let pinOption = "sha256"

  /// What is written.
  public let text: String
  /// The digest that the lesson pins it with, 64 hexadecimal digits in lower case.
  public let sha256: String?

  /// A source, pinned or not.
  public init(text: String, sha256: String? = nil) {
    self.text = text
    self.sha256 = sha256?.lowercased()
  }
}

/// Files that were elsewhere and are on this machine now.
public struct FetchedFiles: Sendable, Equatable {
  /// What reports call the source, its revision included; no folder of this machine.
  public var description: String
  /// The files that belong together, in the order of their rows: the names they have there, and the paths they have here.
  public var files: [File]

  /// One of the files.
  public struct File: Sendable, Equatable {
    /// The name it has there.
    public var name: String
    /// The path it has here.
    public var path: String

    /// A file by both.
    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// Files of a source.
  public init(description: String, files: [File]) {
    self.description = description
    self.files = files
  }
}

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
}
