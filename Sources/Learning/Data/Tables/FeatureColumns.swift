/// The columns of a table that a network is to see, as numbers, in some of its rows.
struct FeatureColumns {
  /// How a column becomes numbers.
  private enum Coding {
    /// A cell is its number.
    case number
    /// A cell is one among several texts: there is a column for each, and a one in that of the cell.
    case oneHot(Categories)
  }

  private struct Column {
    /// Its place in the table.
    var index: Int
    var coding: Coding
    /// Its first column among the numbers.
    var first: Int

    var isOfNumbers: Bool {
      if case .number = coding { true } else { false }
    }
  }

  /// How many columns of numbers all categories of one column may make.
  static let mostCategories = 1_000

  /// A name for each column of numbers; that of a category is `colour=red`.
  private(set) var names: [String] = []
  /// For each column of numbers, the column of the table that it comes from.
  private var tableColumns: [Int] = []
  private var columns: [Column] = []
  private let table: TextTable
  private let rows: [Int]
  private let missing: MissingCells

  /// The given columns, which are all different.
  ///
  /// - Parameters:
  ///   - categories: those among them whose texts are categories.
  ///   - rows: the rows that count, without those that missing cells drop.
  /// - Throws: a missing or repeated column, or one whose categories are too many or, against the rule, missing.
  init(
    _ wanted: [String], categories: Set<String>, of table: TextTable, rows: [Int],
    missing: MissingCells
  ) throws(DatasetError) {
    self.table = table
    self.rows = rows
    self.missing = missing
    var seen: Set<Int> = []
    for (name, index) in zip(wanted, try table.indices(ofColumns: wanted)) {
      guard seen.insert(index).inserted else { throw .repeatedColumn(name) }
      var column = Column(index: index, coding: .number, first: names.count)
      if categories.contains(name) {
        let texts = try Categories(inColumn: index, of: table, rows: rows, missing: missing)
        let count = texts.names.count
        guard count <= Self.mostCategories else {
          throw .tooManyCategories(count, limit: Self.mostCategories, column: name)
        }
        column.coding = .oneHot(texts)
        names += texts.names.map { "\(name)=\($0)" }
        tableColumns += repeatElement(index, count: count)
      } else {
        names.append(name)
        tableColumns.append(index)
      }
      columns.append(column)
    }
    guard !names.isEmpty else { throw .noFeatures }
  }

  /// Finds the cell at which reading the numbers would end, and a column without a number to fill its gaps with. No number
  /// is worked out.
  func checkNumbers() throws(DatasetError) {
    let columns = columns.filter(\.isOfNumbers).map(\.index)
    var isFilled = [Bool](repeating: false, count: columns.count)
    for row in rows {
      for (place, column) in columns.enumerated()
      where try read(row: row, column: column, by: DecimalNumber.check) != nil {
        isFilled[place] = true
      }
    }
    if let rule = missing.imputation, let place = isFilled.firstIndex(of: false) {
      throw .noNumber(column: table.header[columns[place]], rule: rule)
    }
  }

  /// What is wrong with the cells at which reading the numbers would end: one error for each column, row by row.
  func mistakes() -> [DatasetError] {
    let columns = columns.filter(\.isOfNumbers).map(\.index)
    var found = [ColumnMistakes](repeating: ColumnMistakes(), count: columns.count)
    for row in rows {
      for (place, column) in columns.enumerated() {
        do throws(CellFlaw) {
          let number: Void? = try readCell(row: row, column: column, by: DecimalNumber.check)
          if number != nil { found[place].addGoodCell() }
        } catch {
          found[place].add(self.error(error, row: row, column: column))
        }
      }
    }
    return found.compactMap(\.error).enumerated().sorted { first, second in
      (first.element.row ?? 0, first.offset) < (second.element.row ?? 0, second.offset)
    }.map(\.element)
  }

  /// The columns as the table has them.
  var dataColumns: [DataColumn] { columns.map(dataColumn) }

  /// Those of categories.
  var codedColumns: [CodedColumn] {
    columns.filter { !$0.isOfNumbers }.map {
      CodedColumn(column: dataColumn($0), first: $0.first)
    }
  }

  private func dataColumn(_ column: Column) -> DataColumn {
    let categories: [String]? =
      if case .oneHot(let texts) = column.coding { texts.names } else { nil }
    return DataColumn(name: table.header[column.index], categories: categories)
  }

  /// The numbers of the rows, with zeros in the places of missing ones, and where these are: per column, counted as they
  /// are here.
  ///
  /// - Throws: a cell that is no finite decimal number, with its place.
  func numbers() throws(DatasetError) -> (matrix: Matrix<Double>, gaps: [Imputation.Column]) {
    var elements = [Double](repeating: 0, count: rows.count * names.count)
    var gaps: [Int: [Int]] = [:]
    for (position, row) in rows.enumerated() {
      let start = position * names.count
      for column in columns {
        switch column.coding {
        case .number:
          if let number = try read(row: row, column: column.index, by: DecimalNumber.parse) {
            elements[start + column.first] = number
          } else {
            gaps[column.first, default: []].append(position)
          }
        case .oneHot(let texts):
          if let index = texts.indices[position] { elements[start + column.first + index] = 1 }
        }
      }
    }
    return (
      Matrix(rows: rows.count, columns: names.count, elements: elements),
      gaps.keys.sorted().map { Imputation.Column(name: names[$0], index: $0, rows: gaps[$0] ?? []) }
    )
  }

  /// What is missing in the table, of which the numbers have been read: where a missing one is an error, there is none.
  func missingCounts() -> MissingCounts {
    MissingCounts(
      in: table, columns: tableColumns, complete: missing == .error ? Set(tableColumns) : [])
  }

  /// Why a cell has no number that can be read.
  private enum CellFlaw: Error {
    case malformed, outOfRange, missing
  }

  /// What a cell that holds a number is read as; nil where none is written, unless that is an error.
  private func read<Result>(
    row: Int, column: Int,
    by read: (UnsafeBufferPointer<UInt8>, DecimalMark) throws(DecimalNumber.Failure) -> Result
  ) throws(DatasetError) -> Result? {
    do throws(CellFlaw) {
      return try readCell(row: row, column: column, by: read)
    } catch {
      throw self.error(error, row: row, column: column)
    }
  }

  /// The same, without the words for what is wrong.
  private func readCell<Result>(
    row: Int, column: Int,
    by read: (UnsafeBufferPointer<UInt8>, DecimalMark) throws(DecimalNumber.Failure) -> Result
  ) throws(CellFlaw) -> Result? {
    let result: Result?
    do throws(DecimalNumber.Failure) {
      result = try table.withUTF8(row: row, column: column) {
        (cell) throws(DecimalNumber.Failure) -> Result? in
        // What stands for nothing may look like a number.
        table.missingValues.contain(cell) ? nil : try read(cell, table.decimalMark)
      }
    } catch {
      switch error {
      case .malformed: throw .malformed
      case .outOfRange: throw .outOfRange
      }
    }
    if result == nil, missing == .error { throw .missing }
    return result
  }

  private func error(_ flaw: CellFlaw, row: Int, column: Int) -> DatasetError {
    let text = table.text(row: row, column: column)
    let record = table.recordNumber(ofRow: row)
    let name = table.header[column]
    return switch flaw {
    case .malformed: .notANumber(text, row: record, column: name)
    case .outOfRange: .outOfRange(text, row: record, column: name)
    case .missing: .missingNumber(text, row: record, column: name)
    }
  }
}
