import Execution
import Foundation

/// The files of one data set on the disk, laid out as the hub's own client does, so that both use what the other has fetched:
/// `blobs/` by digest, `snapshots/COMMIT/FILE` as links to them, `refs/REVISION` with the commit.
///
/// Source: huggingface_hub, "Understand caching". Beside it, `lectern/COMMIT.json` lists all files of the repository: a
/// snapshot has only those that somebody wanted.
struct HubCache: Sendable {
  /// The folder of all data sets.
  let place: String
  private let name: String
  private let digests: FileDigests

  init(_ source: HubSource, in place: String, digests: FileDigests) {
    self.place = place
    self.digests = digests
    name = "datasets--\(source.owner)--\(source.name)"
  }

  private var folder: String { "\(place)/\(name)" }
  private var locks: String { "\(place)/.locks/\(name)" }

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

  /// The names of the files of a commit that somebody has fetched, damaged ones among them.
  func present(in commit: String) -> [String] {
    let root = "\(folder)/snapshots/\(commit)"
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { path(of: $0, in: commit) != nil }.sorted()
  }

  /// Where a file of a commit lies; nil if it is not there, or not as it was fetched.
  func intactPath(of file: String, in commit: String) -> String? {
    guard let path = path(of: file, in: commit) else { return nil }
    let blob = path.split(separator: "/").last.map(String.init) ?? ""
    guard let digest = Digest(etag: blob) else {
      // A copy instead of a link, or a blob named by another kind of tag: there is nothing to compare it with.
      return path
    }
    return digests.matches(digest, file: path) ? path : nil
  }

  /// Where a file of a commit lies; nil if it is not there.
  private func path(of file: String, in commit: String) -> String? {
    let link = snapshotPath(of: file, in: commit)
    let path = URL(fileURLWithPath: link).resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue ? path : nil
  }

  /// Where the bytes with a tag belong.
  func blobPath(_ etag: String) -> String { "\(folder)/blobs/\(etag)" }

  /// What has come of the bytes with a tag.
  func part(of etag: String) throws(TransferProblem) -> PartFile {
    try DiskFolder.make("\(folder)/blobs")
    return try PartFile("\(folder)/blobs/\(etag).part")
  }

  /// The lock of the bytes with a tag.
  func lock(_ etag: String, isCancelled: () -> Bool) throws(TransferProblem) -> FileLock {
    try DiskFolder.make(locks)
    return try FileLock("\(locks)/\(etag).lock", isCancelled: isCancelled)
  }

  /// Gives the bytes with a tag their name in a commit.
  func link(_ file: String, in commit: String, to etag: String) throws(TransferProblem) {
    let path = snapshotPath(of: file, in: commit)
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try DiskFolder.make(parent)
    let depth = file.split(separator: "/").count + 1
    let target = String(repeating: "../", count: depth) + "blobs/\(etag)"
    let draft = "\(path).\(UUID().uuidString).link"
    try WholeFile.put(at: path, drafting: draft, refusal: { .refused(path) }) {
      () throws(TransferProblem) in
      guard symlink(target, draft) == 0 else { throw .refused(path) }
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
    try DiskFolder.make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .disk(FileProblem(path: path, "cannot be written", because: error))
    }
  }
}
