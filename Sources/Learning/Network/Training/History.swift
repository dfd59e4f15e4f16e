/// What a run left behind besides its network.
public struct History: Sendable, Equatable, Codable {
  /// The recorded epochs, ascending.
  public var records: [EpochRecord] = []
  /// The norm of the gradient that made each update, if it was tracked.
  public var gradientNorm: [Double]?
  /// The loss of each update's batch before it, if it was tracked.
  public var updateLosses: [Double]?
  /// Where the run stopped, if its numbers became infinite or undefined.
  public var divergence: Divergence?
  /// The epoch with the lowest validation loss, from 1, if the run watched for it.
  public var bestEpoch: Int?
  /// The network after the epochs that the settings name, as far as the run came.
  public var snapshots: [NetworkSnapshot] = []
  /// What was measured beside, if anything was.
  public var tracked: TrackedRecord?
}
