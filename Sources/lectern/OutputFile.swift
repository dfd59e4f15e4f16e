import Execution
import Foundation

/// Writes files that are there whole or not at all.
enum OutputFile {
  /// Puts a text into a file, making its folder if need be. A link is followed; until the last moment the old file stays.
  /// What is no file, such as a device or a pipe, is written to and stays what it is.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    let bytes = Data(text.utf8)
    let url = URL(fileURLWithPath: path)
    do {
      if isStream(path) {
        try FileHandle(forWritingTo: url).write(contentsOf: bytes)
        return
      }
      let target = url.resolvingSymlinksInPath()
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: target, options: .atomic)
    } catch {
      throw FileProblem(path: path, reason: "cannot be written")
    }
  }

  /// Whether a path leads to something that takes bytes and is no file: replacing it would take it away from everybody.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
