/// What there is in a data set, before anyone learns from it.
public struct DatasetDescription: Sendable, Equatable, Codable {
  /// What networks are to see.
  public enum Inputs: Sendable, Equatable, Codable {
    case texts(TextDescription)
    case columns([ColumnDescription])
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
  /// Whether the inputs are pixels of pictures.
  public let arePictures: Bool

  /// Describes a data set.
  ///
  /// - Parameter stopWords: the words that are not counted.
  public init(of dataset: Dataset, stopWords: StopWords) {
    self.init(
      of: dataset, parts: [(.train, Array(0..<dataset.rowCount))], stopWords: stopWords)
  }

  /// Describes a split: its inputs as a whole, its rows by their parts.
  public init(of split: Split, stopWords: StopWords) {
    let parts = Part.allCases.map { (part: $0, rows: split.rows(of: $0)) }
    self.init(of: split.dataset, parts: parts.filter { !$0.rows.isEmpty }, stopWords: stopWords)
  }

  private init(of dataset: Dataset, parts: [(part: Part, rows: [Int])], stopWords: StopWords) {
    let firsts = dataset.inputs.firstRows
    var isTrained = [Bool](repeating: false, count: dataset.rowCount)
    classes = dataset.labels?.classes ?? []
    targets = dataset.targets?.columns ?? []
    arePictures = dataset.pictureShape != nil
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
      inputs = .texts(TextDescription(of: texts, stopWords: stopWords))
    case .numbers(let matrix, let names):
      inputs = .columns(
        names.enumerated().map {
          ColumnDescription(of: matrix, column: $0, name: $1, missing: dataset.missing)
        })
    }
  }

  /// The number of rows in all parts.
  public var rowCount: Int { parts.reduce(0) { $0 + $1.rowCount } }

  /// The rows outside the training part whose inputs it has too.
  public var leaks: Int { parts.reduce(0) { $0 + $1.leaks } }
}

extension TargetColumns {
  fileprivate var columns: [ColumnDescription] {
    names.enumerated().map { ColumnDescription(of: values, column: $0, name: $1) }
  }
}

extension Answers {
  /// Whether two rows have the same answer.
  fileprivate func agree(_ first: Int, _ second: Int) -> Bool {
    switch self {
    case .classes(let labels): labels.indices[first] == labels.indices[second]
    case .targets(let targets):
      targets.names.indices.allSatisfy { targets.values[first, $0] == targets.values[second, $0] }
    }
  }
}

extension Dataset.Inputs {
  /// Per row, the first row that has the same inputs.
  fileprivate var firstRows: [Int] {
    switch self {
    case .text(let texts, _):
      var table = TermTable()
      var first: [Int] = []
      return (0..<texts.count).map { row in
        let number = texts.withUTF8(row) { table.insert(Term($0)) }
        if number == first.count { first.append(row) }
        return first[number]
      }
    case .numbers(let matrix, _):
      var first: [[Double]: Int] = [:]
      return (0..<matrix.rows).map { row in
        let start = row * matrix.columns
        let numbers = Array(matrix.elements[start..<start + matrix.columns])
        if let known = first[numbers] { return known }
        first[numbers] = row
        return row
      }
    }
  }
}
