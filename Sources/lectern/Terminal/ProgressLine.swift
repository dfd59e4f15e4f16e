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

  /// Goes to the start of the line and empties it.
  private static let erasure = "\r\u{1B}[K"
  /// What does not fit into the line is left out meanwhile: of a text that wrapped, only the last line could be taken away.
  private static let wrapping = (off: "\u{1B}[?7l", on: "\u{1B}[?7h")
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
      write(
        Self.erasure + Self.wrapping.off + TerminalLine.visible(text) + Self.wrapping.on)
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { write(Self.erasure) }
      state.isShown = false
    }
  }
}
