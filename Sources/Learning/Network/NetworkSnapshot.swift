/// A network as it was after an epoch of its training.
public struct NetworkSnapshot: Sendable, Equatable, Codable {
  /// How many epochs it had seen, 0 before the first.
  public var epoch: Int
  /// The network; of one in single precision every number is kept as it is, since double precision has it, too.
  public var network: Network<Double>

  /// A network after some epochs.
  public init(epoch: Int, network: Network<Double>) {
    self.epoch = epoch
    self.network = network
  }
}
