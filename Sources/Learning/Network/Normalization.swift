/// The batch normalization of one layer: what is learnt, and what the training batches were like.
///
/// In training, the sums z of a unit become scale (z - mean) / sqrt(variance + 1e-5) + shift with the mean and the
/// variance (over n) of the batch; afterwards with the running ones, of which each batch replaces a tenth, the variance
/// over n - 1. These are the rules and defaults of PyTorch's BatchNorm1d.
/// Source: Ioffe and Szegedy, "Batch Normalization" (2015).
public struct Normalization<Scalar: Real>: Sendable, Equatable, Codable {
  /// What is added to a variance before its root is taken.
  static var epsilon: Scalar { 1e-5 }
  /// The share of a running number that a batch replaces.
  static var renewal: Scalar { 0.1 }

  /// One for each unit, 1 at first.
  public var scales: [Scalar]
  /// One for each unit, 0 at first.
  public var shifts: [Scalar]
  /// The running mean of each unit's sums, 0 at first.
  public var means: [Scalar]
  /// The running variance of each unit's sums, 1 at first.
  public var variances: [Scalar]

  /// A normalization that has seen nothing.
  public init(units: Int) {
    scales = Array(repeating: 1, count: units)
    shifts = Array(repeating: 0, count: units)
    means = Array(repeating: 0, count: units)
    variances = Array(repeating: 1, count: units)
  }

  /// The same numbers, rounded to another precision.
  func converted<Other: Real>(to precision: Other.Type) -> Normalization<Other> {
    var converted = Normalization<Other>(units: scales.count)
    converted.scales = scales.map { Other($0) }
    converted.shifts = shifts.map { Other($0) }
    converted.means = means.map { Other($0) }
    converted.variances = variances.map { Other($0) }
    return converted
  }
}

extension Network {
  /// A network without normalization that computes the same outputs: the running means and variances are made part of
  /// weights and biases.
  var folded: Network {
    if normalizations.isEmpty { return self }
    var folded = self
    for (layer, normalization) in normalizations.enumerated() {
      let columns = weights[layer].columns
      let factors = zip(normalization.scales, normalization.variances).map { scale, variance in
        scale / (variance + Normalization<Scalar>.epsilon).squareRoot()
      }
      for index in folded.weights[layer].elements.indices {
        folded.weights[layer].elements[index] *= factors[index % columns]
      }
      for unit in 0..<columns {
        folded.biases[layer][unit] =
          (biases[layer][unit] - normalization.means[unit]) * factors[unit]
          + normalization.shifts[unit]
      }
    }
    folded.normalizations = []
    return folded
  }
}
