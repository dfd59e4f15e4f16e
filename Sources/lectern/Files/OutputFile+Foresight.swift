import Execution
import Foundation

extension OutputFile {
  /// Finds out whether a file can be written, as far as that can be known without making or changing anything: a training is
  /// too long to learn it at its end.
  ///
  /// - Parameter changes: whether the text is another one each time. Without that, a file that is there is not judged: it may
  ///   have the very text already, and stays as it is then, whoever may write to it.
  static func foresee(_ path: String, changes: Bool = false) throws(FileProblem) {
    if isStream(path) { return }
    do {
      _ = try file(of: path)
      try judge(place(of: path), changes: changes)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw FileProblem(path: path, "cannot be written", because: error)
    }
    if changes { try refuseProtected(path) }
  }

  private static func judge(_ place: String, changes: Bool) throws(POSIXError) {
    if let found = FileStamp(ofFile: place) {
      if found.isFolder { throw POSIXError(.EISDIR) }
      if !changes { return }
    }
    var folder = LessonPath.folder(of: place)
    while FileStamp(ofFile: folder) == nil, folder != "/" {
      folder = LessonPath.folder(of: folder)
    }
    guard FileStamp(ofFile: folder)?.isFolder == true else { throw POSIXError(.ENOTDIR) }
    if access(folder, W_OK) != 0 { throw POSIXError.last }
  }
}
