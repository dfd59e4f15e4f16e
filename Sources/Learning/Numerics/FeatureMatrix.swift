/// The inputs of a network, one example per row: dense for measurements, sparse for words.
public enum FeatureMatrix<Scalar: Real>: Sendable, Equatable, Codable {
  case dense(Matrix<Scalar>)
  case sparse(SparseMatrix<Scalar>)

  /// The number of examples.
  public var rows: Int {
    switch self {
    case .dense(let matrix): matrix.rows
    case .sparse(let matrix): matrix.rows
    }
  }

  /// The number of features of an example.
  public var columns: Int {
    switch self {
    case .dense(let matrix): matrix.columns
    case .sparse(let matrix): matrix.columns
    }
  }
}
