import Execution
import Foundation

/// Brings the data of one source on the hub to this machine, once.
struct HubDownload: Sendable {
  let source: HubSource
  let settings: HubSettings
  let cache: HubCache
  let lostHosts: LostHosts
  let isCancelled: @Sendable () -> Bool
  let report: @Sendable (DownloadProgress) -> Void

  /// What there is to fetch.
  private struct Wanted {
    var commit: String
    var files: [String]
    /// The names of all files of the repository, if it was asked for them.
    var listing: [String]?
  }

  /// What lies in the cache, without a request; nil if something is missing or damaged.
  func cached() throws(FetchProblem) -> FetchedFiles? {
    guard let commit = cache.commit(of: source.revision) else { return nil }
    if let file = exactFile, let data = data([file], at: commit) { return data }
    guard let listing = cache.listing(of: commit) else { return nil }
    return data(try choose(from: listing), at: commit)
  }

  /// What the hub's own client has left: perhaps not all files of the repository, but all there is without a request.
  func leftByOthers() throws(FetchProblem) -> FetchedFiles? {
    guard let commit = cache.commit(of: source.revision) else { return nil }
    let files = cache.present(in: commit)
    return files.isEmpty ? nil : data(try choose(from: files), at: commit)
  }

  /// Fetches what is missing.
  func fetch() throws(FetchProblem) -> FetchedFiles {
    let deadline = ContinuousClock.now + .seconds(settings.limits.totalSeconds)
    let wanted = try wanted(until: deadline)
    try explaining { () throws(TransferProblem) in
      for file in wanted.files where cache.intactPath(of: file, in: wanted.commit) == nil {
        try fetch(file, at: wanted.commit, until: deadline)
      }
      try cache.note(source.revision, is: wanted.commit, listing: wanted.listing)
    }
    guard let data = data(wanted.files, at: wanted.commit) else {
      throw FetchProblem(
        "the files of \(HubSource.prefix)\(source.repository) on this machine keep changing",
        notes: ["they are in '\(cache.place)'"])
    }
    return data
  }

  private func wanted(until deadline: ContinuousClock.Instant) throws(FetchProblem) -> Wanted {
    if let file = exactFile, let commit = try commit(with: file, until: deadline) {
      return Wanted(commit: commit, files: [file])
    }
    let repository = try explaining { () throws(TransferProblem) in
      try server.repository(source, until: deadline)
    }
    return Wanted(
      commit: repository.commit, files: try choose(from: repository.files),
      listing: repository.files)
  }

  /// The commit that the revision is, if there is a file of this very name in it. Several pieces of a file have a name
  /// together that none of them has.
  private func commit(
    with file: String, until deadline: ContinuousClock.Instant
  ) throws(FetchProblem) -> String? {
    let commit = try explaining { () throws(TransferProblem) -> String? in
      do throws(TransferProblem) {
        return try server.entry(file, of: source, at: source.revision, until: deadline).commit
      } catch .status(404, _, _) {
        return nil
      }
    }
    return commit.flatMap { HubCache.isCommit($0) ? $0 : nil }
  }

  /// Fetches one file, unless another program has done so in the meantime.
  private func fetch(
    _ file: String, at commit: String, until deadline: ContinuousClock.Instant
  ) throws(TransferProblem) {
    let entry = try server.entry(file, of: source, at: commit, until: deadline)
    let lock = try cache.lock(entry.etag, isCancelled: isCancelled)
    defer { withExtendedLifetime(lock) {} }
    let address = try server.address(file, of: source, at: commit)
    let download = VerifiedDownload(
      address: address, size: entry.size, digest: Digest(etag: entry.etag),
      target: cache.blobPath(entry.etag), client: server.client)
    try download.run(into: try cache.part(of: entry.etag), until: deadline) { received in
      report(DownloadProgress(file: file, received: received, total: entry.size))
    }
    try cache.link(file, in: commit, to: entry.etag)
  }

  /// The file that the source seems to name in full, so that nobody has to be asked which files there are.
  private var exactFile: String? {
    source.file.flatMap { DataFiles.isData($0) ? $0 : nil }
  }

  private func choose(from files: [String]) throws(FetchProblem) -> [String] {
    do throws(DataFiles.Mistake) {
      return try DataFiles.choose(source.file, from: files, repository: source.repository)
    } catch {
      throw FetchProblem(error.message, isMistake: true)
    }
  }

  private func data(_ files: [String], at commit: String) -> FetchedFiles? {
    let found = files.compactMap { file in
      cache.intactPath(of: file, in: commit).map { FetchedFiles.File(name: file, path: $0) }
    }
    if found.count != files.count { return nil }
    return FetchedFiles(
      description: "\(HubSource.prefix)\(source.repository)@\(commit)", files: found)
  }

  private func explaining<Result>(
    _ work: () throws(TransferProblem) -> Result
  ) throws(FetchProblem) -> Result {
    do throws(TransferProblem) {
      return try work()
    } catch {
      throw FetchProblem(error, fetching: HubSource.prefix + source.repository)
    }
  }

  private var server: HubServer {
    HubServer(
      endpoint: settings.endpoint,
      client: WebClient(
        limits: settings.limits, token: settings.token,
        tokenOrigin: WebClient.origin(of: settings.endpoint), lostHosts: lostHosts,
        isCancelled: isCancelled))
  }
}
