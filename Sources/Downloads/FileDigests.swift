import Execution
import Synchronization

/// Which files on the disk have the digest that they should have. Each is read once as long as it stays as it is: a preview
/// looks for its data after every change of the lesson.
package final class FileDigests: Sendable {
  /// A file that had a digest.
  private struct Match: Equatable {
    var stamp: FileStamp
    var digest: Digest
  }

  private let known = Mutex<[String: Match]>([:])
  private let compute: @Sendable (Digest, String) -> String?

  /// - Parameter compute: the digest of a file, of the same kind as another one; nil if the file cannot be read.
  package init(
    compute: @escaping @Sendable (Digest, String) -> String? = { try? $0.ofFile($1) }
  ) {
    self.compute = compute
  }

  /// Whether a file is there and has a digest.
  package func matches(_ digest: Digest, file path: String) -> Bool {
    // A change during the reading is then a change after it.
    guard let stamp = FileStamp(ofFile: path) else { return false }
    let match = Match(stamp: stamp, digest: digest)
    if known.withLock({ $0[path] }) == match { return true }
    guard compute(digest, path) == digest.text else { return false }
    known.withLock { $0[path] = match }
    return true
  }
}
