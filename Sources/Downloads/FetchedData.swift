/// The files of a source, on the disk and as they were promised.
public struct FetchedData: Sendable, Equatable {
  /// One file.
  public struct File: Sendable, Equatable {
    /// Its name in the repository, or the last component of its address.
    public var name: String
    /// Where it lies.
    public var path: String

    /// A file at a path.
    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// What the report calls the source, its revision included.
  public var description: String
  /// The files that belong together, in the order of their rows.
  public var files: [File]

  /// Files of a source.
  public init(description: String, files: [File]) {
    self.description = description
    self.files = files
  }
}
