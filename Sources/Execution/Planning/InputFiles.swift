import Crypto
import Foundation
import Synchronization

/// The files that a run reads: each is read and parsed once, by the check or the first block that wants it.
public final class InputFiles: Sendable {
  /// The bytes of a file, and what names them.
  public struct Content: Sendable {
    /// All of them.
    public let bytes: [UInt8]
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public let sha256: String
  }

  private let parsed = Mutex<[String: any Sendable]>([:])
  private let digests = Mutex<[String: String]>([:])

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

  /// What `parse` makes of a file; asked again with the same key, the same value without reading.
  public func value<Parsed: Sendable, Problem: Error>(
    ofFile path: String, key: String, parse: (Content) throws(Problem) -> Parsed
  ) throws -> Parsed {
    let key = key + "\u{0}" + path
    if let known = parsed.withLock({ $0[key] }) as? Parsed { return known }
    let bytes = try bytes(ofFile: path)
    let content = Content(bytes: bytes, sha256: SHA256.hash(data: bytes).hexadecimal)
    digests.withLock { $0[path] = content.sha256 }
    let value = try parse(content)
    parsed.withLock { $0[key] = value }
    return value
  }

  /// SHA-256 of a file that has been read; nil for any other.
  func digest(ofFile path: String) -> String? {
    digests.withLock { $0[path] }
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
