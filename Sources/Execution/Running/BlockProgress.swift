/// How far a block is that does many pieces of work, such as the epochs of a training or the runs of a sweep.
public struct BlockProgress: Sendable, Equatable {
  /// What the pieces are.
  public enum Unit: Sendable {
    /// Passes over the data; the block says a line about each that it tells of.
    case epoch
    /// Trainings, about which the block says nothing until all are done.
    case run
  }

  /// What is counted.
  public var unit: Unit
  /// How many pieces are done.
  public var done: Int
  /// How many there are.
  public var total: Int
  /// How much of all the work is done, from 0 to 1: pieces may differ in size.
  public var share: Double
  /// The loss after the last piece, if there is one.
  public var loss: Double?

  /// So many runs of all, which are a share of the work.
  public init(done: Int, of total: Int, share: Double) {
    unit = .run
    self.done = done
    self.total = total
    self.share = share
  }

  /// An epoch has ended, with a loss.
  public init(epoch: Int, of epochs: Int, loss: Double) {
    unit = .epoch
    done = epoch
    total = epochs
    share = Double(epoch) / Double(epochs)
    self.loss = loss
  }
}
