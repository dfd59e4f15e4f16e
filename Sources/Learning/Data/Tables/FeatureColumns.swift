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
  private let rows: [Int]
  private let missing: MissingCells

  /// The given columns, which are all different.
  ///
  /// - Parameters:
  ///   - categories: those among them whose texts are categories.
  ///   - rows: the rows that count, without those that missing cells drop.
  /// - Throws: a missing or repeated column, or one whose categories are too many or, against the rule, missing.
  init(
    _ wanted: [String], categories: Set<String>, of table: CSVTable, rows: [Int],
    missing: MissingCells
  ) throws(DatasetError) {
    self.table = table
    self.rows = rows
    self.missing = missing
    var seen: Set<Int> = []
    for (name, index) in zip(wanted, try table.indices(ofColumns: wanted)) {
      guard seen.insert(index).inserted else { throw .repeatedColumn(name) }
      var column = Column(index: index, name: name, coding: .number, first: names.count)
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

  /// The numbers of the rows.
  ///
  /// - Throws: a cell that is no finite decimal number, with its place.
  func matrix() throws(DatasetError) -> Matrix<Double> {
    var elements = [Double](repeating: 0, count: rows.count * names.count)
    for (position, row) in rows.enumerated() {
      let start = position * names.count
      for column in columns {
        switch column.coding {
        case .number: elements[start + column.first] = try number(row: row, column)
        case .oneHot(let texts):
          if let index = texts.indices[position] { elements[start + column.first + index] = 1 }
        }
      }
    }
    return Matrix(rows: rows.count, columns: names.count, elements: elements)
  }

  /// What is missing in the table, of which the numbers have been read: where a missing one is an error, there is none.
  func missingCounts() -> MissingCounts {
    MissingCounts(
      in: table, columns: tableColumns, complete: missing == .error ? Set(tableColumns) : [])
  }

  private func number(row: Int, _ column: Column) throws(DatasetError) -> Double {
    do throws(DecimalNumber.Failure) {
      return try table.withUTF8(row: row, column: column.index, DecimalNumber.parse)
    } catch {
      let isMissing = table.withUTF8(row: row, column: column.index, MissingCells.isMissing)
      if isMissing, missing == .zero { return 0 }
      let text = table.text(row: row, column: column.index)
      let record = table.recordNumber(ofRow: row)
      switch error {
      case .malformed:
        throw .notANumber(text, isMissing: isMissing, row: record, column: column.name)
      case .outOfRange: throw .outOfRange(text, row: record, column: column.name)
      }
    }
  }
}
