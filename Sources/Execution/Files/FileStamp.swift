import Foundation

/// What tells one state of a file from another without reading it.
public struct FileStamp: Sendable, Hashable {
  /// The size in bytes.
  public let size: Int
  /// Whether the file is a folder.
  public let isFolder: Bool
  private let device: UInt64
  private let inode: UInt64
  private let modified: Instant
  /// Changes even when a program sets `modified` back, and when another file takes the name.
  private let changed: Instant

  private struct Instant: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  /// The state of the file at a path now; nil if there is none.
  public init?(ofFile path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The state of an open file now; nil if the system does not tell.
  init?(ofDescriptor descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    #if os(macOS)
      modified = Instant(status.st_mtimespec)
      changed = Instant(status.st_ctimespec)
    #else
      modified = Instant(status.st_mtim)
      changed = Instant(status.st_ctim)
    #endif
  }

  /// Whether nothing was written to the file since an earlier state. Another name or none is no matter.
  func hasBytes(of earlier: FileStamp) -> Bool {
    size == earlier.size && modified == earlier.modified
  }
}
