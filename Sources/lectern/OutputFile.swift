import Execution
import Foundation

/// Writes files that are there whole or not at all.
enum OutputFile {
  /// Puts a text into a file, making its folder if need be. A link is followed; until the last moment the old file stays.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw FileProblem(path: path, reason: "cannot be written")
    }
  }
}
