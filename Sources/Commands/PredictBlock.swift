import Execution
import Learning
import Notebook

/// `predict`: what a trained network says about new examples.
struct PredictBlock: Command {
  typealias Value = PredictionResult

  static let name = "predict"
  static let summary = "Ask a trained network about new texts or numbers."
  static let needsName = false
  static let values = [
    ValueDeclaration("label", "of classes, the most probable one of each example"),
    ValueDeclaration("probabilities", "the probability of each class"),
    ValueDeclaration("value", "of numbers, the one predicted for each example"),
  ]

  @Option("The training run whose network is asked.")
  var run: Reference<TrainingRun>
  @Option("A text, or a list of texts, for a network that was trained on texts.")
  var text: OneOrMany<String>?
  @Option("A row of numbers, or a list of rows.")
  var features: FeatureRows?

  func check(_ scope: inout Scope) -> PredictionResult.Outline? {
    if text == nil, features == nil {
      scope.error(.missingOption, "'predict' needs 'text' or 'features'")
    } else if text != nil, features != nil {
      scope.error(
        .conflictingOptions, "'predict' takes either 'text' or 'features'", at: $features.keyRange)
    }
    guard let outline = run.outline, !scope.hasErrors else { return nil }
    if text != nil, !outline.takesText {
      scope.error(
        .textAsNumbers, "'\(run.name)' was trained on numbers, so it takes 'features'",
        at: $text.keyRange)
    }
    if let rows = features?.rows, let inputs = outline.inputs,
      rows.contains(where: { $0.count != inputs })
    {
      scope.error(
        .layerMismatch, "the network takes \(inputs) numbers per row", at: $features.range)
    }
    let isList = text?.isList ?? features?.isList ?? false
    let count = text?.values.count ?? features?.rows.count
    return PredictionResult.Outline(count: isList ? count : nil, targets: outline.targets)
  }

  func run(_ context: Context) throws -> CommandResult<PredictionResult> {
    let trained = try context.value(run)
    let predictions = trained.network.predictions(
      for: try inputs(for: trained), pool: context.pool)
    let answers = answers(predictions, trained.source.answers)
    let result = PredictionResult(
      answers: answers, isList: text?.isList ?? features?.isList ?? false)
    return CommandResult(result, outputs: [.table(table(of: answers, trained.source.answers))])
  }

  private func answers(
    _ predictions: Predictions, _ known: Answers
  ) -> PredictionResult.Answers {
    let rows = 0..<predictions.outputs.rows
    switch known {
    case .classes(let labels):
      return .classes(
        predictions.classes.map { labels.classes[$0] },
        probabilities: rows.map { predictions.probabilities(row: $0) })
    case .targets(let targets):
      return .values(
        rows.map { row in targets.names.indices.map { predictions.outputs[row, $0] } })
    }
  }

  private func inputs(for trained: TrainingRun) throws(BlockFailure) -> FeatureMatrix<Double> {
    if let text {
      guard let vectorizer = trained.source.vectorizer else {
        throw BlockFailure(
          "'\(run.name)' was trained on numbers, so it takes 'features'", at: $text.range)
      }
      let texts = TextColumn(text.values)
      return .sparse(vectorizer.transform(texts, rows: Array(text.values.indices)))
    }
    let rows = features?.rows ?? []
    let columns = trained.network.architecture.inputs
    guard rows.allSatisfy({ $0.count == columns }) else {
      throw BlockFailure("the network takes \(columns) numbers per row", at: $features.range)
    }
    let matrix = Matrix(rows: rows.count, columns: columns, elements: rows.flatMap(\.self))
    return .dense(trained.source.scaling?.applied(to: matrix) ?? matrix)
  }

  private func table(of answers: PredictionResult.Answers, _ known: Answers) -> Table {
    let inputs =
      text?.values.map { abbreviated($0, to: 60) }
      ?? features?.rows.map { $0.map(formattedSetting).joined(separator: ", ") } ?? []
    switch answers {
    case .classes(let labels, let probabilities):
      let cells = labels.indices.map { row in
        [inputs[row], labels[row]] + probabilities[row].map { fixedDecimals($0, 4) }
      }
      let columns = [Table.Column("input"), Table.Column("predicted")]
      let classes = known.labels?.classes ?? []
      return Table(columns: columns + classes.map { Table.Column($0, .end) }, rows: cells)
    case .values(let values):
      let names = known.targets?.names ?? []
      return Table(
        columns: [Table.Column("input")] + names.map { Table.Column("predicted \($0)", .end) },
        rows: zip(inputs, values).map { [$0] + $1.map { significantDigits($0, 6) } })
    }
  }
}

/// One row of numbers, or several.
struct FeatureRows: OptionValue {
  var rows: [[Double]]
  var isList: Bool

  static var typeDescription: String { "a row of numbers, or a list of rows" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> FeatureRows? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard case .sequence(let items) = resolved.content, let first = items.first else {
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
    if case .sequence = first.content {
      return [[Double]].read(resolved, of: entry, with: &reader).map {
        FeatureRows(rows: $0, isList: true)
      }
    }
    return [Double].read(resolved, of: entry, with: &reader).map {
      FeatureRows(rows: [$0], isList: false)
    }
  }

  var written: String? { nil }
}
