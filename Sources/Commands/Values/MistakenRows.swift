import Execution
import Learning

/// What readers see of rows that a network takes for what they are not.
enum MistakenRows: Sendable, Codable {
  case texts([MisleadingText])
  case table(MistakenCells)
  case pictures([PictureSheet.Entry])

  /// A text with the words that speak most for the wrong class.
  struct MisleadingText: Sendable, Codable {
    var words: [String]
    var passage: MarkedPassage
  }

  /// What rows have in some columns.
  struct MistakenCells: Sendable, Codable {
    var columns: [Table.Column]
    /// A row of cells for each mistake.
    var rows: [[String]]
    /// How many columns there are, of which the first ones are shown.
    var columnCount: Int
  }

  /// Pictures, if the rows are some, else what they have in their first columns.
  ///
  /// - Parameter mistakes: what is wrong with each of the rows.
  init(of mistakes: [WorstMistakes.Mistake], in dataset: Dataset) {
    guard dataset.pictureShape == nil else {
      self = .pictures(
        mistakes.compactMap { mistake in
          dataset.picture(
            ofRow: mistake.row, words: "\(mistake.label) as \(mistake.predicted)")
        })
      return
    }
    self = .table(MistakenCells(ofRows: mistakes.map(\.row), in: dataset))
  }
}

extension MistakenRows.MistakenCells {
  /// More columns are no longer read beside each other.
  private static let most = 8

  /// Numbers are in the units of the source, and categories have their names.
  init(ofRows rows: [Int], in dataset: Dataset) {
    let known = dataset.inputColumns
    let shown = known.prefix(Self.most)
    let cells = shown.map { column in
      dataset.values(ofColumn: column.name, rows: rows)?.cells ?? []
    }
    columns = shown.map { column in
      Table.Column(abbreviated(column.name, to: 40), column.categories == nil ? .end : .start)
    }
    self.rows = rows.indices.map { row in cells.map { $0[row] } }
    columnCount = known.count
  }
}

extension ColumnValues {
  /// One text for each row.
  fileprivate var cells: [String] {
    switch self {
    case .numbers(let numbers): numbers.map { $0.map(Self.text) ?? Self.missing }
    case .categories(let categories, let names):
      categories.map { $0.map { abbreviated(names[$0], to: 40) } ?? Self.missing }
    }
  }

  private static let missing = "missing"

  /// Whole numbers have all their digits: they may be years or counts.
  private static func text(of number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? significantDigits(number, 6)
  }
}
