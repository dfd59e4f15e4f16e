import Execution

/// Brings data from elsewhere to this machine, once, and finds it there ever after.
public struct Downloads: Sendable {
  /// What a lesson can name.
  public enum Source: Sendable, Equatable {
    /// A data set on the hub.
    case hub(HubSource)
    /// A file on the web.
    case pinned(PinnedSource)
  }

  private let settings: HubSettings
  private let folder: String?
  private let lostHosts = LostHosts()
  private let digests = FileDigests()
  private let report: @Sendable (DownloadProgress) -> Void

  /// - Parameters:
  ///   - settings: where the hub is, and how long to wait; for the rest of the web too.
  ///   - folder: where files of the rest of the web are kept; nil if there is no such place.
  ///   - report: called on any thread whenever something has come.
  public init(
    settings: HubSettings, folder: String?,
    report: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) {
    self.settings = settings
    self.folder = folder
    self.report = report
  }

  /// What is on this machine already, without a request; nil if something is missing or damaged.
  ///
  /// - Throws: a source that has no data, or several to choose from.
  public func cached(_ source: Source) throws(FetchProblem) -> FetchedFiles? {
    switch source {
    case .hub(let source): try download(of: source)?.cached()
    case .pinned(let source): download(of: source)?.cached()
    }
  }

  /// The data of a source: from this machine, or else fetched.
  ///
  /// - Parameter isCancelled: asked often while something is fetched.
  public func data(
    of source: Source, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FetchProblem) -> FetchedFiles {
    if let cached = try cached(source) { return cached }
    switch source {
    case .hub(let source):
      let name = HubSource.prefix + source.repository
      guard let download = download(of: source, isCancelled) else { throw Self.homeless(name) }
      guard settings.isOffline else { return try download.fetch() }
      if let left = try download.leftByOthers() { return left }
      throw Self.offline(name, download.cache.place)
    case .pinned(let source):
      let name = source.fileName
      guard let download = download(of: source, isCancelled) else { throw Self.homeless(name) }
      guard settings.isOffline else { return try download.fetch() }
      throw Self.offline(name, download.folder)
    }
  }

  private static func offline(_ name: String, _ place: String) -> FetchProblem {
    FetchProblem(
      "\(name) is not on this machine, and Lectern is offline",
      notes: [
        "it is looked for in '\(place)'",
        "run once without --offline and HF_HUB_OFFLINE to fetch it",
      ])
  }

  /// Where everybody may write, others could put their data in the place of what was fetched.
  private static func homeless(_ name: String) -> FetchProblem {
    FetchProblem(
      "\(name) cannot be fetched: there is no folder to keep it in",
      notes: ["data are kept in the user's cache folder: set HOME or XDG_CACHE_HOME"])
  }

  private func download(
    of source: HubSource, _ isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> HubDownload? {
    settings.cacheFolder.map { folder in
      HubDownload(
        source: source, settings: settings,
        cache: HubCache(source, in: folder, digests: digests), lostHosts: lostHosts,
        isCancelled: isCancelled, report: report)
    }
  }

  private func download(
    of source: PinnedSource, _ isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> PinnedDownload? {
    folder.map { folder in
      PinnedDownload(
        source: source, folder: folder, limits: settings.limits, lostHosts: lostHosts,
        digests: digests, isCancelled: isCancelled, report: report)
    }
  }
}
