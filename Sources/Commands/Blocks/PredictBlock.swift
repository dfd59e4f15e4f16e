import Execution
import Learning
import Notebook

/// `predict`: what a trained network says about new examples.
struct PredictBlock: Command {
  typealias Value = PredictionResult

  static let name = "predict"
  static let showsTables = true
  static let summary = "Ask a trained network about new texts or numbers."
  static let needsName = false

  @Option("The training run whose network is asked.")
  var run: Reference<TrainingRun>
  @Option("A text, or a list of texts, for a network that was trained on texts.")
  var text: OneOrMany<String>?
  @Option(
    "A row of numbers in the order of the inputs, or what each column of the data has, categories by their names; or a list"
      + " of rows."
  )
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
    scope.part { checkRows(for: outline, &$0) }
    let isList = text?.isList ?? features?.isList ?? false
    let count = text?.values.count ?? features?.rows.count
    return PredictionResult.Outline(
      count: isList ? count : nil, classCount: outline.classes?.count, targets: outline.targets)
  }

  private func checkRows(for outline: TrainingRun.Outline, _ scope: inout Scope) {
    guard let rows = features?.rows else { return }
    if let inputs = outline.inputs {
      for row in rows where !row.fits(inputs: inputs) {
        scope.error(.layerMismatch, "the network takes \(inputs) numbers per row", at: row.range)
      }
    }
    guard rows.contains(where: \.namesColumns) else { return }
    if outline.takesText {
      scope.error(.textAsNumbers, trainedOnTexts, at: $features.keyRange)
    } else if let columns = outline.inputColumns {
      var mistakes: [ColumnMistake] = []
      for row in rows { _ = row.numbers(for: columns, of: run.name, &mistakes) }
      for mistake in mistakes { scope.report(mistake) }
    }
  }

  private var trainedOnTexts: String {
    "'\(run.name)' was trained on texts, so it takes 'text', and has no columns to name"
  }

  func run(_ context: Context) throws -> CommandResult<PredictionResult> {
    let trained = try context.value(run)
    let inputs = try inputs(for: trained, in: context)
    let predictions = try trained.network.predictions(for: inputs, in: context)
    var result = result(predictions, trained.source)
    result.unknownTexts = inputs.emptyTexts
    let undefined = UndefinedAnswers(in: predictions)
    let warningOfAnswers =
      switch trained.source.answers {
      case .classes(let labels):
        undefined.note(classes: labels.classes, answers: predictions.classes)
      case .targets: undefined.noteOnNumbers()
      }
    let warnings = [trained.noteOnDivergence(named: run.name), warningOfAnswers]
    return CommandResult(
      result, outputs: result.display(rows: .max) + warnings.compactMap(\.self).map(Output.note))
  }

  private func result(_ predictions: Predictions, _ source: ExampleSource) -> PredictionResult {
    let rows = 0..<predictions.outputs.rows
    let isList = text?.isList ?? features?.isList ?? false
    switch source.answers {
    case .classes(let labels):
      return PredictionResult(
        answers: .classes(
          predictions.classes.map { labels.classes[$0] },
          probabilities: rows.map { predictions.probabilities(row: $0) }),
        names: labels.classes, inputs: shownInputs, isList: isList)
    case .targets(let targets):
      let values = source.inOwnUnits(predictions.outputs)
      return PredictionResult(
        answers: .values(rows.map { row in targets.names.indices.map { values[row, $0] } }),
        names: targets.names, inputs: shownInputs, isList: isList)
    }
  }

  /// The examples as readers see them.
  private var shownInputs: [String] {
    text?.values.map { abbreviated($0, to: 60) }
      ?? features?.rows.map { abbreviated($0.text, to: 200) } ?? []
  }

  private func inputs(
    for trained: TrainingRun, in context: Context
  ) throws -> FeatureMatrix<Double> {
    if let text {
      guard let vectorizer = trained.source.vectorizer else {
        throw BlockFailure(
          "'\(run.name)' was trained on numbers, so it takes 'features'", at: $text.keyRange)
      }
      let texts = TextColumn(text.values)
      return .sparse(
        try vectorizer.transform(
          texts, rows: Array(text.values.indices), pool: context.pool,
          isCancelled: context.isCancelled))
    }
    let rows = try numbers(for: trained.source)
    let columns = trained.network.architecture.inputs
    if let unfit = rows.firstIndex(where: { $0.count != columns }) {
      throw BlockFailure(
        "the network takes \(columns) numbers per row", at: features?.rows[unfit].range)
    }
    let matrix = Matrix(rows: rows.count, columns: columns, elements: rows.flatMap(\.self))
    let scaled = try trained.source.scaling?.applied(
      to: matrix, isCancelled: context.isCancelled)
    return .dense(scaled ?? matrix)
  }

  /// The numbers of each row, as the columns of the data are coded.
  private func numbers(for source: ExampleSource) throws(BlockFailure) -> [[Double]] {
    let rows = features?.rows ?? []
    let columns = source.dataset?.inputColumns
    if columns == nil, rows.contains(where: \.namesColumns) {
      throw BlockFailure(trainedOnTexts, at: $features.keyRange)
    }
    var mistakes: [ColumnMistake] = []
    let numbers = rows.map { $0.numbers(for: columns ?? [], of: run.name, &mistakes) }
    if let first = mistakes.first { throw first.failure }
    return numbers
  }
}

extension FeatureMatrix {
  /// The texts without any word that is known, by their numbers; numbers are no texts.
  fileprivate var emptyTexts: [Int] {
    guard case .sparse(let matrix) = self else { return [] }
    return (0..<matrix.rows).filter { matrix.rowStarts[$0] == matrix.rowStarts[$0 + 1] }
  }
}
