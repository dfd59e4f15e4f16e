/// A matrix in compressed sparse rows: per row the columns that are not zero, ascending, with their values.
public struct SparseMatrix<Scalar: Real>: Sendable, Equatable {
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

  /// The same matrix with every element.
  public var withZeros: Matrix<Scalar> {
    var matrix = Matrix<Scalar>(rows: rows, columns: columns)
    for row in 0..<rows {
      for index in rowStarts[row]..<rowStarts[row + 1] {
        matrix.elements[row * columns + Int(columnIndices[index])] = elements[index]
      }
    }
    return matrix
  }

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

extension SparseMatrix: Codable {
  private enum CodingKeys: String, CodingKey {
    case rows, columns, rowStarts, columnIndices, elements
  }

  /// Reads a matrix back, refusing arrays that do not fit together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rows = try container.decode(Int.self, forKey: .rows)
    columns = try container.decode(Int.self, forKey: .columns)
    rowStarts = try container.decode(Packed<Int>.self, forKey: .rowStarts).wrappedValue
    columnIndices = try container.decode(Packed<Int32>.self, forKey: .columnIndices).wrappedValue
    elements = try container.decode(Packed<Scalar>.self, forKey: .elements).wrappedValue
    guard isConsistent else {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container, debugDescription: "the arrays do not fit together")
    }
  }

  /// Whether the kernels can rely on the arrays.
  private var isConsistent: Bool {
    rows >= 0 && rowStarts.count - 1 == rows && rowStarts.first == 0
      && rowStarts.last == elements.count && columnIndices.count == elements.count
      && zip(rowStarts, rowStarts.dropFirst()).allSatisfy { $0 <= $1 }
      && columnIndices.allSatisfy { 0 <= $0 && Int($0) < columns }
  }

  /// Writes the shape and the three arrays.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(Packed(wrappedValue: rowStarts), forKey: .rowStarts)
    try container.encode(Packed(wrappedValue: columnIndices), forKey: .columnIndices)
    try container.encode(Packed(wrappedValue: elements), forKey: .elements)
  }
}
