import Execution
import Learning
import Notebook

/// `mistakes`: the rows that a network gets most wrong, of texts with the words that misled it.
struct MistakesBlock: Command {
  typealias Value = WorstMistakes

  static let name = "mistakes"
  static let drawsFigures = true
  static let showsTables = true
  static let summary =
    "Show the rows that a network gets most wrong: texts with the words that misled it, pictures, or what each column has."

  @Option("The training run whose network is asked; it tells classes apart.")
  var run: Reference<TrainingRun>
  @Option("The part to look in; by default test, else validation, else train.")
  var on: Part?
  @Option("How many mistakes to show.", in: .between(1, 100))
  var top = 5
  @Option("Of texts, how much of each to show.", in: .between(40, 2000), unit: "characters")
  var length = 240
  @Option("Of texts, up to how many different words to mark in each.", in: .between(1, 50))
  var marks = 8

  func check(_ scope: inout Scope) -> WorstMistakes.Outline? {
    guard let outline = run.outline else { return nil }
    scope.part { scope in
      if outline.targets != nil { scope.error(.wrongKind, noClasses, at: run.range) }
    }
    scope.part { outline.check(on, ofRunNamed: run.name, at: $on.range, &$0) }
    scope.part { scope in
      if !outline.takesText { refuseOptionsOfTexts(&scope) }
    }
    return scope.hasErrors ? nil : WorstMistakes.Outline(areTexts: outline.takesText)
  }

  private func refuseOptionsOfTexts(_ scope: inout Scope) {
    for place in [$length, $marks] where place.isGiven {
      scope.error(
        .inapplicableOption, "that is of texts, and '\(run.name)' was trained on numbers",
        at: place.keyRange)
    }
  }

  private var noClasses: String {
    "'\(run.name)' predicts numbers, which are near or far and not mistaken; 'evaluate' has 'true' and"
      + " 'predicted' to compare"
  }

  func run(_ context: Context) throws -> CommandResult<WorstMistakes> {
    let trained = try context.value(run)
    let result =
      if let dataset = trained.source.dataset {
        try mistakes(of: trained, in: dataset, context)
      } else {
        try mistakesInTexts(of: trained, context)
      }
    if let heading = result.heading { context.log(heading) }
    return CommandResult(result, outputs: result.display(rows: top))
  }

  private func mistakes(
    of trained: TrainingRun, in dataset: Dataset, _ context: Context
  ) throws -> WorstMistakes {
    let part = on ?? trained.source.usualPart
    guard
      let examples = try trained.source.examples(of: part, isCancelled: context.isCancelled)
    else {
      throw BlockFailure("the data of '\(run.name)' has no \(part.rawValue) part", at: $on.range)
    }
    guard let labels = examples.truth.labels else {
      throw BlockFailure(noClasses, at: run.range)
    }
    let ranking = try ranking(of: trained, on: part, examples.features, labels, context)
    let worst = ranking.mistakes(at: ranking.places.prefix(top))
    return WorstMistakes(worst, of: ranking, rows: MistakenRows(of: worst, in: dataset))
  }

  private func mistakesInTexts(
    of trained: TrainingRun, _ context: Context
  ) throws -> WorstMistakes {
    let source = try TextRun(trained, named: run.name, part: on, at: $run)
    let matrix = source.features.matrix(of: source.part)
    let ranking = try ranking(
      of: trained, on: source.part, .sparse(matrix), source.labels, context)
    let places = ranking.places.prefix(top)
    let worst = ranking.mistakes(at: places)
    var attributions: [Int: Attribution] = [:]
    let texts = zip(places, worst).map { place, mistake in
      let answer = ranking.answer(at: place)
      let attribution = attributions[answer] ?? trained.network.attribution(classNumber: answer)
      attributions[answer] = attribution
      return misleadingText(attribution, matrix, at: place, ofRow: mistake.row, in: source)
    }
    return WorstMistakes(worst, of: ranking, rows: .texts(texts))
  }

  private func ranking(
    of trained: TrainingRun, on part: Part, _ inputs: FeatureMatrix<Double>, _ labels: [Int],
    _ context: Context
  ) throws -> MistakeRanking {
    let predictions = try trained.network.predictions(for: inputs, in: context)
    guard
      let ranking = MistakeRanking(
        of: trained, on: part, labels: labels, predictions: predictions)
    else {
      throw BlockFailure(
        "the network of '\(run.name)' gives losses that are not finite", at: $run.range)
    }
    return ranking
  }

  private func misleadingText(
    _ attribution: Attribution, _ matrix: SparseMatrix<Double>, at place: Int, ofRow row: Int,
    in source: TextRun
  ) -> MistakenRows.MisleadingText {
    let vectorizer = source.features.vectorizer
    let words = misleading(attribution, matrix, row: place, vectorizer.vocabulary)
    let passage = source.texts.withUTF8(row) { text in
      MarkedPassage(of: text, weights: words, settings: vectorizer.settings, length: length)
    }
    return MistakenRows.MisleadingText(words: words.map(\.term), passage: passage)
  }

  /// The words of a row that speak most for the class that it was taken for, with what they add.
  private func misleading(
    _ attribution: Attribution, _ matrix: SparseMatrix<Double>, row: Int, _ vocabulary: [String]
  ) -> [(term: String, weight: Double)] {
    let columns = matrix.columnIndices[matrix.rowStarts[row]..<matrix.rowStarts[row + 1]]
    let contributions = Array(zip(columns, attribution.contributions(in: matrix, row: row)))
    return contributions.filter { $0.1 > 0 }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .prefix(marks)
      .map { (term: vocabulary[Int($0.0)], weight: $0.1) }
  }
}
