import Foundation

/// A lock between programs that want to write one file, as Python's `filelock` takes it: `flock` on a file that stays.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits until the lock is free; the system frees it when its holder ends, however that happens.
  init(_ path: String, isCancelled: () -> Bool) throws(TransferProblem) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .disk(path: path, reason: String(cString: strerror(errno)))
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        throw .disk(path: path, reason: reason)
      }
      if isCancelled() {
        close(descriptor)
        throw .cancelled
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  deinit { close(descriptor) }
}
