import Foundation

/// Where the hub is and where its files are kept, as the environment says in the hub's own conventions.
///
/// Source: huggingface_hub, "Environment variables".
public struct HubSettings: Sendable {
  /// `HF_ENDPOINT`, by default `https://huggingface.co`.
  public var endpoint: URL
  /// `HF_HUB_CACHE`, by default `hub` in `HF_HOME`, which is `huggingface` in the user's cache folder; nil when the user has
  /// no home.
  public var cacheFolder: String?
  /// `HF_TOKEN`, for data that not everybody may read.
  public var token: String?
  /// `HF_HUB_OFFLINE`: nothing is asked for.
  public var isOffline: Bool
  /// How long transfers may take; `HF_HUB_ETAG_TIMEOUT` and `HF_HUB_DOWNLOAD_TIMEOUT` are seconds.
  public var limits = TransferLimits()

  /// The settings in an environment.
  ///
  /// - Throws: an endpoint that is no address.
  public init(environment: [String: String]) throws(TransferProblem) {
    let written = environment.text("HF_ENDPOINT") ?? "https://huggingface.co"
    let bare = written.hasSuffix("/") ? String(written.dropLast()) : written
    guard let endpoint = URL(string: bare), endpoint.isOnWeb else {
      throw .unusableAddress(written)
    }
    self.endpoint = endpoint
    let cache =
      environment.text("XDG_CACHE_HOME") ?? environment.text("HOME").map { "\($0)/.cache" }
    let home = environment.text("HF_HOME") ?? cache.map { "\($0)/huggingface" }
    cacheFolder = environment.text("HF_HUB_CACHE") ?? home.map { "\($0)/hub" }
    token = environment.text("HF_TOKEN")
    let offline = environment.text("HF_HUB_OFFLINE")?.uppercased() ?? ""
    isOffline = ["1", "ON", "YES", "TRUE"].contains(offline)
    if let seconds = environment.seconds("HF_HUB_ETAG_TIMEOUT") { limits.answerSeconds = seconds }
    if let seconds = environment.seconds("HF_HUB_DOWNLOAD_TIMEOUT") { limits.idleSeconds = seconds }
  }
}

extension [String: String] {
  /// A variable that is set to something.
  fileprivate func text(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  fileprivate func seconds(_ name: String) -> Int? {
    text(name).flatMap { Int($0) }.flatMap { (1...86_400).contains($0) ? $0 : nil }
  }
}
