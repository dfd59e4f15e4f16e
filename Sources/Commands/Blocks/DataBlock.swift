import Execution
import Learning

/// `data`: loads or makes a data set.
struct DataBlock: Command {
  typealias Value = Dataset

  static let name = "data"
  static let summary = "Load a data set from a file, or make one."
  static let isUsefulAlone = false

  /// How lessons write the built-in sets.
  private static let builtinSets: String = {
    func names(withTarget hasTarget: Bool) -> String {
      listOfAlternatives(BuiltinSets.all.filter { $0.hasTarget == hasTarget }.map { $0.name })
    }
    return
      "\(BuiltinSets.prefix) and \(names(withTarget: false)), or with targets \(names(withTarget: true))"
  }()

  @Option(
    "A CSV, TSV or JSON-lines file, or an IDX file of pictures (also as .gz), whose pixels become numbers from 0 to 1;"
      + " hf:owner/name on the Hugging Face hub, with @revision and :file if need be; https://… with 'sha256'; or"
      + " \(builtinSets). The first of a list that can be had is taken."
  )
  var source: OneOrMany<Location>?
  @Option(
    "Inputs: names of columns (by default all but the label or target), or rows of numbers in place."
  )
  var features: FeatureChoice?
  @Option(
    "The label of each row, for features given in place; or the IDX file with the labels of the pictures in 'source'."
  )
  var labels: LabelChoice?
  @Option(
    "Instead of labels the number to predict for each row, or several, for features in place.")
  var targets: InlineTargets?
  @Option("The column whose text is the input.")
  var text: String?
  @Option("The column that holds the class.")
  var label: String?
  @Option("Instead of a label, the column that holds the number to predict, or several columns.")
  var target: OneOrMany<Placed<String>>?
  @Option("Whether a file's first row names the columns; otherwise they are c1, c2, and so on.")
  var header: Bool?
  @Option("What stands between the cells of a file, if it is not what the file's name says.")
  var delimiter: CSVDelimiter?
  @Option("What the numbers of a file have before their decimals, if it is no point.")
  var decimal: DecimalMark?
  @Option("Whether double quotes hold a cell of a file together.")
  var quote: QuoteStyle?
  @Option("How a file's characters are written; utf-8 by default.")
  var encoding: TextEncoding?
  @Option(
    "What becomes of cells without a value, which are empty or have one of 'missing_values'; they are an error by default."
  )
  var missing: MissingCells?
  @Option(
    "What a file writes in cells without a value, such as [\"?\", \"-999\"]; by default NA, N/A, n/a, NaN, nan, NULL, null,"
      + " None and #N/A. With [] only empty cells have none, and NA may be a class."
  )
  var missingValues: [String]?
  @Option(
    "Columns among the features whose texts are categories: each becomes a column of 0 and 1.")
  var categories: [Placed<String>]?
  @Option(
    "Bring each column of numbers among the inputs to mean 0 and deviation 1, or to 0 to 1, as the training part is; categories and targets stay."
  )
  var scale: ScalingRule?
  @Option(
    "The same for targets while a network learns them: its losses are then those of the scaled numbers, and what it"
      + " predicts, and how far off that is, are in the targets' own units."
  )
  var scaleTarget: ScalingRule?
  @Option("The digest that the file must have, 64 hexadecimal digits.")
  var sha256: String?
  @Option("Rows to make.", in: .between(1, 10_000_000), unit: "rows")
  var rows: Int?
  @Option("Columns to make.", in: .between(1, 1_000_000), unit: "columns")
  var columns: Int?
  @Option("Classes to make.", in: .between(2, 10_000), unit: "classes")
  var classes: Int?
  @Option(
    "Share of the rows that each class has, such as [0.9, 0.1]; by default they are equal.",
    in: .above(0))
  var shares: [Placed<Double>]?
  @Option("Pixels of a side of the digits.", in: .between(8, 64), unit: "pixels")
  var size: Int?
  @Option(
    "Standard deviation of the noise: on each coordinate, on angles of the spiral, on pixels or on targets.",
    in: .atLeast(0))
  var noise: Double?
  @Option("Radius of the inner circle; the outer one's is 1.", in: .from(0, below: 1))
  var factor: Double?
  @Option("Share of spam among the mails.", in: .between(0, 1))
  var spamShare: Double?
  @Option(
    "Seed of the mails, which draw nothing from the lesson's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?

  var drawsRandomNumbers: Bool { origins.contains(where: \.drawsRandomNumbers) }

  func check(_ scope: inout Scope) -> Dataset.Outline? {
    guard source != nil else { return InlineOrigin().outline(for: self, isLast: true, &scope) }
    checkPlaces(&scope)
    scope.part { checkScaledTarget(&$0) }
    checkSources(&scope)
    guard !scope.hasErrors else { return nil }
    return outlineOfData(&scope)
  }

  func forecast() -> Forecast? { origins.first?.forecast(for: self) }

  /// A file is read again: that is as fast, and the check has read it already.
  enum Record: Codable, Sendable {
    case file
    case made(Dataset)
  }

  func record(of dataset: Dataset) -> Record {
    origins.allSatisfy(\.isMade) ? .made(dataset) : .file
  }

  func value(of record: Record, in context: Context) throws -> Dataset {
    switch record {
    case .file: try scaled(dataset(context).data)
    case .made(let dataset): dataset
    }
  }

  func run(_ context: Context) throws -> CommandResult<Dataset> {
    let (data, failures) = try dataset(context)
    for failure in failures {
      context.log("\(failure.message); \(data.source.name) is used instead")
    }
    let dataset = scaled(data)
    context.log(
      "\(dataset.source.name): \(dataset.rowCount) rows; \(Self.words(for: dataset.answers))")
    return CommandResult(dataset, outputs: notes(on: dataset).map { .note($0) })
  }

  func scaled(_ data: Dataset) -> Dataset {
    data.scaled(by: scale, targetsBy: scaleTarget)
  }

  /// So many classes are told one by one.
  private static let toldClasses = 20

  /// "ham: 3672, spam: 1499", or "target y: -1 to 3".
  private static func words(for answers: Answers) -> String {
    switch answers {
    case .classes(let labels):
      let classes = zip(labels.classes, labels.counts).map { "\($0): \($1)" }
      let rest = classes.count - toldClasses
      return classes.prefix(toldClasses).joined(separator: ", ")
        + (rest > 0 ? ", … and \(rest) more" : "")
    case .targets(let targets):
      return targets.names.enumerated().map { index, name in
        let numbers = targets.values.column(index)
        let ends = [numbers.min(), numbers.max()].map { significantDigits($0 ?? .nan, 4) }
        return "target \(name): \(ends[0]) to \(ends[1])"
      }.joined(separator: ", ")
    }
  }

  /// The sources as they are written, the best first; none for rows in place.
  var sources: [Location] { source?.values ?? [] }

  /// The columns that say what is to be learnt; nil if the lesson names none.
  var answer: AnswerColumns? {
    target.map { .targets($0.values.map(\.value)) } ?? label.map { .label($0) }
  }

  static let missingAnswer =
    "'data' needs 'label', the column that holds the class, or 'target', the column that holds the number to predict"
}
