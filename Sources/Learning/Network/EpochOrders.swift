import Randomness

/// The order in which each epoch of a run sees its examples: a fresh permutation of the rows per epoch.
///
/// All draws of a run are taken from its stream at once, even if the run stops early, so that what is drawn after it does
/// not depend on how it goes. The stream's state is kept rather than the permutations, which are drawn again when the
/// run gets to them: 2.5 kilobytes instead of rows x epochs numbers.
public struct EpochOrders: Sendable, Equatable, Codable, Sequence, IteratorProtocol {
  /// The number of examples.
  public let rows: Int
  /// The number of permutations that are left.
  public private(set) var epochs: Int
  private var stream: RandomState

  /// Takes the draws of `epochs` permutations of `rows` from the stream.
  public init(rows: Int, epochs: Int, drawing stream: inout RandomState) {
    precondition(rows >= 0 && epochs >= 0, "counts are not negative")
    self.rows = rows
    self.epochs = epochs
    self.stream = stream
    for _ in 0..<epochs { _ = stream.permutation(rows) }
  }

  /// The rows in the order of the next epoch, or nil after the last.
  public mutating func next() -> [Int]? {
    if epochs == 0 { return nil }
    epochs -= 1
    return stream.permutation(rows)
  }
}
