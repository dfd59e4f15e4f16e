/// How columns of numbers are brought to a common scale.
public enum ScalingRule: String, Sendable, CaseIterable, Codable {
  /// A mean of 0 and a standard deviation of 1.
  case standard
  /// From 0 to 1.
  case minmax
}

/// For each column the steps to a common scale, learnt from some rows and applied to any.
///
/// The rules of scikit-learn's `StandardScaler` and `MinMaxScaler`: a column of one number is only shifted.
public struct Scaling: Sendable, Equatable {
  private let offsets: [Double]
  private let divisors: [Double]

  /// Learns from the rows of a matrix, at least one.
  public init(_ rule: ScalingRule, of matrix: Matrix<Double>) {
    precondition(matrix.rows > 0, "there is something to learn from")
    let columns = (0..<matrix.columns).map {
      ColumnDescription(of: matrix, column: $0, name: "")
    }
    switch rule {
    case .standard:
      offsets = columns.map(\.mean)
      divisors = columns.map { $0.standardDeviation == 0 ? 1 : $0.standardDeviation }
    case .minmax:
      offsets = columns.map(\.least)
      divisors = columns.map { $0.isConstant ? 1 : $0.greatest - $0.least }
    }
  }

  /// The rows of a matrix with as many columns on the common scale.
  public func applied(to matrix: Matrix<Double>) -> Matrix<Double> {
    precondition(matrix.columns == offsets.count, "the columns are those that were learnt from")
    var scaled = matrix
    for row in 0..<matrix.rows {
      for column in offsets.indices {
        let index = row * matrix.columns + column
        scaled.elements[index] = (matrix.elements[index] - offsets[column]) / divisors[column]
      }
    }
    return scaled
  }
}
