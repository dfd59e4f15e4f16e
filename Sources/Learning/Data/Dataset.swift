/// Examples to learn from: per row its inputs, either a text or numbers, and what is to be learnt about it.
public struct Dataset: Sendable, Equatable, Codable {
  /// What a network is to see of each row.
  public enum Inputs: Sendable, Equatable, Codable {
    /// One text per row, to be turned into numbers first.
    case text(TextColumn, name: String)
    /// One row of numbers per example, and a name per column.
    case numbers(Matrix<Double>, names: [String])
  }

  /// What the column of classes is called where the data have no name for it.
  public static let usualLabelName = "label"

  /// Where the rows come from.
  public let source: DataSource
  /// What a network is to see, row by row. All numbers are finite: gaps are filled from the start.
  public private(set) var inputs: Inputs
  /// The class of each row, or the numbers to be predicted.
  public private(set) var answers: Answers
  /// The first rows as they were written.
  public let preview: TablePreview
  /// What was missing in the table that the rows come from; nil if they come from none.
  public let missing: MissingCounts?
  /// The record in which the first row stands, as errors name it; nil if records between the rows have been left out.
  private let firstRecord: Int?
  /// The columns of categories among the inputs, in their order.
  let codedColumns: [CodedColumn]
  /// What the column of classes is called, if there is one.
  public let labelName: String
  /// The numbers among the inputs that are missing.
  let gaps: [Imputation.Column]
  /// What the gaps are filled with; nil where they are zeros. They are filled from all rows, until it is known which are
  /// learnt from.
  private let imputationRule: ImputationRule?
  /// How the numbers are brought to a common scale, which those who train learn from their training part; nil if they
  /// are taken as they are.
  public private(set) var scaling: ScalingRule?
  /// The size of the pictures whose pixels the inputs are; nil if they are no pictures.
  public private(set) var pictureShape: PictureShape?

  /// Rows of a table: the text in one column is the input.
  ///
  /// - Parameter missing: `drop` leaves out rows without a text or an answer.
  /// - Throws: a missing column, or an empty answer with its row.
  public init(
    table: TextTable, text: String, answer: AnswerColumns, missing: MissingCells = .error,
    source: DataSource
  ) throws(DatasetError) {
    guard !answer.names.contains(text) else { throw answer.isAmongInputs(text) }
    let textIndex = try table.index(ofColumn: text)
    let rows = try table.rows(withInputs: [text], answer: answer, missing: missing)
    answers = try table.answers(in: answer, rows: rows)
    inputs = .text(table.column(textIndex, rows: rows), name: text)
    (codedColumns, gaps, imputationRule) = ([], [], nil)
    labelName = answer.names[0]
    preview = TablePreview(of: table, rows: rows)
    self.missing = MissingCounts(in: table, columns: [textIndex])
    firstRecord = table.firstRecord(ofRows: rows)
    self.source = source
  }

  /// Rows of a table: the numbers in some columns are the inputs, by default those in every column but the answers.
  ///
  /// - Parameters:
  ///   - categories: columns among them whose texts are categories, each of which becomes a column of zeros and ones.
  ///   - missing: what becomes of inputs in which nothing is written; rows without an answer can only be dropped.
  /// - Throws: a missing or repeated column, an empty answer, a missing category, a cell that is no finite decimal number,
  ///   with its place, or a column without a number to fill its gaps with.
  public init(
    table: TextTable, features: [String]? = nil, categories: [String] = [], answer: AnswerColumns,
    missing: MissingCells = .error, source: DataSource
  ) throws(DatasetError) {
    let rows = try table.rows(withInputs: features, answer: answer, missing: missing)
    let columns = try table.featureColumns(
      features, categories: categories, answer: answer, rows: rows, missing: missing)
    answers = try table.answers(in: answer, rows: rows)
    let numbers = try columns.numbers()
    codedColumns = columns.codedColumns
    labelName = answer.names[0]
    gaps = numbers.gaps
    imputationRule = missing.imputation
    inputs = .numbers(numbers.matrix, names: columns.names)
    preview = TablePreview(of: table, rows: rows)
    self.missing = columns.missingCounts()
    firstRecord = table.firstRecord(ofRows: rows)
    self.source = source
    do throws(Imputation.EmptyColumn) {
      try fillGaps(learningFrom: Array(rows.indices))
    } catch {
      throw .noNumber(column: error.name, rule: error.rule)
    }
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
    if let mistake = DatasetError.mistakes(inLabels: labels).first { throw mistake }
    if let names, names.count != matrix.columns {
      throw .unequalNames(columns: matrix.columns, names: names.count)
    }
    self.init(
      numbers: matrix, names: names, answers: .classes(Labels(TextColumn(labels))), source: source)
  }

