import Execution
import Learning
import Notebook

/// `evaluate`: how well a trained network does on a part of its data.
struct EvaluateBlock: Command {
  typealias Value = PartEvaluation

  static let name = "evaluate"
  static let drawsFigures = true
  static let showsTables = true
  static let summary =
    "Measure a trained network: its right answers, or how far its numbers are from the true ones."

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
    scope.part { outline.check(on, ofRunNamed: run.name, at: $on.range, &$0) }
    let hasPart = !scope.hasErrors
    if let targets = outline.targets {
      scope.part { refuseOptionsOfClasses(for: targets, &$0) }
    } else if let classes = outline.classes {
      scope.part { checkPositiveClass(among: classes, &$0) }
      scope.part { checkThreshold(for: classes, &$0) }
    }
    guard hasPart else { return nil }
    if let targets = outline.targets { return PartEvaluation.Outline(targets: targets) }
    let count = outline.classes?.count
    return PartEvaluation.Outline(
      classes: outline.classes, hasCurves: positiveClass != nil || count == nil || count == 2)
  }

  private func refuseOptionsOfClasses(for targets: [String], _ scope: inout Scope) {
    for place in [$positiveClass, $threshold] where place.isGiven {
      scope.error(.inapplicableOption, lackOfClasses(targets), at: place.keyRange)
    }
  }

  private func checkPositiveClass(among classes: [String], _ scope: inout Scope) {
    if let positiveClass {
      NamedClass.check(positiveClass, among: classes, at: $positiveClass.range, &scope)
    }
  }

  private func checkThreshold(for classes: [String], _ scope: inout Scope) {
    if threshold != nil, classes.count != 2 {
      scope.error(.inapplicableOption, Self.notTwo(classes), at: $threshold.keyRange)
    }
  }

  private static func notTwo(_ classes: [String]) -> String {
    "a threshold decides between two classes, and there are \(classes.count)"
  }

  func run(_ context: Context) throws -> CommandResult<PartEvaluation> {
    let trained = try context.value(run)
    let part = on ?? trained.source.usualPart
    guard
      let examples = try trained.source.examples(of: part, isCancelled: context.isCancelled)
    else {
      throw BlockFailure("the data of '\(run.name)' has no \(part.rawValue) part", at: $on.range)
    }
    let evaluation = try trained.network.evaluation(
      on: examples, loss: trained.reportedLoss, in: context)
    let undefined = UndefinedAnswers(in: evaluation.predictions)
    let result: PartEvaluation
    let warningOfAnswers: Note?
    switch examples.truth {
    case .classes(let labels, _):
      let decision = try decision(evaluation.predictions, labels, trained.source.classes)
      let mistakes = PictureMistakes(source: trained.source, part: part)
        .sheet(truth: labels, answers: decision.answers, predictions: evaluation.predictions)
      result = PartEvaluation(
        part: part, findings: .classes(decision.matrix), loss: evaluation.loss, mistakes: mistakes,
        curves: decision.curves)
      warningOfAnswers = undefined.note(classes: trained.source.classes, answers: decision.answers)
    case .values:
      let predicted = PredictedTargets(
        evaluation.predictions, of: part, in: trained.source)
      result = PartEvaluation(part: part, findings: .targets(predicted), loss: evaluation.loss)
      warningOfAnswers = undefined.noteOnNumbers()
    }
    for line in lines(on: result) { context.log(line) }
    let warningsOfNetwork = [trained.noteOnDivergence(named: run.name), warningOfAnswers]
    let warnings = warningsOfNetwork.compactMap(\.self) + warnings(on: result)
    return CommandResult(result, outputs: warnings.map(Output.note) + result.display(rows: 0))
  }

  /// The answers by the lesson's threshold, if it has one, and what the probabilities of one class say.
  private func decision(
    _ predictions: Predictions, _ labels: [Int], _ classes: [String]
  ) throws(BlockFailure) -> (answers: [Int], matrix: ConfusionMatrix, curves: DecisionCurves?) {
    let positive = try positive(among: classes)
    let probabilities = positive.map { positive in
      labels.indices.map { predictions.probabilities(row: $0)[positive] }
    }
    let answers = decided(probabilities, positive) ?? predictions.classes
    let matrix = ConfusionMatrix(classes: classes, truth: labels, predicted: answers)
    let curves = positive.flatMap { positive in
      DecisionCurves(
        of: probabilities ?? [], truth: labels.map { $0 == positive }, positive: classes[positive],
        negative: classes.count == 2 ? classes[1 - positive] : "not \(classes[positive])")
    }
    return (answers, matrix, curves)
  }

  /// The number of the class that curves are about; nil if there is none.
  private func positive(among classes: [String]) throws(BlockFailure) -> Int? {
    if threshold != nil, classes.count != 2 {
      throw BlockFailure(Self.notTwo(classes), at: $threshold.keyRange)
    }
    if positiveClass == nil, classes.count != 2 { return nil }
    return try NamedClass.number(positiveClass, among: classes, at: $positiveClass.range)
  }

  /// The classes by the lesson's own threshold, if it has one.
  private func decided(_ probabilities: [Double]?, _ positive: Int?) -> [Int]? {
    guard let threshold, let probabilities, let positive else { return nil }
    return probabilities.map { $0 >= threshold ? positive : 1 - positive }
  }

  private func warnings(on result: PartEvaluation) -> [Note] {
    guard case .classes(let matrix) = result.findings else { return [] }
    return UndefinedScores(in: matrix, of: result.part).notes
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
