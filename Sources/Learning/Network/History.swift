/// What a run left behind besides its network.
public struct History: Sendable, Equatable, Codable {
  /// The recorded epochs, ascending.
  public var records: [EpochRecord] = []
  /// The norm of the gradient that made each update, if it was tracked.
  public var gradientNorm: [Double]?
  /// Where the run stopped, if its numbers became infinite or undefined.
  public var divergence: Divergence?
}
