// Columns by name, as the parts of a data set.
extension CSVTable {
  /// The index of a column.
  func index(ofColumn name: String) throws(DatasetError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(name, among: header)
    }
    return index
  }

  /// The labels in a column; an empty cell is an error.
  public func labels(inColumn name: String) throws(DatasetError) -> Labels {
    let texts = column(try index(ofColumn: name))
    for row in 0..<texts.count where texts.withUTF8(row, { $0.isEmpty }) {
      throw .emptyLabel(row: recordNumber(ofRow: row), column: name)
    }
    return Labels(texts)
  }

  /// The numbers in some columns, which are all different; a cell that is no finite decimal number is an error.
  func numbers(inColumns names: [String]) throws(DatasetError) -> Matrix<Double> {
    guard !names.isEmpty else { throw .noFeatures }
    var indices: [Int] = []
    for name in names {
      let index = try index(ofColumn: name)
      guard !indices.contains(index) else { throw .repeatedColumn(name) }
      indices.append(index)
    }
    var elements: [Double] = []
    elements.reserveCapacity(rowCount * indices.count)
    for row in 0..<rowCount {
      for index in indices { elements.append(try number(row: row, column: index)) }
    }
    return Matrix(rows: rowCount, columns: indices.count, elements: elements)
  }

  private func number(row: Int, column: Int) throws(DatasetError) -> Double {
    do throws(DecimalNumber.Failure) {
      return try withUTF8(row: row, column: column, DecimalNumber.parse)
    } catch {
      let text = text(row: row, column: column)
      let place = (row: recordNumber(ofRow: row), column: header[column])
      switch error {
      case .malformed: throw .notANumber(text, row: place.row, column: place.column)
      case .outOfRange: throw .outOfRange(text, row: place.row, column: place.column)
      }
    }
  }
}
