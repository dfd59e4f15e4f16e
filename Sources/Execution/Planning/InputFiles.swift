import Foundation
import Synchronization

/// The files that a run reads: each is read and parsed once, by the check or the first block that wants it.
public final class InputFiles: Sendable {
  private let parsed = Mutex<[String: any Sendable]>([:])

  /// No file is read until it is asked for.
  public init() {}

  /// The bytes of a file, or why it cannot be read.
  public func bytes(ofFile path: String) throws(FileProblem) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileProblem(path: path, reason: errno == ENOENT ? "does not exist" : "cannot be read")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path: path, reason: "is a folder")
    // A device or a pipe may never end.
    default: throw FileProblem(path: path, reason: "is not a file")
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
      return [UInt8](data)
    } catch {
      throw FileProblem(path: path, reason: "cannot be read")
    }
  }

  /// What `parse` makes of a file's bytes; asked again with the same key, the same value without reading.
  public func content<Content: Sendable, Problem: Error>(
    ofFile path: String, key: String,
    parse: ([UInt8]) throws(Problem) -> Content
  ) throws -> Content {
    let key = key + "\u{0}" + path
    if let known = parsed.withLock({ $0[key] }) as? Content { return known }
    let content = try parse(try bytes(ofFile: path))
    parsed.withLock { $0[key] = content }
    return content
  }
}

/// Why a file cannot be used.
public struct FileProblem: Error, Equatable {
  /// The file, as the lesson or the command line names it.
  public var path: String
  /// "does not exist".
  public var reason: String

  /// A problem with a file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A sentence without a full stop.
  public var message: String { "'\(path)' \(reason)" }
}
