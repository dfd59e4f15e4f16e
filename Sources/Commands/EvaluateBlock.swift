import Execution
import Learning
import Notebook

/// `evaluate`: how well a trained network does on a part of its data.
struct EvaluateBlock: Command {
  typealias Value = PartEvaluation

  static let name = "evaluate"
  static let summary =
    "Measure a trained network: accuracy, classification report, confusion matrix."
  static let values =
    [
      ValueDeclaration("accuracy", "the share of right answers"),
      ValueDeclaration("precision", "per class, the share of right answers among those given"),
      ValueDeclaration("recall", "per class, the share of its examples that are found"),
      ValueDeclaration("f1", "per class, the harmonic mean of both"),
      ValueDeclaration("confusion_matrix", "counts, true classes as rows"),
      ValueDeclaration("loss", "the loss on the part"),
      ValueDeclaration("report", "precision, recall and f1 as text"),
    ] + DecisionCurves.values

  @Option("The training run whose network is measured.")
  var run: Reference<TrainingRun>
  @Option("The part to measure it on; by default test, else validation, else train.")
  var on: Part?

  @Option(
    "The class that curves such as `roc` are about; of two classes, the second one by default.")
  var positiveClass: String?
  @Option(
    "Of two classes, the probability from which on a row is taken for the positive one; by default the likelier class wins.",
    in: .between(0, 1))
  var threshold: Double?

  func check(_ scope: inout Scope) -> PartEvaluation.Outline? {
    guard let outline = run.outline else { return nil }
    if let on, !outline.parts.contains(on) {
      let parts = listOfAlternatives(outline.parts.map(\.rawValue))
      scope.error(
        .unknownPart, "the data of '\(run.name)' has no \(on.rawValue) part; it has \(parts)",
        at: $on.range)
      return nil
    }
    if let classes = outline.classes { check(classes, &scope) }
    let count = outline.classes?.count
    return PartEvaluation.Outline(
      classCount: nil, hasCurves: positiveClass != nil || count == nil || count == 2)
  }

  private func check(_ classes: [String], _ scope: inout Scope) {
    if let positiveClass, !classes.contains(positiveClass) {
      let hint = suggestion(for: positiveClass, among: classes)
      scope.error(
        .unknownChoice,
        NamedClass.Problem.unknown(positiveClass, classes).message + "\(hint)",
        at: $positiveClass.range, suggestion: hint)
    }
    if threshold != nil, classes.count != 2 {
      scope.error(.inapplicableOption, Self.notTwo(classes), at: $threshold.keyRange)
    }
  }

  private static func notTwo(_ classes: [String]) -> String {
    "a threshold decides between two classes, and there are \(classes.count)"
  }

  func run(_ context: Context) throws -> CommandResult<PartEvaluation> {
    let trained = try context.value(run)
    let part = on ?? [Part.test, .validation].first(where: trained.source.parts.contains) ?? .train
    guard let examples = trained.source.examples(of: part) else {
      throw BlockFailure("the data of '\(run.name)' has no \(part.rawValue) part", at: $on.range)
    }
    let evaluation = trained.network.evaluation(
      on: examples, loss: trained.reportedLoss, pool: context.pool)
    let classes = trained.source.classes
    let positive = try positive(among: classes)
    let probabilities = positive.map { positive in
      evaluation.predictions.classes.indices.map {
        evaluation.predictions.probabilities(row: $0)[positive]
      }
    }
    let result = PartEvaluation(
      part: part,
      matrix: ConfusionMatrix(
        classes: classes, truth: examples.labels,
        predicted: decided(probabilities, positive) ?? evaluation.predictions.classes),
      loss: evaluation.loss,
      curves: positive.flatMap { positive in
        DecisionCurves(
          of: probabilities ?? [], truth: examples.labels.map { $0 == positive },
          positive: classes[positive],
          negative: classes.count == 2 ? classes[1 - positive] : "not \(classes[positive])")
      })
    context.log(
      "\(part.rawValue) accuracy: \(fixedDecimals(result.matrix.accuracy, 4))"
        + " - loss: \(fixedDecimals(result.loss, 4))")
    // On one line too, where a script finds it; the figure is for people.
    context.log("confusion matrix: \(result.member("confusion_matrix")?.description ?? "")")
    return CommandResult(result, outputs: result.display(rows: 0))
  }

  /// The number of the class that curves are about; nil if there is none.
  private func positive(among classes: [String]) throws(BlockFailure) -> Int? {
    if threshold != nil, classes.count != 2 {
      throw BlockFailure(Self.notTwo(classes), at: $threshold.keyRange)
    }
    guard let positiveClass else { return classes.count == 2 ? 1 : nil }
    guard let number = classes.firstIndex(of: positiveClass) else {
      throw BlockFailure(
        NamedClass.Problem.unknown(positiveClass, classes).message, at: $positiveClass.range)
    }
    return number
  }

  /// The classes by the lesson's own threshold, if it has one.
  private func decided(_ probabilities: [Double]?, _ positive: Int?) -> [Int]? {
    guard let threshold, let probabilities, let positive else { return nil }
    return probabilities.map { $0 >= threshold ? positive : 1 - positive }
  }
}
