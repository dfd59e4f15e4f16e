import Execution
import Foundation

/// Folders of the cache.
enum DiskFolder {
  /// Makes a folder, and those that it is in, unless it is there.
  static func make(_ path: String) throws(TransferProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .disk(FileProblem(path: path, "cannot be made", because: error))
    }
  }
}
