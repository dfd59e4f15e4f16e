/// Whether probabilities mean what they say: of the rows with about one probability, how many belong to the class.
///
/// The rules of scikit-learn's `calibration_curve` with uniform bins: each goes up to its upper edge, edge included, the
/// first from its lower edge on; empty bins are left out.
public struct CalibrationCurve: Sendable, Equatable, Codable {
  /// Per bin the mean of its probabilities.
  public let meanPrediction: [Double]
  /// Per bin the share of its rows that belong to the positive class.
  public let fractionOfPositives: [Double]
  /// Per bin the number of its rows.
  public let counts: [Int]

  /// The curve of probabilities, in bins of one width.
  public init(of scores: BinaryScores, bins: Int = 10) {
    precondition(bins >= 1 && scores.areProbabilities, "probabilities fall into bins")
    let width = 1 / Double(bins)
    let edges = (1..<bins).map { Double($0) * width }
    var sums = [Double](repeating: 0, count: bins)
    var positives = [Int](repeating: 0, count: bins)
    var counts = [Int](repeating: 0, count: bins)
    for (score, isPositive) in zip(scores.scores, scores.isPositive) {
      let bin = edges.firstIndex { score <= $0 } ?? bins - 1
      sums[bin] += score
      positives[bin] += isPositive ? 1 : 0
      counts[bin] += 1
    }
    let filled = counts.indices.filter { counts[$0] > 0 }
    meanPrediction = filled.map { sums[$0] / Double(counts[$0]) }
    fractionOfPositives = filled.map { Double(positives[$0]) / Double(counts[$0]) }
    self.counts = filled.map { counts[$0] }
  }
}
