import Execution
import Learning
import Notebook

/// `evaluate`: how well a trained network does on a part of its data.
struct EvaluateBlock: Command {
  typealias Value = PartEvaluation

  static let name = "evaluate"
  static let summary =
    "Measure a trained network: accuracy, classification report, confusion matrix."
  static let values = [
    ValueDeclaration("accuracy", "the share of right answers"),
    ValueDeclaration("precision", "per class, the share of right answers among those given"),
    ValueDeclaration("recall", "per class, the share of its examples that are found"),
    ValueDeclaration("f1", "per class, the harmonic mean of both"),
    ValueDeclaration("confusion_matrix", "counts, true classes as rows"),
    ValueDeclaration("loss", "the loss on the part"),
    ValueDeclaration("report", "precision, recall and f1 as text"),
  ]

  @Option("The training run whose network is measured.")
  var run: Reference<TrainingRun>
  @Option("The part to measure it on; by default test, else validation, else train.")
  var on: Part?

  func check(_ scope: inout Scope) -> PartEvaluation.Outline? {
    guard let outline = run.outline else { return nil }
    if let on, !outline.parts.contains(on) {
      let parts = listOfAlternatives(outline.parts.map(\.rawValue))
      scope.error(
        .unknownPart, "the data of '\(run.name)' has no \(on.rawValue) part; it has \(parts)",
        at: $on.range)
      return nil
    }
    return PartEvaluation.Outline(classCount: nil)
  }

  func run(_ context: Context) throws -> CommandResult<PartEvaluation> {
    let trained = try context.value(run)
    let part = on ?? [Part.test, .validation].first(where: trained.source.parts.contains) ?? .train
    guard let examples = trained.source.examples(of: part) else {
      throw BlockFailure("the data of '\(run.name)' has no \(part.rawValue) part", at: $on.range)
    }
    let evaluation = trained.network.evaluation(
      on: examples, loss: trained.reportedLoss, pool: context.pool)
    let result = PartEvaluation(
      part: part,
      matrix: ConfusionMatrix(
        classes: trained.source.classes, truth: examples.labels,
        predicted: evaluation.predictions.classes), loss: evaluation.loss)
    context.log(
      "\(part.rawValue) accuracy: \(fixedDecimals(result.matrix.accuracy, 4))"
        + " - loss: \(fixedDecimals(result.loss, 4))")
    // On one line too, where a script finds it; the figure is for people.
    context.log("confusion matrix: \(result.member("confusion_matrix")?.description ?? "")")
    return CommandResult(result, outputs: result.display(rows: 0))
  }
}
