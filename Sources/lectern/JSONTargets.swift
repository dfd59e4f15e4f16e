import ArgumentParser

/// The files that options give for what a run makes.
struct JSONTargets {
  private let files: [(option: String, path: String)]

  /// Options with their files, as far as they are given.
  init(_ files: KeyValuePairs<String, String?>) {
    self.files = files.compactMap { option, path in path.map { (option, $0) } }
  }

  /// Refuses what is called like a lesson, as a pattern of the shell may have it, and one file for two options; a stream
  /// takes both.
  func validate() throws {
    for (option, path) in files where path.lowercased().hasSuffix(".md") {
      throw ValidationError("\(option) writes JSON, and '\(path)' is called like a lesson")
    }
    guard let first = files.first, !OutputFile.isStream(first.path) else { return }
    let place = OutputFile.place(of: first.path)
    if let other = files.dropFirst().first(where: { OutputFile.place(of: $0.path) == place }) {
      throw ValidationError("\(first.option) and \(other.option) would write the same file")
    }
  }
}
