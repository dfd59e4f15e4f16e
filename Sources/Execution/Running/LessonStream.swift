import Randomness
import Synchronization

/// The one random stream of a lesson whose blocks share it. The queue lets one block at a time draw from it, in document
/// order.
final class LessonStream: Sendable {
  private let state: Mutex<RandomState>

  init(seed: UInt32) {
    state = Mutex(RandomState(seed: seed))
  }

  /// How the stream goes on.
  var current: RandomState { state.withLock(\.self) }

  /// Goes on as a block's draws have left the stream in an earlier run.
  func resume(_ stream: RandomState) {
    state.withLock { $0 = stream }
  }

  func draw<Drawn, Failure: Error>(
    _ body: (inout RandomState) throws(Failure) -> Drawn
  ) throws(Failure) -> Drawn {
    var stream = current
    defer { state.withLock { $0 = stream } }
    return try body(&stream)
  }
}
