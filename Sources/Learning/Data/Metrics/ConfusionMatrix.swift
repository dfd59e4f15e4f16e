/// How often rows of each class were taken for each class, and the scores that follow from it.
///
/// A score whose denominator is 0 is 0, as in scikit-learn; the accuracy of no rows at all is not a number.
public struct ConfusionMatrix: Sendable, Equatable, Codable {
  /// The names of the classes.
  public let classes: [String]
  /// `counts[truth][predicted]`, both in the order of `classes`.
  public let counts: [[Int]]

  /// Counts the rows; `truth` and `predicted` have one index of `classes` for each.
  public init(classes: [String], truth: [Int], predicted: [Int]) {
    precondition(truth.count == predicted.count, "every row has a truth and a prediction")
    var counts = [[Int]](
      repeating: Array(repeating: 0, count: classes.count), count: classes.count)
    for (row, column) in zip(truth, predicted) { counts[row][column] += 1 }
    self.classes = classes
    self.counts = counts
  }

  /// The number of rows of each class.
  public var support: [Int] { counts.map { $0.reduce(0, +) } }

  /// The number of all rows.
  public var total: Int { support.reduce(0, +) }

  /// The share of rows that were taken for what they are.
  public var accuracy: Double { Double(correct.reduce(0, +)) / Double(total) }

  /// Per class: of the rows taken for it, the share that belong to it.
  public var precision: [Double] { zip(correct, predictedCounts).map(Self.ratio) }

  /// Per class: of the rows that belong to it, the share taken for it.
  public var recall: [Double] { zip(correct, support).map(Self.ratio) }

  /// Per class: the harmonic mean of precision and recall.
  public var f1: [Double] {
    let sums = zip(predictedCounts, support).map(+)
    return zip(correct, sums).map { Self.ratio(2 * $0, $1) }
  }

  /// Each count as a share of its row: of the rows of one class, how many were taken for each.
  public var rowShares: [[Double]] {
    zip(counts, support).map { row, sum in row.map { Self.ratio($0, sum) } }
  }

  private var correct: [Int] { classes.indices.map { counts[$0][$0] } }

  private var predictedCounts: [Int] {
    classes.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
