import Foundation

/// The package that the tests belong to, and what lies around it.
enum Package {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether a test that lacks what it needs fails rather than being skipped.
  static let requiresEverything =
    ProcessInfo.processInfo.environment["LECTERN_REQUIRE_EVERYTHING"] == "1"

  /// The files of `notebooks/`, in order of their names.
  static func lessons() throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(
        at: root.appending(path: "notebooks"), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
