import Synchronization

/// Keeps plain lines about work in progress few: whoever reads them reads them all.
final class ProgressPace: Sendable {
  private static let pause = Duration.seconds(30)

  private let last = Mutex(ContinuousClock.now)

  /// Whether it is time for a line, which then counts as said.
  var allowsLine: Bool {
    last.withLock { last in
      guard .now - last >= Self.pause else { return false }
      last = .now
      return true
    }
  }
}
