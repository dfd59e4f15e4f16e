import Foundation

/// A lock between programs that want to write one file, as Python's `filelock` takes it: `flock` on a file that stays.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits until the lock is free; the system frees it when its holder ends, however that happens.
  init(_ path: String, isCancelled: () -> Bool) throws(TransferProblem) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .refused(path) }
    // From here on an error ends in `deinit`, too, which closes the file.
    descriptor = opened
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .refused(path) }
      if isCancelled() { throw .cancelled }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  deinit { close(descriptor) }
}
