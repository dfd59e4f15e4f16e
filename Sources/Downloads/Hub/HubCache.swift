import Foundation

/// The files of one data set on the disk, laid out as the hub's own client does, so that both use what the other has fetched:
/// `blobs/` by digest, `snapshots/COMMIT/FILE` as links to them, `refs/REVISION` with the commit.
///
/// Source: huggingface_hub, "Understand caching". Beside it, `lectern/COMMIT.json` lists all files of the repository: a
/// snapshot has only those that somebody wanted.
struct HubCache: Sendable {
  private let folder: String
  private let locks: String

  init(_ source: HubSource, in cacheFolder: String) {
    let name = "datasets--\(source.owner)--\(source.name)"
    folder = "\(cacheFolder)/\(name)"
    locks = "\(cacheFolder)/.locks/\(name)"
  }

  /// The commit that a revision was when it was last asked for.
  func commit(of revision: String) -> String? {
    if Self.isCommit(revision) { return revision }
    let text = try? String(contentsOfFile: "\(folder)/refs/\(revision)", encoding: .utf8)
    let commit = text?.trimmingCharacters(in: .whitespacesAndNewlines)
    return commit.flatMap { Self.isCommit($0) ? $0 : nil }
  }

  static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40 && Digest(etag: text) != nil
  }

  /// The names of all files of a commit, as far as they are known here.
  func listing(of commit: String) -> [String]? {
    let data = try? Data(contentsOf: URL(fileURLWithPath: listingPath(commit)))
    return data.flatMap { try? JSONDecoder().decode([String].self, from: $0) }
  }

  /// The files of a commit that somebody has fetched.
  func present(in commit: String) -> [String] {
    let root = "\(folder)/snapshots/\(commit)"
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { intactPath(of: $0, in: commit) != nil }.sorted()
  }

  /// Where a file of a commit lies; nil if it is not there, or not as it was fetched.
  func intactPath(of file: String, in commit: String) -> String? {
    let link = snapshotPath(of: file, in: commit)
    let path = URL(fileURLWithPath: link).resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
    let blob = path.split(separator: "/").last.map(String.init) ?? ""
    guard let digest = Digest(etag: blob) else {
      // A copy instead of a link, or a blob named by another kind of tag: there is nothing to compare it with.
      return path
    }
    return digest.matches(file: path) ? path : nil
  }

  /// Where the bytes with a tag belong.
  func blobPath(_ etag: String) -> String { "\(folder)/blobs/\(etag)" }

  /// What has come of the bytes with a tag.
  func part(of etag: String) throws(TransferProblem) -> PartFile {
    try makeFolder("\(folder)/blobs")
    return try PartFile("\(folder)/blobs/\(etag).part")
  }

  /// The lock of the bytes with a tag.
  func lock(_ etag: String, isCancelled: () -> Bool) throws(TransferProblem) -> FileLock {
    try makeFolder(locks)
    return try FileLock("\(locks)/\(etag).lock", isCancelled: isCancelled)
  }

  /// Gives the bytes with a tag their name in a commit.
  func link(_ file: String, in commit: String, to etag: String) throws(TransferProblem) {
    let path = snapshotPath(of: file, in: commit)
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try makeFolder(parent)
    let depth = file.split(separator: "/").count + 1
    let target = String(repeating: "../", count: depth) + "blobs/\(etag)"
    let temporary = "\(path).\(UUID().uuidString).link"
    guard symlink(target, temporary) == 0, rename(temporary, path) == 0 else {
      throw .disk(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Remembers what a revision is, and the names of all its files.
  func note(
    _ revision: String, is commit: String, listing: [String]?
  ) throws(TransferProblem) {
    if let listing {
      let data = (try? JSONEncoder().encode(listing)) ?? Data()
      try write(data, to: listingPath(commit))
    }
    if !Self.isCommit(revision) {
      try write(Data(commit.utf8), to: "\(folder)/refs/\(revision)")
    }
  }

  private func listingPath(_ commit: String) -> String { "\(folder)/lectern/\(commit).json" }

  private func snapshotPath(of file: String, in commit: String) -> String {
    "\(folder)/snapshots/\(commit)/\(file)"
  }

  private func write(_ data: Data, to path: String) throws(TransferProblem) {
    try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .disk(path: path, reason: "it cannot be written")
    }
  }

  private func makeFolder(_ path: String) throws(TransferProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .disk(path: path, reason: "the folder cannot be made")
    }
  }
}
