/// What becomes of cells in which nothing is written, or a word for nothing.
public enum MissingCells: String, Sendable, CaseIterable {
  /// They are a mistake in the data.
  case error
  /// Their rows are left out.
  case drop
  /// Numbers are the mean of their column, and categories are zero.
  case mean
  /// Numbers are the median of their column, and categories are zero.
  case median
  /// They are zero.
  case zero

  /// What a missing number becomes, where that is learnt from the others; nil where it is not.
  public var imputation: ImputationRule? {
    switch self {
    case .mean: .mean
    case .median: .median
    case .error, .drop, .zero: nil
    }
  }
}
