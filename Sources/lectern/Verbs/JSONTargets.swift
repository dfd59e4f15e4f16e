import ArgumentParser

/// The files that options give for what a run makes.
struct JSONTargets {
  private let files: [(option: String, path: String)]

  /// Options with their files, as far as they are given.
  init(_ files: KeyValuePairs<String, String?>) {
    self.files = files.compactMap { option, path in path.map { (option, $0) } }
  }

  /// Refuses the sign for standard output, which has what blocks say; what is called like a lesson, as a pattern of the
  /// shell may have it; and one file for two options, unless it is a stream, which takes both.
  func validate() throws {
    for (option, path) in files where path == "-" {
      throw ValidationError(
        "\(option) takes a file, and '-' is none: standard output has what the blocks say; write to"
          + " a file such as out.json, or to ./- if it is called so")
    }
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
