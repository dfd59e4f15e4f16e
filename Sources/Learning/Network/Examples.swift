/// Examples with known classes: one part of a data set.
public struct Examples<Scalar: Real>: Sendable, Equatable, Codable {
  /// One row per example.
  public let features: FeatureMatrix<Scalar>
  /// The class number of each row, from 0.
  public let labels: [Int]
  /// The number of classes, of which these examples need not have all.
  public let classCount: Int

  /// Examples with one label per row, each in 0..<classCount.
  public init(features: FeatureMatrix<Scalar>, labels: [Int], classCount: Int) {
    precondition(labels.count == features.rows, "every row has a label")
    precondition(labels.allSatisfy { $0 >= 0 && $0 < classCount }, "labels are class numbers")
    self.features = features
    self.labels = labels
    self.classCount = classCount
  }

  /// The number of examples.
  public var count: Int { labels.count }

  /// The examples with their features rounded to another precision.
  public func converted<Other: Real>(to precision: Other.Type) -> Examples<Other> {
    Examples<Other>(
      features: features.converted(to: precision), labels: labels, classCount: classCount)
  }
}
