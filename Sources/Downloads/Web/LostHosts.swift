import Synchronization

/// The hosts that could not be reached although they were asked again and again.
///
/// For everything else they are asked once each until they answer: on a machine without a network, ten sources would
/// otherwise take ten times as long to fail as one.
final class LostHosts: Sendable {
  private let names = Mutex<Set<String>>([])

  func contains(_ host: String) -> Bool { names.withLock { $0.contains(host) } }

  /// All repetitions were in vain.
  func insert(_ host: String) { names.withLock { _ = $0.insert(host) } }

  /// The host has answered.
  func remove(_ host: String) { names.withLock { _ = $0.remove(host) } }
}
