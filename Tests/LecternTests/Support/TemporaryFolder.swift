import Foundation

/// A folder of a test's own.
struct TemporaryFolder: Sendable {
  /// What every temporary folder's name contains, so that tests can look for it where no folder belongs.
  static let mark = "lectern-test-"

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: Self.mark + UUID().uuidString)
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Writes a file and the folders that it is in.
  func write(_ bytes: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// The contents of all files, by their paths within the folder; a folder without files ends with a slash.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      let file = url.appending(path: path)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true {
        contents[path] = try Data(contentsOf: file)
      } else if try FileManager.default.contentsOfDirectory(atPath: file.path).isEmpty {
        contents[path + "/"] = Data()
      }
    }
    return contents
  }

  /// Removes the folder with all that is in it. What was ended a moment ago may have children that still write there.
  func remove() {
    for _ in 0..<200 {
      try? FileManager.default.removeItem(at: url)
      if !FileManager.default.fileExists(atPath: url.path) { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }
}
