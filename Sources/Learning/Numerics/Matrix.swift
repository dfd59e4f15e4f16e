/// A dense matrix, its elements row after row.
public struct Matrix<Scalar: Real>: Sendable, Equatable, Codable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// rows x columns numbers, row-major.
  public var elements: [Scalar]

  /// A matrix of the given elements; there must be rows x columns of them.
  public init(rows: Int, columns: Int, elements: [Scalar]) {
    precondition(elements.count == rows * columns, "a matrix has rows x columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix filled with one number.
  public init(rows: Int, columns: Int, repeating value: Scalar = 0) {
    self.init(
      rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// The element in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Scalar {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }
}
