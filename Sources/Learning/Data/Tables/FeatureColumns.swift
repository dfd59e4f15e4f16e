/// The columns of a table that a network is to see, as numbers.
struct FeatureColumns {
  /// How a column becomes numbers.
  private enum Coding {
    /// A cell is its number.
    case number
    /// A cell is one among several texts: there is a column for each, and a one in that of the cell.
    case oneHot([String: Int])
  }

  private struct Column {
    var index: Int
    var name: String
    var coding: Coding
    /// Its first column among the numbers.
    var first: Int
  }

  /// How many columns of numbers all categories of one column may make.
  static let mostCategories = 1_000

  /// A name for each column of numbers; that of a category is `colour=red`.
  private(set) var names: [String] = []
  /// For each column of numbers, the column of the table that it comes from.
  private var tableColumns: [Int] = []
  private var columns: [Column] = []
  private let table: CSVTable
  private let missing: MissingCells

  /// The given columns, which are all different.
  ///
  /// - Parameter categories: those among them whose texts are categories.
  /// - Throws: a missing or repeated column, or one with too many categories.
  init(
    _ wanted: [String], categories: Set<String>, of table: CSVTable, missing: MissingCells
  ) throws(DatasetError) {
    self.table = table
    self.missing = missing
    guard !wanted.isEmpty else { throw .noFeatures }
    var seen: Set<Int> = []
    for (name, index) in zip(wanted, try table.indices(ofColumns: wanted)) {
      guard seen.insert(index).inserted else { throw .repeatedColumn(name) }
      var column = Column(index: index, name: name, coding: .number, first: names.count)
      if categories.contains(name) {
        let texts = try table.categories(inColumn: name)
        guard texts.count <= Self.mostCategories else {
          throw .tooManyCategories(texts.count, limit: Self.mostCategories, column: name)
        }
        column.coding = .oneHot(
          Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) }))
        names += texts.map { "\(name)=\($0)" }
        tableColumns += texts.map { _ in index }
      } else {
        names.append(name)
        tableColumns.append(index)
      }
      columns.append(column)
    }
  }

  /// The numbers of some rows.
  ///
  /// - Throws: a cell that is no finite decimal number, with its place.
  func matrix(ofRows rows: [Int]) throws(DatasetError) -> Matrix<Double> {
    var elements = [Double](repeating: 0, count: rows.count * names.count)
    for (position, row) in rows.enumerated() {
      let start = position * names.count
      for column in columns {
        switch column.coding {
        case .number: elements[start + column.first] = try number(row: row, column)
        case .oneHot(let numbers):
          if let number = numbers[table.text(row: row, column: column.index)] {
            elements[start + column.first + number] = 1
          }
        }
      }
    }
    return Matrix(rows: rows.count, columns: names.count, elements: elements)
  }

  /// What is missing in the table, of which the numbers have been read: where a missing one is an error, there is none.
  func missingCounts() -> MissingCounts {
    let numbers = columns.filter { column in
      if case .number = column.coding { true } else { false }
    }
    return MissingCounts(
      in: table, columns: tableColumns,
      complete: missing == .error ? Set(numbers.map(\.index)) : [])
  }

  private func number(row: Int, _ column: Column) throws(DatasetError) -> Double {
    do throws(DecimalNumber.Failure) {
      return try table.withUTF8(row: row, column: column.index, DecimalNumber.parse)
    } catch {
      if missing == .zero,
        table.withUTF8(row: row, column: column.index, MissingCells.isMissing)
      {
        return 0
      }
      let text = table.text(row: row, column: column.index)
      let record = table.recordNumber(ofRow: row)
      switch error {
      case .malformed: throw .notANumber(text, row: record, column: column.name)
      case .outOfRange: throw .outOfRange(text, row: record, column: column.name)
      }
    }
  }
}
