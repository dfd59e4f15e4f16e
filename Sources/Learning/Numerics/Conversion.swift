// Matrices in another precision: rounded to the nearest, or exact where it is the wider one.

extension Matrix {
  /// The matrix with every element rounded to another precision.
  public func converted<Other: Real>(to _: Other.Type) -> Matrix<Other> {
    if let same = self as? Matrix<Other> { return same }
    return Matrix<Other>(rows: rows, columns: columns, elements: elements.map { Other($0) })
  }
}

extension SparseMatrix {
  /// The matrix with every stored element rounded to another precision.
  public func converted<Other: Real>(to _: Other.Type) -> SparseMatrix<Other> {
    if let same = self as? SparseMatrix<Other> { return same }
    return SparseMatrix<Other>(
      rows: rows, columns: columns, rowStarts: rowStarts, columnIndices: columnIndices,
      elements: elements.map { Other($0) })
  }
}

extension FeatureMatrix {
  /// The features rounded to another precision.
  public func converted<Other: Real>(to precision: Other.Type) -> FeatureMatrix<Other> {
    switch self {
    case .dense(let matrix): .dense(matrix.converted(to: precision))
    case .sparse(let matrix): .sparse(matrix.converted(to: precision))
    }
  }
}
