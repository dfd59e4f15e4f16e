import Foundation

/// The part of a file that has come so far, on the disk: what an interrupted download leaves for the next.
///
/// One transfer at a time writes to it, under a lock.
final class PartFile {
  let path: String
  private(set) var size: Int
  private let descriptor: Int32

  /// Opens the part, or makes an empty one.
  init(_ path: String) throws(TransferProblem) {
    self.path = path
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .refused(path) }
    descriptor = opened
    size = max(0, Int(lseek(opened, 0, SEEK_END)))
  }

  deinit { close(descriptor) }

  /// Throws away what has come.
  func clear() throws(TransferProblem) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .refused(path)
    }
    size = 0
  }

  /// Adds bytes at the end.
  func append(_ bytes: Data, limit: Int) throws(TransferProblem) {
    guard size + bytes.count <= limit else { throw .tooLarge(limit: limit) }
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw .refused(path) }
      rest = rest.dropFirst(max(0, count))
      size += max(0, count)
    }
  }

  /// Deletes what has come.
  func remove() {
    unlink(path)
  }

  /// Gives the complete file its place; whoever looks there sees all of it or nothing.
  func move(to target: String) throws(TransferProblem) {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else { throw .refused(target) }
  }
}
