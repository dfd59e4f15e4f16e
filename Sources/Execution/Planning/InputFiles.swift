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
    guard let bytes = Self.read(path, expecting: Int(status.st_size)) else {
      throw FileProblem(path: path, reason: "cannot be read")
    }
    return bytes
  }

  /// All bytes of a file, straight into an array: `Data` would cost a second copy. Nil if it cannot be read.
  private static func read(_ path: String, expecting size: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    // A file may have grown since it was asked for its size; one byte more tells that it has not.
    var room = size + 1
    while true {
      let capacity = room
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        count = readAsMuchAsFits(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        filled = max(0, count)
      }
      if count < 0 { return nil }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if count < capacity { return bytes }
      room = 1 << 16
    }
  }

  /// - Returns: how many bytes there were, up to the buffer's size; -1 after an error.
  private static func readAsMuchAsFits(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, start + filled, buffer.count - filled)
      #else
        let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      filled += count
    }
    return filled
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
