// Columns by name, as the parts of a data set.
extension TextTable {
  /// The index of a column.
  func index(ofColumn name: String) throws(DatasetError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(name, among: header)
    }
    return index
  }

  /// The indices of several columns, of which there may be very many.
  func indices(ofColumns names: [String]) throws(DatasetError) -> [Int] {
    let indices = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    var found: [Int] = []
    for name in names {
      guard let index = indices[name] else { throw .missingColumn(name, among: header) }
      found.append(index)
    }
    return found
  }

  /// The labels in a column; a missing one is an error.
  ///
  /// - Parameter rows: the rows that count, by default all.
  public func labels(inColumn name: String, rows: [Int]? = nil) throws(DatasetError) -> Labels {
    let column = try index(ofColumn: name)
    var texts = TextColumn()
    for row in rows ?? Array(0..<rowCount) {
      let isMissing = withUTF8(row: row, column: column) { text in
        texts.append(text)
        return missingValues.contain(text)
      }
      if isMissing {
        throw .missingLabel(
          text(row: row, column: column), row: recordNumber(ofRow: row), column: name)
      }
    }
    return Labels(texts)
  }

  /// What some columns say is to be learnt; a missing cell is an error.
  ///
  /// - Parameter rows: the rows that count, by default all.
  public func answers(
    in answer: AnswerColumns, rows: [Int]? = nil
  ) throws(DatasetError) -> Answers {
    switch answer {
    case .label(let name): return .classes(try labels(inColumn: name, rows: rows))
    case .targets(let names):
      let columns = try FeatureColumns(
        names, categories: [], of: self, rows: rows ?? Array(0..<rowCount), missing: .error)
      return .targets(TargetColumns(names: names, values: try columns.numbers().matrix))
    }
  }

  /// What keeps `answers` from being read: one error for each column with such cells, row by row.
  public func mistakes(inAnswers answer: AnswerColumns, rows: [Int]) -> [DatasetError] {
    do throws(DatasetError) {
      switch answer {
      case .label(let name):
        let column = try index(ofColumn: name)
        var found = ColumnMistakes()
        for row in rows {
          if isMissing(row: row, column: column) {
            found.add(
              .missingLabel(
                text(row: row, column: column), row: recordNumber(ofRow: row), column: name))
          } else {
            found.addGoodCell()
          }
        }
        return found.error.map { [$0] } ?? []
      case .targets(let names):
        return try FeatureColumns(names, categories: [], of: self, rows: rows, missing: .error)
          .mistakes()
      }
    } catch {
      return [error]
    }
  }

  /// What keeps `inputColumns` from being read: a column that does not fit, or else one error for each column with cells that
  /// do not, row by row.
  public func mistakes(
    inFeatures features: [String]?, categories: [String], answer: AnswerColumns, rows: [Int],
    missing: MissingCells
  ) -> [DatasetError] {
    do throws(DatasetError) {
      return try featureColumns(
        features, categories: categories, answer: answer, rows: rows, missing: missing
      ).mistakes()
    } catch {
      return [error]
    }
  }

  /// The rows of a data set: all, or those in which no cell is missing, if the others are dropped.
  ///
  /// - Parameter inputs: the columns beside the answers, by default all.
  /// - Throws: a missing column; also when no row is left.
  public func rows(
    withInputs inputs: [String]?, answer: AnswerColumns, missing: MissingCells
  ) throws(DatasetError) -> [Int] {
    guard missing == .drop else { return Array(0..<rowCount) }
    let columns = try indices(ofColumns: (inputs ?? header) + answer.names)
    let complete = (0..<rowCount).filter { row in
      columns.allSatisfy { !isMissing(row: row, column: $0) }
    }
    if complete.isEmpty {
      let empty = columns.first { column in
        (0..<rowCount).allSatisfy { isMissing(row: $0, column: column) }
      }
      throw .noCompleteRow(emptyColumn: empty.map { header[$0] })
    }
    return complete
  }

  /// The columns that the inputs of a data set come from.
  ///
  /// - Parameters:
  ///   - features: by default all columns but the answers.
  ///   - rows: the rows that count.
  /// - Throws: columns that do not fit, or what `FeatureColumns.checkNumbers` finds.
  public func inputColumns(
    features: [String]?, categories: [String], answer: AnswerColumns, rows: [Int],
    missing: MissingCells
  ) throws(DatasetError) -> [DataColumn] {
    let columns = try featureColumns(
      features, categories: categories, answer: answer, rows: rows, missing: missing)
    try columns.checkNumbers()
    return columns.dataColumns
  }

  /// The features of a data set, by default all columns but the answers.
  func featureColumns(
    _ features: [String]?, categories: [String], answer: AnswerColumns, rows: [Int],
    missing: MissingCells
  ) throws(DatasetError) -> FeatureColumns {
    let names = features ?? header.filter { !answer.names.contains($0) }
    if let name = names.first(where: answer.names.contains) { throw answer.isAmongInputs(name) }
    let known = Set(names)
    if let other = categories.first(where: { !known.contains($0) }) {
      throw .categoryNotAmongFeatures(other)
    }
    return try FeatureColumns(
      names, categories: Set(categories), of: self, rows: rows, missing: missing)
  }
}
