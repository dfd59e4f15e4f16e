import Downloads
import Execution
import Foundation

/// The data that lessons name by where they are on the hub or the web.
struct WebData: DataFetcher {
  private let downloads: Result<Downloads, FetchProblem>

  /// - Parameters:
  ///   - isOffline: whether nothing may be asked for, whatever the environment says.
  ///   - console: who is shown how far a download is.
  init(isOffline: Bool, console: Console?) {
    do throws(TransferProblem) {
      var settings = try HubSettings(environment: ProcessInfo.processInfo.environment)
      if isOffline { settings.isOffline = true }
      let words = FetchProgress()
      downloads = .success(
        Downloads(
          settings: settings, folder: CacheFolder.path.map { $0 + "/downloads" },
          report: { console?.tellProgress(words.text($0)) }))
    } catch {
      downloads = .failure(FetchProblem("the hub's address (HF_ENDPOINT) is none: \(error)"))
    }
  }

  func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? {
    try downloads.get().cached(try Self.source(source))
  }

  func files(
    of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FetchProblem) -> FetchedFiles {
    try downloads.get().data(of: try Self.source(source), isCancelled: isCancelled)
  }

  /// What a lesson means.
  private static func source(_ source: RemoteSource) throws(FetchProblem) -> Downloads.Source {
    if source.text.hasPrefix(HubSource.prefix) {
      do throws(HubSource.Mistake) {
        return .hub(try HubSource(source.text))
      } catch {
        throw FetchProblem(error.message, isMistake: true)
      }
    }
    guard let pinned = PinnedSource(source.text, sha256: source.sha256 ?? "") else {
      let address = WebAddress(source.text)?.shown ?? source.text
      throw FetchProblem("'\(address)' is no address of a file on the web", isMistake: true)
    }
    return .pinned(pinned)
  }
}
