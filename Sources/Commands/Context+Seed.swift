import Execution
import Randomness

extension Context {
  /// Takes numbers from a stream with a seed of the block's own, or from the block's stream, which the lesson seeds.
  func draw<Drawn, Failure: Error>(
    seed: Int?, _ body: (inout RandomState) throws(Failure) -> Drawn
  ) throws(Failure) -> Drawn {
    guard let seed else { return try draw(body) }
    var own = RandomState(seed: UInt32(clamping: seed))
    return try body(&own)
  }
}
