/// What there is in a data set, before anyone learns from it.
///
/// Rows have the same inputs if they had them before gaps were filled: a gap is the same as a gap only.
public struct DatasetDescription: Sendable, Equatable, Codable {
  /// What networks are to see.
  public enum Inputs: Sendable, Equatable, Codable {
    case texts(TextDescription)
    case columns([ColumnDescription])
    case pictures(PictureDescription)
  }

  /// The rows of one part, and those among them that a part before has too.
  public struct PartDescription: Sendable, Equatable, Codable {
    /// The part.
    public let part: Part
    /// The number of rows.
    public let rowCount: Int
    /// Per class, the number of rows; empty where numbers are to be predicted.
    public let counts: [Int]
    /// The rows whose inputs are those of a row of the training part; 0 for that part itself.
    public let leaks: Int
  }

  /// The names of the classes; none where numbers are to be predicted.
  public let classes: [String]
  /// The numbers to be predicted, a column for each; none where there are classes.
  public let targets: [ColumnDescription]
  /// How those who train bring the targets to a common scale; nil if they learn them as they are.
  public let targetScaling: ScalingRule?
  /// The parts that have rows, in the order of training; one for data that are not split.
  public let parts: [PartDescription]
  /// The rows whose inputs are those of an earlier row.
  public let duplicates: Int
  /// The rows among them whose class or targets are not those of the first such row.
  public let contradictions: Int
  /// The rows of the file that are not in the data set, since something in them is missing.
  public let rowsLeftOut: Int
  /// What networks are to see.
  public let inputs: Inputs

  /// Describes a data set.
  ///
  /// - Parameter stopWords: the words that are not counted.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked often, says so.
  public init(
    of dataset: Dataset, stopWords: StopWords, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    try self.init(
      of: dataset, parts: [(.train, Array(0..<dataset.rowCount))], stopWords: stopWords,
      isCancelled: isCancelled)
  }

  /// Describes a split: its inputs as a whole, its rows by their parts.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked often, says so.
  public init(
    of split: Split, stopWords: StopWords, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    let parts = Part.allCases.map { (part: $0, rows: split.rows(of: $0)) }
    try self.init(
      of: split.dataset, parts: parts.filter { !$0.rows.isEmpty }, stopWords: stopWords,
      isCancelled: isCancelled)
  }

  private init(
    of dataset: Dataset, parts: [(part: Part, rows: [Int])], stopWords: StopWords,
    isCancelled: () -> Bool
  ) throws(CancellationError) {
    let firsts = try dataset.firstRows(isCancelled: isCancelled)
    var isTrained = [Bool](repeating: false, count: dataset.rowCount)
    classes = dataset.labels?.classes ?? []
    let record = dataset.recordNumber
    targets = try dataset.answers.columns(record: record, isCancelled: isCancelled)
    targetScaling = dataset.targets?.scaling
    self.parts = parts.map { part, rows in
      if part == .train { for row in rows { isTrained[firsts[row]] = true } }
      return PartDescription(
        part: part, rowCount: rows.count, counts: dataset.labels?.counts(of: rows) ?? [],
        leaks: part == .train ? 0 : rows.count { isTrained[firsts[$0]] })
    }
    duplicates = firsts.indices.count { firsts[$0] != $0 }
    contradictions = firsts.indices.count { !dataset.answers.agree(firsts[$0], $0) }
    rowsLeftOut = dataset.missing.map { $0.rowCount - dataset.rowCount } ?? 0
    switch dataset.inputs {
    case .text(let texts, _):
      inputs = .texts(
        try TextDescription(of: texts, stopWords: stopWords, isCancelled: isCancelled))
    case .numbers(let matrix, let names):
      if let shape = dataset.pictureShape, let labels = dataset.labels {
        inputs = .pictures(
          try PictureDescription(
            of: matrix, shape: shape, labels: labels, isCancelled: isCancelled))
      } else {
        inputs = .columns(
          try ColumnDescription.all(
            of: matrix, names: names, missing: dataset.missing, record: record,
            isCancelled: isCancelled))
      }
    }
  }

  /// The number of rows in all parts.
  public var rowCount: Int { parts.reduce(0) { $0 + $1.rowCount } }

  /// The rows outside the training part whose inputs it has too.
  public var leaks: Int { parts.reduce(0) { $0 + $1.leaks } }
}

extension Answers {
  /// The numbers to be predicted; none where there are classes.
  fileprivate func columns(
    record: (Int) -> Int?, isCancelled: () -> Bool
  ) throws(CancellationError) -> [ColumnDescription] {
    guard let targets else { return [] }
    return try ColumnDescription.all(
      of: targets.values, names: targets.names, record: record, isCancelled: isCancelled)
  }

  /// Whether two rows have the same answer.
  fileprivate func agree(_ first: Int, _ second: Int) -> Bool {
    switch self {
    case .classes(let labels): labels.indices[first] == labels.indices[second]
    case .targets(let targets):
      targets.names.indices.allSatisfy { targets.values[first, $0] == targets.values[second, $0] }
    }
  }
}

/// The numbers of a row without those that fill its gaps.
private struct KnownNumbers: Hashable {
  /// All numbers, with zeros in the gaps.
  var numbers: [Double]
  /// The columns of the gaps, in ascending order.
  let gaps: [Int]

  init(_ numbers: ArraySlice<Double>, gaps: [Int]) {
    self.numbers = Array(numbers)
    self.gaps = gaps
    for column in gaps { self.numbers[column] = 0 }
  }
}

extension Dataset {
  /// Per row, the first row that has the same inputs.
  fileprivate func firstRows(isCancelled: () -> Bool) throws(CancellationError) -> [Int] {
    switch inputs {
    case .text(let texts, _):
      var table = TermTable()
      var first: [Int] = []
      return try [Int](count: texts.count, isCancelled: isCancelled) { row in
        let number = texts.withUTF8(row) { table.insert(Term($0)) }
        if number == first.count { first.append(row) }
        return first[number]
      }
    case .numbers(let matrix, _):
      let gaps = gapsByRow
      var first: [KnownNumbers: Int] = [:]
      return try [Int](count: matrix.rows, isCancelled: isCancelled) { row in
        let start = row * matrix.columns
        let numbers = KnownNumbers(
          matrix.elements[start..<start + matrix.columns], gaps: gaps[row] ?? [])
        if let known = first[numbers] { return known }
        first[numbers] = row
        return row
      }
    }
  }

  /// Of the rows with gaps, the columns of these, in ascending order.
  private var gapsByRow: [Int: [Int]] {
    var columns: [Int: [Int]] = [:]
    for gap in gaps {
      for row in gap.rows { columns[row, default: []].append(gap.index) }
    }
    return columns
  }
}
