import Randomness

/// The order in which each epoch of a run sees its examples: a fresh permutation of the rows per epoch, drawn as it begins.
public struct EpochOrders: Sendable, Sequence, IteratorProtocol {
  /// The number of examples.
  public let rows: Int
  /// The number of permutations that are left.
  public private(set) var epochs: Int
  private var stream: RandomState
  /// The permutation before, whose memory the next one takes over.
  private var order: [Int] = []

  /// The next `epochs` permutations of `rows` from a stream that nobody draws from after them.
  public init(rows: Int, epochs: Int, from stream: RandomState) {
    precondition(rows >= 0 && epochs >= 0, "counts are not negative")
    self.rows = rows
    self.epochs = epochs
    self.stream = stream
  }

  /// Takes the draws of all permutations from a stream that goes on, even if the run stops early: what is drawn after it
  /// then does not depend on how it goes.
  ///
  /// The permutations are not kept but drawn again, since there may be very many of them.
  public init(rows: Int, epochs: Int, drawing stream: inout RandomState) {
    self.init(rows: rows, epochs: epochs, from: stream)
    _ = passOver(&stream, isCancelled: { false })
  }

  /// The same for runs of many epochs.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so; the stream is then
  ///   somewhere between its ends.
  public init(
    rows: Int, epochs: Int, drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws(CancellationError) {
    self.init(rows: rows, epochs: epochs, from: stream)
    if !passOver(&stream, isCancelled: isCancelled) { throw CancellationError() }
  }

  /// Takes the draws of the permutations that are left, or returns false if it is cancelled meanwhile.
  private func passOver(_ stream: inout RandomState, isCancelled: () -> Bool) -> Bool {
    let epochsAtOnce = Swift.max(1, CancellationPace.stretch / Swift.max(1, rows))
    var left = epochs
    while left > 0 {
      if isCancelled() { return false }
      let count = Swift.min(left, epochsAtOnce)
      for _ in 0..<count { stream.skipPermutation(rows) }
      left -= count
    }
    return true
  }

  /// The rows in the order of the next epoch, or nil after the last.
  public mutating func next() -> [Int]? {
    if epochs == 0 { return nil }
    epochs -= 1
    stream.writePermutation(rows, to: &order)
    return order
  }
}
