import Execution
import Foundation

/// What names this program among others that may compute other results.
enum Engine {
  /// The version, and the size and time of the program's file: whoever builds Lectern has many programs of one version.
  static let name: String = {
    var status = stat()
    guard let path = Bundle.main.executablePath, stat(path, &status) == 0 else {
      return lecternVersion
    }
    #if os(macOS)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(lecternVersion) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }()
}
