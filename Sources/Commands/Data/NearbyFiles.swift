import Execution
import Learning
import Notebook

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The data files beside one that is not there, of which one may be meant.
struct NearbyFiles {
  /// A folder with more files is not looked through.
  private static let limit = 300
  private let folder: String

  /// The files in the folder of a place; nil where its path leads out of the folder that it starts from, since a lesson tells
  /// nothing of what lies elsewhere.
  init?(of location: Location, lessonFolder: String) {
    let parts = location.text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "" || parts.contains("..") { return nil }
    let path = location.path(lessonFolder: lessonFolder)
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// What may be meant by the name of a file that is not there.
  func nearest(to name: String) -> Suggestion {
    // A link that leads nowhere is there, too.
    suggestion(for: name, among: names.filter { $0 != name })
  }

  /// The names of files that hold data, in an order that does not depend on the disk.
  private var names: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    var count = 0
    while let entry = readdir(stream) {
      count += 1
      if count > Self.limit { return [] }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, Self.holdsData(name) { names.append(name) }
    }
    return names.sorted()
  }

  private static func holdsData(_ name: String) -> Bool {
    // macOS keeps `._name` beside a file of another system's disk.
    !name.hasPrefix(".") && (TableFormat(fileName: name) != nil || IDXFile.isNamed(name))
  }
}

extension BlockFailure {
  /// That a data file cannot be read.
  ///
  /// - Parameters:
  ///   - name: what reports may show of its path.
  ///   - nearby: where the file is looked for that is meant; nil for nowhere.
  init(
    _ problem: FileProblem, ofDataFile name: String, at range: SourceRange, nearby: NearbyFiles?
  ) {
    let hint = nearby?.nearest(to: name)
    self.init(
      "the data file '\(name)' \(problem.reason)\(hint?.description ?? "")", at: range,
      suggestion: hint,
      notes: problem.path == name ? [] : ["it is looked for at '\(problem.path)'"])
  }
}
