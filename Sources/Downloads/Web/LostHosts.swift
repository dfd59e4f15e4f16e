import Synchronization

/// The hosts that could not be reached although they were asked again and again, each at a port: at another one, the same
/// host may well answer.
///
/// For everything else they are asked once each until they answer: on a machine without a network, ten sources would
/// otherwise take ten times as long to fail as one.
final class LostHosts: Sendable {
  private let places = Mutex<Set<HostPort>>([])

  func contains(_ place: HostPort) -> Bool { places.withLock { $0.contains(place) } }

  /// All repetitions were in vain.
  func insert(_ place: HostPort) { places.withLock { _ = $0.insert(place) } }

  /// The host has answered.
  func remove(_ place: HostPort) { places.withLock { _ = $0.remove(place) } }
}
