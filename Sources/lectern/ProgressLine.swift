import Rendering
import Synchronization

/// One line at the foot of the terminal that says what runs, and leaves nothing behind.
///
/// Whatever else is said takes the line away first; the next step of the work brings it back.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var lastDraw: ContinuousClock.Instant?
  }

  /// No faster than eyes can follow.
  private static let pause = Duration.milliseconds(50)

  private let state = Mutex(State())
  private let write: @Sendable (String) -> Void

  /// A line that is written with `write`.
  init(write: @escaping @Sendable (String) -> Void) {
    self.write = write
  }

  /// Shows a text, unless another one was shown just now and is still there.
  func show(_ text: String) {
    state.withLock { state in
      if state.isShown, let last = state.lastDraw, .now - last < Self.pause { return }
      state.lastDraw = .now
      state.isShown = true
      write("\r\u{1B}[K" + TerminalLine.visible(text))
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
