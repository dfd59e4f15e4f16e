/// How far a block is that does many pieces of work, such as the runs of a sweep.
public struct BlockProgress: Sendable, Equatable {
  /// How many pieces are done.
  public var done: Int
  /// How many there are.
  public var total: Int
  /// How much of all the work is done, from 0 to 1: pieces may differ in size.
  public var share: Double

  /// So many pieces of all, which are a share of the work.
  public init(done: Int, of total: Int, share: Double) {
    self.done = done
    self.total = total
    self.share = share
  }
}
