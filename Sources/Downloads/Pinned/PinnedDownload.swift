import Execution
import Foundation

/// Brings a pinned file to this machine, once.
struct PinnedDownload: Sendable {
  let source: PinnedSource
  /// Where pinned files are kept, each under its digest.
  let folder: String
  let limits: TransferLimits
  let lostHosts: LostHosts
  let digests: FileDigests
  let isCancelled: @Sendable () -> Bool
  let report: @Sendable (DownloadProgress) -> Void

  private var digest: Digest { .sha256(source.sha256) }
  private var path: String { "\(folder)/\(source.sha256)" }

  /// The file in the cache; nil if it is not there or damaged.
  func cached() -> FetchedFiles? { digests.matches(digest, file: path) ? data : nil }

  func fetch() throws(FetchProblem) -> FetchedFiles {
    do throws(TransferProblem) {
      try DiskFolder.make(folder)
      let lock = try FileLock("\(path).lock", isCancelled: isCancelled)
      defer { withExtendedLifetime(lock) {} }
      let download = VerifiedDownload(
        address: source.address, size: nil, digest: digest, target: path,
        client: WebClient(
          limits: limits, token: nil, tokenOrigin: nil, lostHosts: lostHosts,
          isCancelled: isCancelled))
      try download.run(
        into: try PartFile("\(path).part"),
        until: .now + .seconds(limits.totalSeconds)
      ) { [report, source] received in
        report(DownloadProgress(file: source.fileName, received: received, total: nil))
      }
      return data
    } catch {
      throw FetchProblem(error, fetching: source.fileName)
    }
  }

  private var data: FetchedFiles {
    let address = source.address.absoluteString
    return FetchedFiles(
      description: WebAddress(address)?.shown ?? source.fileName,
      files: [.init(name: source.fileName, path: path)])
  }
}
