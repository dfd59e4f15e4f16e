import Dispatch

/// Wakes the thread that follows a lesson.
final class PreviewBell: Sendable {
  /// The rings that nobody has heard yet.
  private let rings = DispatchSemaphore(value: 0)

  func ring() { rings.signal() }

  /// Returns when the bell has been rung since the last time, or when the time is over.
  func wait(seconds: Double) {
    guard rings.wait(timeout: .now() + seconds) == .success else { return }
    // Whoever wakes looks at everything that there is to see; what rings after this is another matter.
    while rings.wait(timeout: .now()) == .success {}
  }
}
