import Execution
import Foundation

/// Writes files that are there whole or not at all, whenever the program ends.
///
/// Nothing waits for the disk: what a loss of power takes can be made again, and a folder of reports would take seconds
/// longer.
enum OutputFile {
  /// Puts a text into a file, making its folder if need be. A link is followed, a file keeps its permissions, one that
  /// is protected against writing stays as it is, and until the last moment the old one stays. What is no file, such as a
  /// device or a pipe, is written to and stays what it is; a file with this very text stays, too.
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
      try refuseProtected(path)
      try replace(try file(of: path), with: bytes)
      return true
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw FileProblem(path: path, "cannot be written", because: error)
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

  /// Refuses a file that may not be written to. To replace it, the system asks its folder alone.
  static func refuseProtected(_ path: String) throws(FileProblem) {
    if mode(of: path) != nil, access(path, W_OK) != 0 {
      throw FileProblem(path: path, reason: "is protected against writing")
    }
  }

  /// What is at the end of a path, and who may do what with it; nil if there is nothing.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// Writes a file beside another, who may be read by those who may read that, and puts it into its place.
  private static func replace(_ path: String, with bytes: Data) throws {
    let folder = LessonPath.folder(of: path)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let draft = LessonPath.file(".lectern-\(UUID().uuidString)", in: folder)
    try WholeFile.put(at: path, drafting: draft, refusal: { POSIXError.last }) {
      () throws(any Error) in
      let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw POSIXError.last }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      if let mode = mode(of: path), fchmod(descriptor, mode & 0o7777) != 0 { throw POSIXError.last }
      try file.write(contentsOf: bytes)
      try file.close()
    }
  }
}

// MARK: - Where paths lead

extension OutputFile {
  /// One spelling for all paths that lead to a file, be it there or not.
  static func place(of path: String) -> String {
    let target = (try? target(of: path)) ?? path
    let absolute =
      target.hasPrefix("/")
      ? target : LessonPath.file(target, in: FileManager.default.currentDirectoryPath)
    let names = absolute.split(separator: "/")
    for count in (0...names.count).reversed() {
      guard let real = realpath("/" + names[..<count].joined(separator: "/"), nil) else { continue }
      defer { free(real) }
      // What is not there has no links in it, so that each ".." takes back the name before it.
      return names[count...].reduce(URL(fileURLWithPath: String(cString: real))) {
        $0.appending(path: $1)
      }.standardizedFileURL.path
    }
    return absolute
  }

  /// The file that a path leads to, be it there or not; a slash at its end makes it the name of a folder.
  static func file(of path: String) throws -> String {
    let target = try target(of: path)
    if target.hasSuffix("/") { throw FileProblem(path: path, reason: "is the name of a folder") }
    return target
  }

  /// Where a path leads to if it is a link, perhaps over others, even if nothing is there yet.
  private static func target(of path: String) throws -> String {
    var target = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: target)
      guard let link else { return target }
      target =
        link.hasPrefix("/") ? link : LessonPath.file(link, in: LessonPath.folder(of: target))
    }
    throw POSIXError(.ELOOP)
  }
}
