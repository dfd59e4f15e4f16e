import Execution
import Learning
import Notebook

/// `data`: loads or makes a data set.
struct DataBlock: Command {
  typealias Value = Dataset

  static let name = "data"
  static let summary = "Load a data set from a file, or make one."
  static let isUsefulAlone = false
  static let values = [
    ValueDeclaration("rows", "how many examples there are"),
    ValueDeclaration("columns", "how many inputs an example has"),
    ValueDeclaration("classes", "how many classes there are"),
    ValueDeclaration("source", "where the data come from"),
    ValueDeclaration("sha256", "the digest of the file that was read"),
  ]

  @Option(
    "A CSV or TSV file, or builtin: and xor, gaussian, circles, moons, blobs, spiral or emails.")
  var source: Location?
  @Option("Inputs: names of columns (by default all but the label), or rows of numbers in place.")
  var features: FeatureChoice?
  @Option("The label of each row, for features given in place.")
  var labels: [String]?
  @Option("The column whose text is the input.")
  var text: String?
  @Option("The column that holds the class.")
  var label: String?
  @Option("Whether a file's first row names the columns; otherwise they are c1, c2, and so on.")
  var header: Bool?
  @Option("Rows to make.", in: .between(1, 10_000_000), unit: "rows")
  var rows: Int?
  @Option("Columns to make.", in: .between(1, 1_000_000), unit: "columns")
  var columns: Int?
  @Option("Classes to make.", in: .between(2, 10_000), unit: "classes")
  var classes: Int?
  @Option("Standard deviation of the noise on each coordinate.", in: .atLeast(0))
  var noise: Double?
  @Option("Radius of the inner circle; the outer one's is 1.", in: .from(0, below: 1))
  var factor: Double?
  @Option("Share of spam among the mails.", in: .between(0, 1))
  var spamShare: Double?
  @Option(
    "Seed of the mails, which draw nothing from the lesson's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?

  var drawsRandomNumbers: Bool {
    builtin?.drawsRandomNumbers ?? false
  }

  func check(_ scope: inout Scope) -> Dataset.Outline? {
    guard let source else { return checkInline(&scope) }
    if labels != nil {
      scope.error(
        .inapplicableOption, "'labels' are for features in place; a source has its own",
        at: $labels.keyRange)
    }
    if source.text.hasPrefix("builtin:") {
      guard let builtin else {
        let name = String(source.text.dropFirst("builtin:".count))
        let known = BuiltinData.allCases.map(\.rawValue)
        let hint = suggestion(for: name, among: known)
        let rest = hint.isEmpty ? "; there are \(listOfAlternatives(known))" : "\(hint)"
        scope.error(
          .unknownSource, "unknown built-in data set '\(name)'\(rest)", at: source.range,
          suggestion: hint)
        return nil
      }
      refuse(otherThan: builtin.options, for: source.text, &scope)
      if let problem = builtin.problem(in: self) {
        scope.error(
          problem.code, problem.message, at: problem.place.range, suggestion: problem.suggestion)
      }
      return scope.hasErrors ? nil : builtin.outline(for: self)
    }
    refuse(otherThan: ["features", "text", "label", "header"], for: "a file", &scope)
    return checkFile(at: source, &scope)
  }

  func forecast() -> Forecast? { builtin?.forecast(for: self) }

  /// A file is read again: that is as fast, and the check has read it already.
  enum Record: Codable, Sendable {
    case file
    case made(Dataset)
  }

  func record(of dataset: Dataset) -> Record {
    isFile ? .file : .made(dataset)
  }

  func value(of record: Record, in context: Context) throws -> Dataset {
    switch record {
    case .file: try dataset(context)
    case .made(let dataset): dataset
    }
  }

  private var isFile: Bool { source != nil && builtin == nil }

  func run(_ context: Context) throws -> CommandResult<Dataset> {
    let dataset = try dataset(context)
    let classes = zip(dataset.labels.classes, dataset.labels.counts)
      .map { "\($0): \($1)" }
      .joined(separator: ", ")
    context.log("\(dataset.source.name): \(dataset.rowCount) rows; \(classes)")
    return CommandResult(dataset)
  }

  private func dataset(_ context: Context) throws -> Dataset {
    guard let source else { return try inlineDataset() }
    if let builtin {
      do throws(DatasetError) {
        return try context.draw { stream throws(DatasetError) in
          try builtin.dataset(for: self, drawing: &stream)
        }
      } catch {
        throw BlockFailure("\(error)", at: source.range)
      }
    }
    let file = try LoadedTable.load(
      source, header: header ?? true, context.files, context.lessonFolder)
    do throws(DatasetError) {
      return try dataset(of: file)
    } catch {
      throw BlockFailure("\(file.source.name), \(error)", at: source.range)
    }
  }

  var builtin: BuiltinData? {
    guard let text = source?.text, text.hasPrefix("builtin:") else { return nil }
    return BuiltinData(rawValue: String(text.dropFirst("builtin:".count)))
  }

  /// The options that say something about the data itself, with their places.
  private var placedOptions: [(name: String, place: OptionPlace)] {
    [
      ("features", $features), ("text", $text), ("label", $label), ("header", $header),
      ("rows", $rows), ("columns", $columns), ("classes", $classes), ("noise", $noise),
      ("factor", $factor), ("spam_share", $spamShare), ("seed", $seed),
    ]
  }

  private func refuse(otherThan allowed: [String], for source: String, _ scope: inout Scope) {
    for (name, place) in placedOptions where place.isGiven && !allowed.contains(name) {
      scope.error(.inapplicableOption, "'\(name)' does not apply to \(source)", at: place.keyRange)
    }
  }
}

// MARK: - Rows in place

extension DataBlock {
  private func checkInline(_ scope: inout Scope) -> Dataset.Outline? {
    refuse(otherThan: ["features"], for: "features in place", &scope)
    guard case .rows? = features, labels != nil else {
      scope.error(.missingOption, "'data' needs a 'source', or 'features' and 'labels' in place")
      return nil
    }
    guard !scope.hasErrors else { return nil }
    do {
      return try inlineDataset().outline
    } catch {
      scope.error(.badData, error.message, at: error.range)
      return nil
    }
  }

