import Execution
import Learning
import Notebook

/// `evaluate`: how well a trained network does on a part of its data.
struct EvaluateBlock: Command {
  typealias Value = PartEvaluation

  static let name = "evaluate"
  static let summary =
    "Measure a trained network: its right answers, or how far its numbers are from the true ones."
  static let values = [
    ValueDeclaration("accuracy", "of classes, the share of right answers"),
    ValueDeclaration("precision", "per class, the share of right answers among those given"),
    ValueDeclaration("recall", "per class, the share of its examples that are found"),
    ValueDeclaration("f1", "per class, the harmonic mean of both"),
    ValueDeclaration("confusion_matrix", "counts, true classes as rows"),
    ValueDeclaration("loss", "the loss on the part"),
    ValueDeclaration("report", "precision, recall and f1 as text"),
    ValueDeclaration("r2", "of numbers, R²: 1 if all are right, 0 for always giving their mean"),
    ValueDeclaration("mean_squared_error", "the mean of the squared errors"),
    ValueDeclaration("root_mean_squared_error", "its root, in the unit of the target"),
    ValueDeclaration("mean_absolute_error", "the mean error, whatever its sign"),
    ValueDeclaration("predicted", "the number predicted for each example"),
    ValueDeclaration("true", "the number that is right for each example"),
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
    return PartEvaluation.Outline(targets: outline.targets)
  }

  func run(_ context: Context) throws -> CommandResult<PartEvaluation> {
    let trained = try context.value(run)
    let part = on ?? [Part.test, .validation].first(where: trained.source.parts.contains) ?? .train
    guard let examples = trained.source.examples(of: part) else {
      throw BlockFailure("the data of '\(run.name)' has no \(part.rawValue) part", at: $on.range)
    }
    let evaluation = trained.network.evaluation(
      on: examples, loss: trained.reportedLoss, pool: context.pool)
    var result = PartEvaluation(
      part: part, findings: findings(evaluation, examples.truth, trained.source),
      loss: evaluation.loss)
    if let truth = examples.truth.labels {
      result.mistakes = PictureMistakes(source: trained.source, part: part)
        .sheet(truth: truth, predictions: evaluation.predictions)
    }
    for line in lines(on: result) { context.log(line) }
    return CommandResult(result, outputs: result.display(rows: 0))
  }

  private func findings(
    _ evaluation: Evaluation, _ truth: Truth<Double>, _ source: ExampleSource
  ) -> PartEvaluation.Findings {
    switch truth {
    case .classes(let labels, _):
      .classes(
        ConfusionMatrix(
          classes: source.classes, truth: labels, predicted: evaluation.predictions.classes))
    case .values(let values):
      .targets(
        PredictedTargets(
          names: source.answers.targets?.names ?? [], truth: values,
          predicted: evaluation.predictions.outputs))
    }
  }

  private func lines(on result: PartEvaluation) -> [String] {
    let part = result.part.rawValue
    switch result.findings {
    case .classes(let matrix):
      // The matrix on one line too, where a script finds it; the figure is for people.
      return [
        "\(part) accuracy: \(fixedDecimals(matrix.accuracy, 4))"
          + " - loss: \(fixedDecimals(result.loss, 4))",
        "confusion matrix: \(result.member("confusion_matrix")?.description ?? "")",
      ]
    case .targets(let targets):
      let scores = targets.scores
      return [
        "\(part) r2: \(fixedDecimals(scores.r2, 4))"
          + " - mean_squared_error: \(significantDigits(scores.meanSquaredError, 4))"
          + " - mean_absolute_error: \(significantDigits(scores.meanAbsoluteError, 4))"
      ]
    }
  }
}
