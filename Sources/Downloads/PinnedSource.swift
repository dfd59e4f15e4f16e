import Execution
import Foundation

/// A file on the web, pinned by its digest: `https://…` with `sha256:`.
public struct PinnedSource: Sendable, Equatable {
  /// Where the file is.
  public let address: URL
  /// 64 hexadecimal digits, lower case.
  public let sha256: String

  /// An address of a file and its digest; nil if the address is none on the web, or the digest is not 64 hexadecimal
  /// digits.
  public init?(_ address: String, sha256: String) {
    guard let url = URL(string: address), url.isOnWeb,
      case .sha256(let digits)? = Digest(etag: sha256.lowercased())
    else { return nil }
    self.address = url
    self.sha256 = digits
  }

  /// The last component of the address.
  public var fileName: String {
    let name = address.lastPathComponent
    return name.isEmpty || name == "/" ? (address.host ?? "file") : name
  }
}

/// Brings a pinned file to this machine, once.
struct PinnedDownload: Sendable {
  let source: PinnedSource
  /// Where pinned files are kept, each under its digest.
  let folder: String
  let limits: TransferLimits
  let lostHosts: LostHosts
  let isCancelled: @Sendable () -> Bool
  let report: @Sendable (DownloadProgress) -> Void

  private var path: String { "\(folder)/\(source.sha256)" }

  /// The file in the cache; nil if it is not there or damaged.
  func cached() -> FetchedFiles? {
    guard FileManager.default.fileExists(atPath: path),
      Digest.sha256(source.sha256).matches(file: path)
    else { return nil }
    return data
  }

  func fetch() throws(FetchProblem) -> FetchedFiles {
    do throws(TransferProblem) {
      try makeFolder()
      let lock = try FileLock("\(path).lock", isCancelled: isCancelled)
      defer { withExtendedLifetime(lock) {} }
      let download = VerifiedDownload(
        address: source.address, size: nil, digest: .sha256(source.sha256), target: path,
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
    FetchedFiles(
      description: source.address.absoluteString, files: [.init(name: source.fileName, path: path)])
  }

  private func makeFolder() throws(TransferProblem) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .disk(path: folder, reason: "the folder cannot be made")
    }
  }
}
