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
  private let folder: String
  private let lostHosts = LostHosts()
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (DownloadProgress) -> Void

  /// - Parameters:
  ///   - settings: where the hub is, and how long to wait; for the rest of the web too.
  ///   - folder: where files of the rest of the web are kept.
  ///   - isCancelled: asked often while something is fetched.
  ///   - report: called on any thread whenever something has come.
  public init(
    settings: HubSettings, folder: String, isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) {
    self.settings = settings
    self.folder = folder
    self.isCancelled = isCancelled
    self.report = report
  }

  /// What is on this machine already, without a request; nil if something is missing or damaged.
  ///
  /// - Throws: a source that has no data, or several to choose from.
  public func cached(_ source: Source) throws(FetchProblem) -> FetchedFiles? {
    switch source {
    case .hub(let source): try download(of: source).cached()
    case .pinned(let source): download(of: source).cached()
    }
  }

  /// The data of a source: from this machine, or else fetched.
  public func data(of source: Source) throws(FetchProblem) -> FetchedFiles {
    if let cached = try cached(source) { return cached }
    switch source {
    case .hub(let source):
      guard settings.isOffline else { return try download(of: source).fetch() }
      if let left = try download(of: source).leftByOthers() { return left }
      throw offline(
        "\(HubSource.prefix)\(source.repository)", "it is looked for in '\(settings.cacheFolder)'")
    case .pinned(let source):
      guard settings.isOffline else { return try download(of: source).fetch() }
      throw offline(source.fileName, "it is looked for in '\(folder)'")
    }
  }

  private func offline(_ name: String, _ place: String) -> FetchProblem {
    FetchProblem(
      "\(name) is not on this machine, and Lectern is offline",
      notes: [place, "run once without --offline and HF_HUB_OFFLINE to fetch it"])
  }

  private func download(of source: HubSource) -> HubDownload {
    HubDownload(
      source: source, settings: settings, lostHosts: lostHosts, isCancelled: isCancelled,
      report: report)
  }

  private func download(of source: PinnedSource) -> PinnedDownload {
    PinnedDownload(
      source: source, folder: folder, limits: settings.limits, lostHosts: lostHosts,
      isCancelled: isCancelled, report: report)
  }
}
