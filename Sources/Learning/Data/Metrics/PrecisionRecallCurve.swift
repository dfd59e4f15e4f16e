/// Precision against recall at every threshold.
///
/// The rules of scikit-learn's `precision_recall_curve` and `average_precision_score`: thresholds ascend over the distinct
/// scores, and a last point with recall 0 and precision 1 has no threshold. Without rows of the positive class, recall is 1.
public struct PrecisionRecallCurve: Sendable, Equatable, Codable {
  /// Of the rows that are taken for the positive class, the share that belongs to it; one more than thresholds.
  @Packed public private(set) var precision: [Double]
  /// Of the rows of the positive class, the share that is found; descending; one more than thresholds.
  @Packed public private(set) var recall: [Double]
  /// The scores from which on rows are taken for the positive class, ascending.
  @Packed public private(set) var thresholds: [Double]
  /// The mean of the precisions, each weighted by the recall that it adds: Σ (Rₖ - Rₖ₋₁) Pₖ. Nothing is interpolated.
  public let averagePrecision: Double

  /// The curve of scores, of which there is at least one.
  public init(of scores: BinaryScores) {
    precondition(scores.count >= 1, "there are scores to rank")
    let ranking = scores.ranking()
    let positives = scores.positiveCount
    let found = ranking.truePositives
    let precision = zip(found, ranking.falsePositives).map { Double($0) / Double($0 + $1) }
    let recall = found.map { positives == 0 ? 1 : Double($0) / Double(positives) }
    self.precision = precision.reversed() + [1]
    self.recall = recall.reversed() + [0]
    thresholds = ranking.thresholds.reversed()
    var sum = 0.0
    var last = 0.0
    for (precision, recall) in zip(precision, recall) {
      sum += (recall - last) * precision
      last = recall
    }
    averagePrecision = sum
  }
}
