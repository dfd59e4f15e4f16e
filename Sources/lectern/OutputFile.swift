import Execution
import Foundation

/// Writes files that are there whole or not at all.
enum OutputFile {
  /// Puts a text into a file, making its folder if need be. A link is followed; until the last moment the old file stays.
  /// What is no file, such as a device or a pipe, is written to and stays what it is; a file with this very text stays, too.
  ///
  /// - Returns: whether anything was written.
  @discardableResult
  static func write(_ text: String, to path: String) throws(FileProblem) -> Bool {
    let bytes = Data(text.utf8)
    let url = URL(fileURLWithPath: path)
    do {
      if isStream(path) {
        try FileHandle(forWritingTo: url).write(contentsOf: bytes)
        return true
      }
      if isThere(bytes, at: path) { return false }
      let target = url.resolvingSymlinksInPath()
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: target, options: .atomic)
      return true
    } catch {
      throw FileProblem(path: path, reason: "cannot be written")
    }
  }

  /// Whether a file has these bytes already; others are not read.
  private static func isThere(_ bytes: Data, at path: String) -> Bool {
    guard FileStamp(ofFile: path)?.size == bytes.count else { return false }
    return (try? Data(contentsOf: URL(fileURLWithPath: path))) == bytes
  }

  /// Whether a path leads to something that takes bytes and is no file: replacing it would take it away from everybody.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
