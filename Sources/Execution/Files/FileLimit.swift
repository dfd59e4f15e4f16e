/// How large a file may be that is read into memory as a whole.
public struct FileLimit: Sendable {
  /// The most bytes.
  let bytes: Int
  /// What a larger file is too much for, in the words of a diagnostic.
  private let use: String

  /// Lessons, which have a limit of their own that is told at its place, and what else people write by hand.
  public static let text = FileLimit(bytes: 64_000_000, use: "a text")
  /// Tables and pictures to learn from: as large as they may be unpacked, and as what is fetched.
  public static let data = FileLimit(bytes: 4 << 30, use: "data")
  /// Pictures and other files that become part of a report.
  static let page = FileLimit(bytes: 2_000_000, use: "a report")

  /// That a file is larger.
  func problem(withFile path: String) -> FileProblem {
    let megabytes = bytes / 1_000_000
    let size = megabytes < 1_000 ? "\(megabytes) MB" : "\(megabytes / 1_000) GB"
    return FileProblem(path: path, reason: "is larger than \(size), too much for \(use)")
  }
}
