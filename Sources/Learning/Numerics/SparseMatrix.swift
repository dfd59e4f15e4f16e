/// A matrix in compressed sparse rows: per row the columns that are not zero, ascending, with their values.
public struct SparseMatrix<Scalar: Real>: Sendable, Equatable, Codable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// rows + 1 offsets into `columnIndices` and `elements`; row r occupies rowStarts[r]..<rowStarts[r + 1].
  public var rowStarts: [Int]
  /// The column of each stored element.
  public var columnIndices: [Int32]
  /// The stored elements, row after row.
  public var elements: [Scalar]

  /// A matrix of the given rows; the three arrays must fit together.
  public init(
    rows: Int, columns: Int, rowStarts: [Int], columnIndices: [Int32], elements: [Scalar]
  ) {
    precondition(rowStarts.count == rows + 1 && rowStarts.last == elements.count)
    precondition(columnIndices.count == elements.count)
    self.rows = rows
    self.columns = columns
    self.rowStarts = rowStarts
    self.columnIndices = columnIndices
    self.elements = elements
  }

  /// How many elements are stored.
  public var nonzeroCount: Int { elements.count }
}
