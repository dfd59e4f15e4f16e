import Execution
import Foundation

extension OutputFile {
  /// Finds out whether a file can be written, as far as that can be known without making or changing anything: a training is
  /// too long to learn it at its end.
  static func foresee(_ path: String) throws(FileProblem) {
    if isStream(path) { return }
    let place = place(of: path)
    if FileStamp(ofFile: place)?.isFolder == true { throw refusal(of: path, POSIXError(.EISDIR)) }
    var folder = LessonPath.folder(of: place)
    while FileStamp(ofFile: folder) == nil, folder != "/" {
      folder = LessonPath.folder(of: folder)
    }
    guard FileStamp(ofFile: folder)?.isFolder == true else {
      throw refusal(of: path, POSIXError(.ENOTDIR))
    }
    if access(folder, W_OK) != 0 { throw refusal(of: path, POSIXError.last) }
  }

  private static func refusal(of path: String, _ error: any Error) -> FileProblem {
    FileProblem(path: path, "cannot be written", because: error)
  }
}
