/// How strongly a classifier holds each row for the positive class, and whether it is.
///
/// What curves and scores of a two-class decision are computed from. Sources of the rules: scikit-learn's
/// `sklearn.metrics` and `sklearn.calibration`.
public struct BinaryScores: Sendable, Equatable {
  /// Per row the score of the positive class; every one is finite.
  public let scores: [Double]
  /// Per row whether it belongs to the positive class.
  public let isPositive: [Bool]

  /// Scores with the truth, one of each per row; nil if some score is not finite, as such scores have no order.
  public init?(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count, "every row has a score and a truth")
    guard scores.allSatisfy(\.isFinite) else { return nil }
    self.scores = scores
    self.isPositive = isPositive
  }

  /// The number of rows.
  public var count: Int { scores.count }

  /// The number of rows of the positive class.
  public var positiveCount: Int { isPositive.count { $0 } }

  /// The share of rows that belong to the positive class: the precision of taking every row for it.
  public var prevalence: Double { Double(positiveCount) / Double(count) }

  /// Whether every score can be a probability.
  public var areProbabilities: Bool { scores.allSatisfy { (0...1).contains($0) } }

  /// The mean of (p - y)² over rows, y being 1 for the positive class: 0 for a seer, 0.25 for a coin.
  public var brierScore: Double {
    var sum = 0.0
    for (score, isPositive) in zip(scores, isPositive) {
      let difference = score - (isPositive ? 1 : 0)
      sum += difference * difference
    }
    return sum / Double(count)
  }

  /// For each row whether it is taken for the positive class: whether its score is the threshold or more.
  public func decisions(atThreshold threshold: Double) -> [Bool] {
    scores.map { $0 >= threshold }
  }

  /// How many rows are taken for the positive class, rightly and wrongly, at each distinct score as a threshold.
  func ranking() -> ScoreRanking {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var ranking = ScoreRanking()
    var (right, wrong) = (0, 0)
    for (place, row) in order.enumerated() {
      if isPositive[row] { right += 1 } else { wrong += 1 }
      let isLastOfItsScore =
        place == order.count - 1 || scores[order[place + 1]] != scores[row]
      guard isLastOfItsScore else { continue }
      ranking.thresholds.append(scores[row])
      ranking.truePositives.append(right)
      ranking.falsePositives.append(wrong)
    }
    return ranking
  }
}

/// What each distinct score, the highest first, gives as a threshold.
struct ScoreRanking: Sendable {
  var thresholds: [Double] = []
  var truePositives: [Int] = []
  var falsePositives: [Int] = []
}
