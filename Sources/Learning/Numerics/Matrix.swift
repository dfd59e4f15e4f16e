/// A dense matrix, its elements row after row.
public struct Matrix<Scalar: Real>: Sendable, Equatable {
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

  /// Some of the rows, in the given order.
  public func selecting(_ rows: [Int]) -> Matrix {
    var selected: [Scalar] = []
    selected.reserveCapacity(rows.count * columns)
    for row in rows { selected += elements[row * columns..<(row + 1) * columns] }
    return Matrix(rows: rows.count, columns: columns, elements: selected)
  }

  /// The elements of a column, counted from 0.
  public func column(_ column: Int) -> [Scalar] {
    (0..<rows).map { self[$0, column] }
  }

  /// The element in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Scalar {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }
}

extension Matrix: Codable {
  private enum CodingKeys: String, CodingKey {
    case rows, columns, elements
  }

  /// Reads a matrix back, refusing elements that do not fit its shape.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rows = try container.decode(Int.self, forKey: .rows)
    columns = try container.decode(Int.self, forKey: .columns)
    elements = try container.decode(Packed<Scalar>.self, forKey: .elements).wrappedValue
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflows, elements.count == count else {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container, debugDescription: "the elements do not fit the shape")
    }
  }

  /// Writes the shape and the elements.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(Packed(wrappedValue: elements), forKey: .elements)
  }
}
