import Foundation
import Memory

/// Reads whole files.
enum FileReader {
  /// The bytes of a file, or why it cannot be read.
  static func bytes(ofFile path: String, limit: FileLimit) throws(FileProblem) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem(withPath: path, .last) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path: path, reason: "is a folder")
    // A device or a pipe may never end.
    default: throw FileProblem(path: path, reason: "is not a file")
    }
    if status.st_size > limit.bytes { throw limit.problem(withFile: path) }
    return try read(path, expecting: Int(status.st_size), limit: limit)
  }

  /// Why nothing is found at a path.
  private static func problem(withPath path: String, _ error: POSIXError) -> FileProblem {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      return FileProblem(path: path, reason: "is a link that leads nowhere")
    }
    return switch error.code {
    case .ENOENT, .ENOTDIR, .ENAMETOOLONG: FileProblem(path: path, reason: FileProblem.absence)
    default: .unreadable(path, error)
    }
  }

  /// All bytes of a file, straight into an array: `Data` would cost a second copy.
  private static func read(
    _ path: String, expecting size: Int, limit: FileLimit
  ) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, .last) }
    defer { close(descriptor) }
    let before = FileStamp(ofDescriptor: descriptor)
    let bytes = try read(descriptor, path, expecting: size, limit: limit)
    if let before, let after = FileStamp(ofDescriptor: descriptor), !after.hasBytes(of: before) {
      throw .changed(path)
    }
    return bytes
  }

  private static func read(
    _ descriptor: Int32, _ path: String, expecting size: Int, limit: FileLimit
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // A file may have grown since it was asked for its size; one byte more tells that it has not.
    var room = size + 1
    while true {
      let capacity = room
      var count = 0
      var refusal = POSIXError(.EIO)
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        let memory = UnsafeMutableRawBufferPointer(buffer)
        memory.preferLargePages()
        count = readAsMuchAsFits(descriptor, into: memory)
        if count < 0 { refusal = .last }
        filled = max(0, count)
      }
      if count < 0 { throw .unreadable(path, refusal) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > limit.bytes { throw limit.problem(withFile: path) }
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
}

extension FileProblem {
  fileprivate static func unreadable(_ path: String, _ error: POSIXError) -> FileProblem {
    FileProblem(path: path, "cannot be read", because: error)
  }
}
