import Foundation

extension FileProblem {
  /// That the system refuses something, with its reason if it gives one.
  ///
  /// - Parameters:
  ///   - failure: what is refused, such as "cannot be read".
  ///   - error: a system's error, or one that has such an error beneath it.
  public init(path: String, _ failure: String, because error: any Error) {
    let reason = Self.systemError(in: error).map(Self.words)
    self.init(path: path, reason: failure + (reason.map { ": \($0)" } ?? ""))
  }

  private static func systemError(in error: any Error) -> POSIXErrorCode? {
    if let error = error as? POSIXError { return error.code }
    // The one that matters of those that Foundation tells without what is beneath.
    if let error = error as? CocoaError, error.code == .fileWriteOutOfSpace { return .ENOSPC }
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    return cause.flatMap(systemError)
  }

  /// Words of our own for what is usual, since those of systems differ.
  private static func words(for error: POSIXErrorCode) -> String {
    switch error {
    case .EACCES, .EPERM: "permission denied"
    case .ENOSPC, .EDQUOT: "the disk is full"
    case .EROFS: "the disk is for reading only"
    case .EIO: "the disk fails"
    case .EISDIR: "a folder has its name"
    case .ENOTDIR, .EEXIST: "a part of its path is no folder"
    case .ELOOP: "its links lead in a circle"
    case .ENAMETOOLONG: "its name is too long"
    default: String(cString: strerror(error.rawValue))
    }
  }
}

extension POSIXError {
  /// Why the system has just refused something; whatever is called in between may replace that.
  public static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
