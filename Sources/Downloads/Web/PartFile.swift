import Foundation

/// The part of a file that has come so far, on the disk: what an interrupted download leaves for the next.
///
/// One transfer at a time writes to it, under a lock.
final class PartFile {
  let path: String
  private(set) var size: Int
  private let handle: FileHandle

  /// Opens the part, or makes an empty one.
  init(_ path: String) throws(TransferProblem) {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .disk(path: path, reason: Self.reason()) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let end = lseek(descriptor, 0, SEEK_END)
    size = max(0, Int(end))
  }

  /// Throws away what has come.
  func clear() throws(TransferProblem) {
    guard ftruncate(handle.fileDescriptor, 0) == 0, lseek(handle.fileDescriptor, 0, SEEK_SET) == 0
    else { throw .disk(path: path, reason: Self.reason()) }
    size = 0
  }

  /// Adds bytes at the end.
  func append(_ bytes: Data, limit: Int) throws(TransferProblem) {
    guard size + bytes.count <= limit else { throw .tooLarge(limit: limit) }
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw .disk(path: path, reason: Self.reason())
    }
    size += bytes.count
  }

  /// Deletes what has come.
  func remove() {
    unlink(path)
  }

  /// Gives the complete file its place; whoever looks there sees all of it or nothing.
  func move(to target: String) throws(TransferProblem) {
    guard fsync(handle.fileDescriptor) == 0, rename(path, target) == 0 else {
      throw .disk(path: target, reason: Self.reason())
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
