/// Examples to learn from: per row its inputs, either a text or numbers, and its label.
public struct Dataset: Sendable, Equatable, Codable {
  /// What a network is to see of each row.
  public enum Inputs: Sendable, Equatable, Codable {
    /// One text per row, to be turned into numbers first.
    case text(TextColumn, name: String)
    /// One row of numbers per example, and a name per column.
    case numbers(Matrix<Double>, names: [String])
  }

  /// Where the rows come from.
  public let source: DataSource
  /// What a network is to see, row by row.
  public let inputs: Inputs
  /// The class of each row.
  public let labels: Labels
  /// The first rows as they were written.
  public let preview: TablePreview
  /// What was missing in the table that the rows come from; nil if they come from none.
  public let missing: MissingCounts?
  /// How the numbers are brought to a common scale, which those who train learn from their training part; nil if they
  /// are taken as they are.
  public private(set) var scaling: ScalingRule?

  /// Rows of a table: the text in one column is the input.
  ///
  /// - Parameter missing: `drop` leaves out rows without a text or a label.
  /// - Throws: a missing column, or an empty label with its row.
  public init(
    table: CSVTable, text: String, label: String, missing: MissingCells = .error,
    source: DataSource
  ) throws(DatasetError) {
    guard text != label else { throw .labelAmongInputs(label) }
    let textIndex = try table.index(ofColumn: text)
    let rows = missing == .drop ? try table.rows(completeIn: [text, label]) : nil
    labels = try table.labels(inColumn: label, rows: rows)
    inputs = .text(table.column(textIndex, rows: rows), name: text)
    preview = TablePreview(of: table)
    self.missing = MissingCounts(in: table, columns: [textIndex])
    self.source = source
  }

  /// Rows of a table: the numbers in some columns are the inputs, by default those in every column but the label.
  ///
  /// - Parameters:
  ///   - categories: columns among them whose texts are categories, each of which becomes a column of zeros and ones.
  ///   - missing: what becomes of cells in which nothing is written.
  /// - Throws: a missing or repeated column, an empty label, or a cell that is no finite decimal number, with its place.
  public init(
    table: CSVTable, features: [String]? = nil, categories: [String] = [], label: String,
    missing: MissingCells = .error, source: DataSource
  ) throws(DatasetError) {
    let columns = try table.featureColumns(
      features, categories: categories, label: label, missing: missing)
    let needed = (features ?? table.header) + [label]
    let rows =
      missing == .drop ? try table.rows(completeIn: needed) : Array(0..<table.rowCount)
    labels = try table.labels(inColumn: label, rows: rows)
    inputs = .numbers(try columns.matrix(ofRows: rows), names: columns.names)
    preview = TablePreview(of: table)
    self.missing = columns.missingCounts()
    self.source = source
  }

  /// Numbers that are written in the lesson itself, one array per row; without names the columns are `x1 x2 …`.
  ///
  /// - Throws: rows of unequal length, numbers that are not finite, a label count that is not the row count, no rows.
  public init(
    features: [[Double]], names: [String]? = nil, labels: [String],
    source: DataSource = DataSource(name: "inline")
  ) throws(DatasetError) {
    let matrix = try Matrix(checking: features)
    guard labels.count == matrix.rows else {
      throw .unequalCounts(features: matrix.rows, labels: labels.count)
    }
    if let row = labels.firstIndex(of: "") { throw .emptyLabel(row: row + 1, column: "label") }
    if let names, names.count != matrix.columns {
      throw .unequalNames(columns: matrix.columns, names: names.count)
    }
    self.init(
      numbers: matrix, names: names, labels: Labels(TextColumn(labels)), source: source)
  }

  /// Texts made in place, such as a built-in corpus; there is one label per text.
  public init(
    texts: TextColumn, textName: String = "text", labels: Labels, labelName: String = "label",
    source: DataSource
  ) {
    precondition(texts.count == labels.count, "every text has a label")
    inputs = .text(texts, name: textName)
    self.labels = labels
    self.source = source
    preview = TablePreview(of: texts, name: textName, labels: labels, labelName: labelName)
    missing = nil
  }

  /// Numbers made in place, such as a built-in data set; there is one label per row.
  init(numbers: Matrix<Double>, names: [String]? = nil, labels: Labels, source: DataSource) {
    precondition(numbers.rows == labels.count, "every row has a label")
    let names = names ?? (0..<numbers.columns).map { "x\($0 + 1)" }
    inputs = .numbers(numbers, names: names)
    self.labels = labels
    self.source = source
    preview = TablePreview(of: numbers, names: names, labels: labels, labelName: "label")
    missing = nil
  }

  /// The same data, whose numbers are brought to a common scale by those who train on them.
  public func scaled(by rule: ScalingRule?) -> Dataset {
    var dataset = self
    dataset.scaling = rule
    return dataset
  }

  /// The number of examples.
  public var rowCount: Int { labels.count }

  /// The number of inputs of an example: of its numbers, or 1 for a text.
  public var inputCount: Int {
    switch inputs {
    case .text: 1
    case .numbers(let matrix, _): matrix.columns
    }
  }

  /// The numbers of some rows, in the given order; nil if the inputs are texts.
  public func matrix(of rows: [Int]) -> Matrix<Double>? {
    guard case .numbers(let all, _) = inputs else { return nil }
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * all.columns)
    for row in rows {
      elements.append(contentsOf: all.elements[row * all.columns..<(row + 1) * all.columns])
    }
    return Matrix(rows: rows.count, columns: all.columns, elements: elements)
  }
}

extension Matrix<Double> {
  /// The rows of a lesson, which may be anything.
  fileprivate init(checking rows: [[Double]]) throws(DatasetError) {
    guard let first = rows.first, !first.isEmpty else { throw .noFeatures }
    for (index, row) in rows.enumerated() {
      guard row.count == first.count else {
        throw .raggedRow(index + 1, expected: first.count, found: row.count)
      }
      guard row.allSatisfy(\.isFinite) else { throw .notFinite(row: index + 1) }
    }
    self.init(rows: rows.count, columns: first.count, elements: rows.flatMap(\.self))
  }
}
