import Execution
import Learning
import Notebook

/// `split`: cuts a data set into parts for training, validation and test.
struct SplitBlock: Command {
  typealias Value = Split

  static let name = "split"
  static let summary = "Cut a data set into parts for training, validation and test."
  static let isUsefulAlone = false

  @Option("The data set to cut.")
  var data: Reference<Dataset>
  @Option("Share of the rows that are kept for the test.", in: .from(0, below: 1), unit: "share")
  var test = 0.25
  @Option(
    "Share of the rows that 'test' leaves, for validation.", in: .from(0, below: 1), unit: "share")
  var validation = 0.0
  @Option("Whether each part has the classes in the proportions of the whole.")
  var stratify = false
  @Option(
    "Seed of each of the two cuts; without it, they draw from the block's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?

  var drawsRandomNumbers: Bool { seed == nil && (test > 0 || validation > 0) }

  func check(_ scope: inout Scope) -> Split.Outline? {
    guard let dataset = data.outline else { return nil }
    if stratify, let targets = dataset.examples.targets {
      scope.error(
        .inapplicableOption,
        "'stratify' is for classes, and '\(data.name)' has \(targetWords(targets))",
        at: $stratify.keyRange)
      return nil
    }
    if let problem = problem(with: dataset) {
      scope.error(.impossibleSplit, "\(problem)", at: place(of: problem))
      return nil
    }
    let parts = Part.allCases.filter { part in
      switch part {
      case .train: true
      case .validation: validation > 0
      case .test: test > 0
      }
    }
    return Split.Outline(dataset: dataset, parts: parts, rows: rowCounts(of: dataset))
  }

  /// Why the data cannot be cut as asked, as far as their rows are known.
  private func problem(with dataset: Dataset.Outline) -> SplitError? {
    guard let rows = dataset.examples.rows[.train] else { return nil }
    return Split.problem(
      cutting: rows, strata: stratify ? dataset.labels : nil, testShare: test,
      validationShare: validation)
  }

  /// The option that is at fault, or the data where none is given that could be.
  private func place(of problem: SplitError) -> SourceRange? {
    switch problem {
    case .invalidShare(let part, _), .nothingLeft(let part, _): place(ofShare: part) ?? $data.range
    case .partTooSmall(let part, _, _): place(ofShare: part) ?? $stratify.range
    case .classTooSmall, .noClasses: $stratify.range
    case .noNumber: $data.range
    }
  }

  private func place(ofShare part: Part) -> SourceRange? {
    switch part {
    case .train: nil
    case .validation: $validation.range
    case .test: $test.range
    }
  }

  /// Shares are rounded up, as the cuts do it.
  private func rowCounts(of dataset: Dataset.Outline) -> [Part: Int] {
    guard let rows = dataset.examples.rows[.train] else { return [:] }
    let testRows = Int((test * Double(rows)).rounded(.up))
    let validationRows = Int((validation * Double(rows - testRows)).rounded(.up))
    return [
      .train: rows - testRows - validationRows, .validation: validationRows, .test: testRows,
    ]
  }

  /// The rows of each part; the data set is another block's.
  struct Record: Codable, Sendable {
    @Packed var train: [Int]
    @Packed var validation: [Int]
    @Packed var test: [Int]
  }

  func record(of split: Split) -> Record {
    Record(train: split.trainRows, validation: split.validationRows, test: split.testRows)
  }

  func value(of record: Record, in context: Context) throws -> Split {
    try Split(
      of: context.value(data), trainRows: record.train, validationRows: record.validation,
      testRows: record.test)
  }

  func run(_ context: Context) throws -> CommandResult<Split> {
    let dataset = try context.value(data)
    do {
      let split = try context.draw { stream in
        try Split(
          of: dataset, testShare: test, validationShare: validation, stratify: stratify,
          seed: seed.map { UInt32(clamping: $0) }, drawing: &stream,
          isCancelled: context.isCancelled)
      }
      let sizes = Part.allCases.filter { !split.rows(of: $0).isEmpty }
        .map { "\($0.rawValue): \(split.rows(of: $0).count)" }
      context.log(sizes.joined(separator: ", "))
      return CommandResult(split)
    } catch let error as SplitError {
      throw BlockFailure("\(error)", at: place(of: error))
    }
  }
}
