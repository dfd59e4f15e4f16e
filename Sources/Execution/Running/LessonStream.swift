import Randomness
import Synchronization

/// The one random stream of a lesson whose blocks share it. The schedule lets one block at a time draw from it, in document
/// order.
final class LessonStream: Sendable {
  private let state: Mutex<RandomState>

  init(seed: UInt32) {
    state = Mutex(RandomState(seed: seed))
  }

  func draw<Drawn, Failure: Error>(
    _ body: (inout RandomState) throws(Failure) -> Drawn
  ) throws(Failure) -> Drawn {
    var stream = state.withLock(\.self)
    defer { state.withLock { $0 = stream } }
    return try body(&stream)
  }
}
