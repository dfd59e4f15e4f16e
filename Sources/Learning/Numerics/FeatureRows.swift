/// The memory of a feature matrix, valid while `FeatureMatrix.withRows` runs.
enum FeatureRows<Scalar: Real> {
  case dense(UnsafePointer<Scalar>, columns: Int)
  case sparse(SparseRows<Scalar>)
}

/// The memory of a sparse matrix: see `SparseMatrix` for the three arrays. Nobody writes to it.
struct SparseRows<Scalar: Real>: @unchecked Sendable {
  let starts: UnsafePointer<Int>
  let indices: UnsafePointer<Int32>
  let elements: UnsafePointer<Scalar>
  /// How many elements a row of the matrix has on average, rounded up.
  let averageCount: Int

  /// The rows from `first` on, which then count from 0.
  func dropping(_ first: Int) -> SparseRows {
    SparseRows(
      starts: starts + first, indices: indices, elements: elements, averageCount: averageCount)
  }
}

extension FeatureMatrix {
  /// Calls `body` with the memory of the features.
  func withRows<Result>(_ body: (FeatureRows<Scalar>) -> Result) -> Result {
    switch self {
    case .dense(let matrix):
      return matrix.elements.withPointer { elements in
        body(.dense(elements, columns: matrix.columns))
      }
    case .sparse(let matrix):
      return matrix.rowStarts.withPointer { starts in
        matrix.columnIndices.withPointer { indices in
          matrix.elements.withPointer { elements in
            let count = matrix.elements.count
            let averageCount = (count + matrix.rows - 1) / max(1, matrix.rows)
            return body(
              .sparse(
                SparseRows(
                  starts: starts, indices: indices, elements: elements, averageCount: averageCount))
            )
          }
        }
      }
    }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Calls `body` with the elements' address, which for an empty array is one that must not be read.
  fileprivate func withPointer<Result>(
    _ body: (UnsafePointer<Element>) -> Result
  ) -> Result {
    withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else {
        let nothing = UnsafeMutablePointer<Element>.allocate(capacity: 1)
        defer { nothing.deallocate() }
        return body(nothing)
      }
      return body(address)
    }
  }
}
