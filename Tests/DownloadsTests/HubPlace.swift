import Downloads
import Execution
import Foundation
import HubTesting
import Synchronization

/// A stand-in hub, and an empty cache for what comes from it.
struct HubPlace: Sendable {
  let hub: StandInHub
  let cache: String
  private let cleaner: Cleaner

  init(
    files: [String: [UInt8]], fault: StandInHub.Fault = .none, token: String? = nil
  ) throws {
    hub = try StandInHub(files: files, fault: fault, token: token)
    cache = FileManager.default.temporaryDirectory.path + "/hub-\(UUID().uuidString)"
    cleaner = Cleaner(folder: cache, hub: hub)
  }

  func source(_ rest: String = "") throws -> Downloads.Source {
    .hub(try HubSource("hf:owner/name\(rest)"))
  }

  func downloads(
    isOffline: Bool = false, token: String? = nil,
    report: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) throws -> Downloads {
    var settings = try HubSettings(environment: [
      "HF_ENDPOINT": hub.endpoint, "HF_HUB_CACHE": cache, "HF_TOKEN": token ?? "",
      "HF_HUB_OFFLINE": isOffline ? "1" : "",
    ])
    settings.limits.answerSeconds = 1
    settings.limits.idleSeconds = 1
    settings.limits.attempts = 2
    settings.limits.firstPause = 0.01
    return Downloads(settings: settings, folder: cache + "/pinned", report: report)
  }

  /// The bytes of all files, one after the other.
  func bytes(of data: FetchedFiles) throws -> [UInt8] {
    try data.files.flatMap { Array(try Data(contentsOf: URL(fileURLWithPath: $0.path))) }
  }

  /// The complete files in the cache.
  func blobs() throws -> [String] { try names().filter { !$0.hasSuffix(".part") } }

  /// What is left of unfinished downloads.
  func parts() throws -> [String] { try names().filter { $0.hasSuffix(".part") } }

  private func names() throws -> [String] {
    let folder = cache + "/datasets--owner--name/blobs"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

/// What has been reported.
final class Received: Sendable {
  private let list = Mutex<[Int]>([])

  var counts: [Int] { list.withLock(\.self) }

  func note(_ progress: DownloadProgress) {
    list.withLock { $0.append(progress.received) }
  }
}

private final class Cleaner: Sendable {
  private let folder: String
  private let hub: StandInHub

  init(folder: String, hub: StandInHub) {
    self.folder = folder
    self.hub = hub
  }

  deinit {
    hub.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }
}
