import Randomness

/// The order in which each epoch of a run sees its examples: a fresh permutation of the rows per epoch.
///
/// All draws of a run are taken from its stream at once, even if the run stops early, so that what is drawn after it does
/// not depend on how it goes.
public struct EpochOrders: Sendable, Equatable, Sequence, IteratorProtocol {
  /// The permutations, one after the other, or where too many the stream that draws them again.
  private enum Source: Sendable, Equatable {
    case kept([UInt32])
    case drawnAgain(RandomState)
  }

  /// How many numbers are kept at most: 64 megabytes.
  private static let keptLimit = 16_777_216

  /// The number of examples.
  public let rows: Int
  /// The number of permutations that are left.
  public private(set) var epochs: Int
  private var source: Source
  private var used = 0

  /// Takes the draws of `epochs` permutations of `rows` from the stream.
  public init(rows: Int, epochs: Int, drawing stream: inout RandomState) {
    precondition(rows >= 0 && epochs >= 0, "counts are not negative")
    self.rows = rows
    self.epochs = epochs
    let (size, overflows) = rows.multipliedReportingOverflow(by: epochs)
    if overflows || size > Self.keptLimit {
      source = .drawnAgain(stream)
      for _ in 0..<epochs { _ = stream.permutation(rows) }
    } else {
      let unshuffled = (0..<rows).map { UInt32($0) }
      var permutations: [UInt32] = []
      permutations.reserveCapacity(size)
      for _ in 0..<epochs { permutations += stream.permutation(of: unshuffled) }
      source = .kept(permutations)
    }
  }

  /// The rows in the order of the next epoch, or nil after the last.
  public mutating func next() -> [Int]? {
    if epochs == 0 { return nil }
    epochs -= 1
    switch source {
    case .kept(let permutations):
      used += rows
      return permutations[used - rows..<used].map { Int($0) }
    case .drawnAgain(var stream):
      let permutation = stream.permutation(rows)
      source = .drawnAgain(stream)
      return permutation
    }
  }
}
