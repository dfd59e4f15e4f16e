/// Examples of which the truth is known: one part of a data set.
public struct Examples<Scalar: Real>: Sendable, Equatable, Codable {
  /// One row per example.
  public let features: FeatureMatrix<Scalar>
  /// What is right for each row.
  public let truth: Truth<Scalar>

  /// Examples with one truth per row; class numbers are below the number of classes.
  public init(features: FeatureMatrix<Scalar>, truth: Truth<Scalar>) {
    precondition(truth.count == features.rows, "the truth about every row is known")
    if case .classes(let labels, let count) = truth {
      precondition(labels.allSatisfy { $0 >= 0 && $0 < count }, "labels are class numbers")
    }
    self.features = features
    self.truth = truth
  }

  /// Examples with one label per row, each in 0..<classCount.
  public init(features: FeatureMatrix<Scalar>, labels: [Int], classCount: Int) {
    self.init(features: features, truth: .classes(labels, count: classCount))
  }

  /// The number of examples.
  public var count: Int { features.rows }

  /// The examples with their numbers rounded to another precision.
  public func converted<Other: Real>(to precision: Other.Type) -> Examples<Other> {
    Examples<Other>(
      features: features.converted(to: precision), truth: truth.converted(to: precision))
  }
}
