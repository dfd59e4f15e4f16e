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

extension RandomState {
  /// Takes numbers from a stream with a seed of its own, or from this one.
  mutating func draw<Drawn>(
    seed: Int?, _ body: (inout RandomState) throws -> Drawn
  ) rethrows -> Drawn {
    guard let seed else { return try body(&self) }
    var own = RandomState(seed: UInt32(clamping: seed))
    return try body(&own)
  }
}
