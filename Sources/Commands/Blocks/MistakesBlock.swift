import Execution
import Learning
import Notebook

/// `mistakes`: the texts that a network gets most wrong, with the words that misled it.
struct MistakesBlock: Command {
  typealias Value = WorstMistakes

  static let name = "mistakes"
  static let summary =
    "Show the texts that a network gets most wrong, and the words that misled it."
  static let values = [
    ValueDeclaration("count", "how many rows of the part are taken for what they are not"),
    ValueDeclaration("row", "the rows of the data with the highest losses, the worst first"),
    ValueDeclaration("label", "what each of them is"),
    ValueDeclaration("predicted", "what the network takes it for"),
    ValueDeclaration("probability", "how probable the network holds that to be"),
    ValueDeclaration("loss", "the loss of each row by itself"),
    ValueDeclaration("words", "per row the words that speak most for the wrong class"),
    ValueDeclaration("text", "the stretch of each text where they stand"),
  ]

  @Option("The training run whose network is asked; it was trained on texts.")
  var run: Reference<TrainingRun>
  @Option("The part to look in; by default test, else validation, else train.")
  var on: Part?
  @Option("How many mistakes to show.", in: .between(1, 100))
  var top = 5
  @Option("How much of each text to show.", in: .between(40, 2000), unit: "characters")
  var length = 240
  @Option("Up to how many different words to mark in each text.", in: .between(1, 50))
  var marks = 8

  func check(_ scope: inout Scope) -> WorstMistakes.Outline? {
    scope.part { TextRun.check(run, &$0) }
    if let outline = run.outline {
      scope.part { outline.check(on, ofRunNamed: run.name, at: $on.range, &$0) }
    }
    return scope.hasErrors ? nil : WorstMistakes.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<WorstMistakes> {
    let source = try TextRun(try context.value(run), named: run.name, part: on, at: $run)
    let matrix = source.features.matrix(of: source.part)
    let labels = source.labels
    let predictions = try source.run.network.predictions(for: .sparse(matrix), in: context)
    let losses = predictions.losses(labels: labels, loss: source.run.reportedLoss)
    guard losses.allSatisfy(\.isFinite) else {
      throw BlockFailure(
        "the network of '\(run.name)' gives losses that are not finite", at: $run.range)
    }
    let answers = predictions.classes
    let wrong = labels.indices.filter { answers[$0] != labels[$0] }
    let worst = wrong.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(top)
    let vocabulary = source.features.vectorizer.vocabulary
    let rows = source.features.rows(of: source.part)
    let classes = source.run.source.classes
    var attributions: [Int: Attribution] = [:]
    let mistakes = worst.map { row in
      let predicted = answers[row]
      let attribution =
        attributions[predicted] ?? source.run.network.attribution(classNumber: predicted)
      attributions[predicted] = attribution
      let words = misleading(attribution, matrix, row: row, vocabulary)
      let passage = source.texts.withUTF8(rows[row]) { text in
        MarkedPassage(
          of: text, weights: words, settings: source.features.vectorizer.settings, length: length)
      }
      return WorstMistakes.Mistake(
        row: rows[row], label: classes[labels[row]], predicted: classes[predicted],
        probability: predictions.probabilities(row: row)[predicted], loss: losses[row],
        words: words.map(\.term), passage: passage)
    }
    let result = WorstMistakes(
      part: source.part, total: labels.count, count: wrong.count, mistakes: mistakes)
    if let heading = result.heading { context.log(heading) }
    return CommandResult(result, outputs: result.display(rows: top))
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