  private func inlineDataset() throws(BlockFailure) -> Dataset {
    guard case .rows(let rows)? = features, let labels else {
      throw BlockFailure("'data' needs a 'source', or 'features' and 'labels' in place")
    }
    do throws(DatasetError) {
      return try Dataset(features: rows, labels: labels)
    } catch {
      throw BlockFailure("\(error)", at: $features.range)
    }
  }
}

// MARK: - Files

extension DataBlock {
  private func checkFile(at source: Location, _ scope: inout Scope) -> Dataset.Outline? {
    let file: LoadedTable
    do {
      file = try LoadedTable.load(source, header: header ?? true, scope.files, scope.lessonFolder)
    } catch {
      scope.error(.unreadableData, error.message, at: error.range, notes: error.notes)
      return nil
    }
    guard let label else {
      scope.error(.missingOption, "'data' needs 'label': the column that holds the class")
      return nil
    }
    let table = file.table
    checkColumn(label, of: table, at: $label.range, &scope)
    if let text { checkColumn(text, of: table, at: $text.range, &scope) }
    if text != nil, $features.isGiven {
      scope.error(
        .conflictingOptions, "the input is either 'text' or 'features', not both",
        at: $features.keyRange)
    }
    if case .columns(let names)? = features {
      for name in names { checkColumn(name.value, of: table, at: name.range, &scope) }
    } else if case .rows? = features {
      scope.error(.wrongType, "'features' of a file are names of columns", at: $features.range)
    }
    guard !scope.hasErrors, let labels = labels(of: file, &scope) else { return nil }
    let inputs = featureNames?.count ?? table.columnCount - 1
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: text == nil ? .exactly(inputs) : .text, classes: labels.classes, parts: [.train],
        rows: [.train: labels.count]),
      labels: labels)
  }

  private func checkColumn(
    _ name: String, of table: CSVTable, at range: SourceRange?, _ scope: inout Scope
  ) {
    if table.header.contains(name) { return }
    let hint = suggestion(for: name, among: table.header)
    let known = table.header.prefix(20).joined(separator: ", ")
    scope.error(
      .unknownColumn,
      "there is no column '\(name)'\(hint.isEmpty ? "; the columns are \(known)" : "\(hint)")",
      at: range, suggestion: hint)
  }

  private func labels(of file: LoadedTable, _ scope: inout Scope) -> Labels? {
    do throws(DatasetError) {
      let labels = try file.table.labels(inColumn: label ?? "")
      if labels.classes.count > 1 { return labels }
      scope.error(
        .singleClass,
        "column '\(label ?? "")' has one class only, '\(labels.classes[0])'; there must be two to"
          + " tell apart", at: $label.range)
    } catch {
      scope.error(.badData, "\(file.source.name), \(error)", at: $label.range)
    }
    return nil
  }

  private func dataset(of file: LoadedTable) throws(DatasetError) -> Dataset {
    let label = label ?? ""
    if let text {
      return try Dataset(table: file.table, text: text, label: label, source: file.source)
    }
    return try Dataset(
      table: file.table, features: featureNames, label: label, source: file.source)
  }

  private var featureNames: [String]? {
    if case .columns(let names)? = features { names.map(\.value) } else { nil }
  }
}
