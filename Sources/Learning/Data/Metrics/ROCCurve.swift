/// The receiver operating characteristic: how many rows of the positive class are found at the price of how many others.
///
/// The rules of scikit-learn's `roc_curve` and `roc_auc_score`: one point per distinct score, a point (0, 0) above all of
/// them, and no points within straight stretches. Rates of rows that there are none of are not numbers.
public struct ROCCurve: Sendable, Equatable, Codable {
  /// Of the rows of the negative class, the share that is taken for the positive one; ascending.
  @Packed public private(set) var falsePositiveRate: [Double]
  /// Of the rows of the positive class, the share that is found; ascending.
  @Packed public private(set) var truePositiveRate: [Double]
  /// The scores from which on rows are taken for the positive class: descending from infinity.
  @Packed public private(set) var thresholds: [Double]
  /// The area under the curve: the chance that a row of the positive class has a higher score than another, where equal
  /// scores count half. Not a number unless there are rows of both classes.
  public let area: Double

  /// The curve of scores, of which there is at least one.
  public init(of scores: BinaryScores) {
    precondition(scores.count >= 1, "there are scores to rank")
    let ranking = scores.ranking()
    let (found, wrong) = (ranking.truePositives, ranking.falsePositives)
    let positives = scores.positiveCount
    let negatives = scores.count - positives
    let corners = found.indices.filter { index in
      index == 0 || index == found.count - 1
        || found[index + 1] - 2 * found[index] + found[index - 1] != 0
        || wrong[index + 1] - 2 * wrong[index] + wrong[index - 1] != 0
    }
    falsePositiveRate = ([0] + corners.map { wrong[$0] }).map { Double($0) / Double(negatives) }
    truePositiveRate = ([0] + corners.map { found[$0] }).map { Double($0) / Double(positives) }
    thresholds = [.infinity] + corners.map { ranking.thresholds[$0] }
    // Trapezoids of whole numbers: twice the area, without any rounding.
    var doubled = 0
    var last = (found: 0, wrong: 0)
    for (found, wrong) in zip(found, wrong) {
      doubled += (wrong - last.wrong) * (found + last.found)
      last = (found, wrong)
    }
    area = Double(doubled) / (2 * Double(positives) * Double(negatives))
  }
}
