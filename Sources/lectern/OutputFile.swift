import Execution
import Foundation

/// Writes files that are there whole or not at all.
enum OutputFile {
  /// Puts a text into a file, making its folder if need be. A link is followed, a file keeps its permissions, and until the
  /// last moment the old one stays. What is no file, such as a device or a pipe, is written to and stays what it is; a
  /// file with this very text stays, too.
  ///
  /// - Returns: whether anything was written.
  @discardableResult
  static func write(_ text: String, to path: String) throws(FileProblem) -> Bool {
    let bytes = Data(text.utf8)
    do {
      if isStream(path) {
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: bytes)
        return true
      }
      if isThere(bytes, at: path) { return false }
      try replace(try target(of: path), with: bytes)
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
  static func isStream(_ path: String) -> Bool {
    guard let mode = mode(of: path) else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(mode & S_IFMT)
  }

  /// What is at the end of a path, and who may do what with it; nil if there is nothing.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// Where a path leads to if it is a link, perhaps over others, even if nothing is there yet.
  private static func target(of path: String) throws -> String {
    var target = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: target)
      guard let link else { return target }
      target = URL(fileURLWithPath: link, relativeTo: folder(of: target)).path
    }
    throw POSIXError(.ELOOP)
  }

  private static func folder(of path: String) -> URL {
    URL(fileURLWithPath: path).deletingLastPathComponent()
  }

  /// Writes a file beside another, who may be read by those who may read that, and puts it into its place.
  private static func replace(_ path: String, with bytes: Data) throws {
    let folder = folder(of: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = folder.appending(path: ".lectern-\(UUID().uuidString)").path
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw lastError }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      if let mode = mode(of: path), fchmod(descriptor, mode & 0o7777) != 0 { throw lastError }
      try file.write(contentsOf: bytes)
      try file.close()
      guard rename(draft, path) == 0 else { throw lastError }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// What the system's last refusal was about.
  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
