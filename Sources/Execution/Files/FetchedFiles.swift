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
