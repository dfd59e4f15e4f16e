import Execution
import Foundation

/// What names this program among others that may compute other results.
enum Engine {
  /// The version, and what tells programs of one version from each other: whoever builds Lectern has many.
  static let name = "\(lecternVersion) \(BuildID.ofProgram ?? stateOfFile ?? "")"

  /// The size and the time of the program's file, for one that the linker has not named. Systems that give all files one
  /// time can make two programs look alike.
  private static var stateOfFile: String? {
    var status = stat()
    guard let path = Bundle.main.executablePath, stat(path, &status) == 0 else { return nil }
    #if os(macOS)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