  /// Numbers that are written in the lesson itself, with the numbers that are to be predicted of each row; these are
  /// called `y`, or `y1 y2 …`.
  ///
  /// - Throws: rows of unequal length, numbers that are not finite, unequal counts of rows, no rows.
  public init(
    features: [[Double]], targets: [[Double]], source: DataSource = DataSource(name: "inline")
  ) throws(DatasetError) {
    let matrix = try Matrix(checking: features)
    guard targets.count == matrix.rows else {
      throw .unequalCounts(features: matrix.rows, targets: targets.count)
    }
    let values = try Matrix(checking: targets, what: "target")
    let names = values.columns == 1 ? ["y"] : (1...values.columns).map { "y\($0)" }
    self.init(
      numbers: matrix, answers: .targets(TargetColumns(names: names, values: values)),
      source: source)
  }

  /// Texts made in place, such as a built-in corpus; there is one label per text.
  public init(
    texts: TextColumn, textName: String = "text", labels: Labels, labelName: String = "label",
    source: DataSource
  ) {
    precondition(texts.count == labels.count, "every text has a label")
    inputs = .text(texts, name: textName)
    (codedColumns, gaps, imputationRule) = ([], [], nil)
    self.labelName = labelName
    answers = .classes(labels)
    self.source = source
    preview = TablePreview(of: texts, name: textName, labels: labels, labelName: labelName)
    missing = nil
    firstRecord = 1
  }

  /// Numbers made in place, such as a built-in data set; there is one answer per row.
  init(numbers: Matrix<Double>, names: [String]? = nil, answers: Answers, source: DataSource) {
    precondition(numbers.rows == answers.count, "every row has an answer")
    let names = names ?? (0..<numbers.columns).map { "x\($0 + 1)" }
    inputs = .numbers(numbers, names: names)
    (codedColumns, gaps, imputationRule) = ([], [], nil)
    labelName = Self.usualLabelName
    self.answers = answers
    self.source = source
    preview = TablePreview(of: numbers, names: names, answers: answers)
    missing = nil
    firstRecord = 1
  }

  /// The same for classes.
  init(numbers: Matrix<Double>, labels: Labels, source: DataSource) {
    self.init(numbers: numbers, answers: .classes(labels), source: source)
  }

  /// Pictures, a row of `pixels` each: line by line from the top, from 0 for paper to 1 for ink. There is one label per
  /// picture.
  public init(
    pictures shape: PictureShape, pixels: Matrix<Double>, labels: Labels, source: DataSource
  ) {
    precondition(pixels.columns == shape.pixelCount, "rows are pictures")
    self.init(
      numbers: pixels, names: shape.pixelNames, answers: .classes(labels), source: source)
    pictureShape = shape
  }

  /// The same data, whose numbers are brought to a common scale by those who train on them: those of the inputs by one rule,
  /// those to be predicted by another.
  public func scaled(by rule: ScalingRule?, targetsBy targetRule: ScalingRule? = nil) -> Dataset {
    var dataset = self
    dataset.scaling = rule
    dataset.answers = answers.scaled(by: targetRule)
    return dataset
  }

  /// The same data, whose gaps are filled with what some rows say: those that are learnt from, since nothing of the others
  /// is known then.
  ///
  /// - Throws: a column with gaps that has no number in these rows.
  func imputed(from rows: [Int]) throws(Imputation.EmptyColumn) -> Dataset {
    var dataset = self
    try dataset.fillGaps(learningFrom: rows)
    return dataset
  }

  private mutating func fillGaps(learningFrom rows: [Int]) throws(Imputation.EmptyColumn) {
    guard let imputationRule, case .numbers(var matrix, let names) = inputs else { return }
    try Imputation(rule: imputationRule, columns: gaps).fill(&matrix, learningFrom: rows)
    inputs = .numbers(matrix, names: names)
  }

  /// The number of a row's record as errors name it; nil if that is not known, since records have been left out.
  func recordNumber(ofRow row: Int) -> Int? { firstRecord.map { $0 + row } }

  /// The number of examples.
  public var rowCount: Int { answers.count }

  /// The class of each row; nil if numbers are to be predicted.
  public var labels: Labels? { answers.labels }

  /// The numbers to be predicted; nil for classes.
  public var targets: TargetColumns? { answers.targets }

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
    return all.selecting(rows)
  }
}

extension TextTable {
  /// The record of the first of some rows, if no row is left out.
  fileprivate func firstRecord(ofRows rows: [Int]) -> Int? {
    rows.count == rowCount ? recordNumber(ofRow: 0) : nil
  }
}

extension Matrix<Double> {
  /// The rows of a lesson, which may be anything.
  fileprivate init(checking rows: [[Double]], what: String = "feature") throws(DatasetError) {
    guard let first = rows.first, !first.isEmpty else { throw .noFeatures }
    if let mistake = DatasetError.mistakes(inRows: rows, of: what).first { throw mistake }
    self.init(rows: rows.count, columns: first.count, elements: rows.flatMap(\.self))
  }
}
