/// The first rows of a data set as they were written, to be shown in a lesson.
public struct TablePreview: Sendable, Equatable, Codable {
  /// How many rows are kept at most.
  public static let rowLimit = 100

  /// The column names, in the file's order; columns that a data set does not use are among them.
  public let columns: [String]
  /// At most `rowLimit`.
  public let rowCount: Int
  /// Row after row.
  private let cells: TextColumn

  /// The first of some rows of a table.
  init(of table: TextTable, rows: [Int]) {
    var cells = TextColumn()
    let rows = rows.prefix(Self.rowLimit)
    rowCount = rows.count
    for row in rows {
      for column in 0..<table.columnCount {
        table.withUTF8(row: row, column: column) { cells.append($0) }
      }
    }
    columns = table.header
    self.cells = cells
  }

  /// The first rows of a data set made in place: its features, then its label or its targets.
  init(of features: Matrix<Double>, names: [String], answers: Answers) {
    rowCount = min(features.rows, Self.rowLimit)
    columns = names + (answers.targets?.names ?? [Dataset.usualLabelName])
    cells = TextColumn(
      (0..<rowCount).flatMap { row in
        (0..<features.columns).map { Self.text(of: features[row, $0]) }
          + Self.texts(of: answers, row: row)
      })
  }

  private static func texts(of answers: Answers, row: Int) -> [String] {
    switch answers {
    case .classes(let labels): [labels.classes[labels.indices[row]]]
    case .targets(let targets):
      targets.names.indices.map { text(of: targets.values[row, $0]) }
    }
  }

  /// The first rows of texts made in place, each with its label.
  init(of texts: TextColumn, name: String, labels: Labels, labelName: String) {
    rowCount = min(texts.count, Self.rowLimit)
    columns = [name, labelName]
    cells = TextColumn(
      (0..<rowCount).flatMap { [texts[$0], labels.classes[labels.indices[$0]]] })
  }

  /// The text of a cell, both counted from 0.
  public subscript(row: Int, column: Int) -> String {
    precondition(column >= 0 && column < columns.count, "a preview has this many columns")
    return cells[row * columns.count + column]
  }

  /// A whole number without its point, every other number with all its digits.
  private static func text(of number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
