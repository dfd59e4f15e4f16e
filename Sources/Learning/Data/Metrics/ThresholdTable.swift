/// What becomes of a decision between two classes as the threshold moves: a row is taken for the positive class if its
/// score is the threshold or more.
public struct ThresholdTable: Sendable, Equatable, Codable {
  /// The thresholds, ascending.
  public let thresholds: [Double]
  /// Per threshold the confusion matrix of [negative, positive].
  public let matrices: [ConfusionMatrix]

  /// 0.05, 0.1 and so on to 0.95.
  public static let usualThresholds = (1...19).map { Double($0) / 20 }

  /// The decisions at some thresholds; `classes` are the names of the negative and the positive class.
  public init(
    of scores: BinaryScores, classes: [String], at thresholds: [Double] = usualThresholds
  ) {
    precondition(classes.count == 2, "a decision between two classes")
    let truth = scores.isPositive.map { $0 ? 1 : 0 }
    self.thresholds = thresholds
    matrices = thresholds.map { threshold in
      ConfusionMatrix(
        classes: classes, truth: truth,
        predicted: scores.decisions(atThreshold: threshold).map { $0 ? 1 : 0 })
    }
  }

  /// Per threshold the share of right decisions.
  public var accuracy: [Double] { matrices.map(\.accuracy) }

  /// Per threshold, of the rows that are taken for the positive class, the share that belongs to it; 0 if none is.
  public var precision: [Double] { matrices.map { $0.precision[1] } }

  /// Up to how many thresholds some row is taken for the positive class: the precision at others is the share of none.
  public var predictingCount: Int {
    matrices.firstIndex { $0.counts[0][1] + $0.counts[1][1] == 0 } ?? matrices.count
  }

  /// Per threshold, of the rows of the positive class, the share that is found; 0 if there are none.
  public var recall: [Double] { matrices.map { $0.recall[1] } }

  /// Per threshold the harmonic mean of precision and recall.
  public var f1: [Double] { matrices.map { $0.f1[1] } }

  /// Per threshold how often a row of one class (0 negative, 1 positive) is taken for one.
  public func counts(truth: Int, predicted: Int) -> [Int] {
    matrices.map { $0.counts[truth][predicted] }
  }
}
