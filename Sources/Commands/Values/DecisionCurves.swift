import Execution
import Learning

/// What the probabilities of one class say beyond the classes that follow from them.
struct DecisionCurves: Sendable, Codable {
  /// The class that is to be found.
  var positive: String
  /// The share of rows that belong to it.
  var prevalence: Double
  var roc: ROCCurve
  var precisionRecall: PrecisionRecallCurve
  var calibration: CalibrationCurve
  var brierScore: Double
  var thresholds: ThresholdTable

  /// The curves of a class; nil where the network gives no probabilities, or none that are finite.
  init?(
    of probabilities: [Double], truth: [Bool], positive: String, negative: String
  ) {
    guard let scores = BinaryScores(scores: probabilities, isPositive: truth),
      scores.areProbabilities
    else { return nil }
    self.positive = positive
    prevalence = scores.prevalence
    roc = ROCCurve(of: scores)
    precisionRecall = PrecisionRecallCurve(of: scores)
    calibration = CalibrationCurve(of: scores)
    brierScore = scores.brierScore
    thresholds = ThresholdTable(of: scores, classes: [negative, positive])
  }
}

extension DecisionCurves {
  /// The precision of taking every row for positive.
  fileprivate var baseline: ReferenceLine {
    ReferenceLine(y: prevalence, label: "always ‘\(positive)’: \(significantDigits(prevalence, 4))")
  }
}

// MARK: - Values

extension DecisionCurves {
  /// What evaluations have where one class is to be found among others.
  static let values = scores + roc + precisionRecall + calibration + thresholds

  private static let scores: [NamedValue<PartEvaluation>] = [
    .ofCurves("auc", "the area under the ROC curve of the positive class") { $0.roc.area },
    .ofCurves("average_precision", "the area under the steps of precision over recall") {
      $0.precisionRecall.averagePrecision
    },
    .ofCurves("brier_score", "the mean squared error of the probabilities") { $0.brierScore },
  ]

  private static let roc = NamedValue<PartEvaluation>.record(
    "roc", "the ROC curve, a point per threshold",
    of: [
      .shares("false_positive_rate", "of the other rows, the share taken for positive") {
        $0.roc.falsePositiveRate
      },
      .shares(
        "true_positive_rate", "of the positive rows, the share that is found",
        curve: Field.Curve(
          "ROC curve", along: "roc.false_positive_rate", diagonal: "chance: AUC 0.5")
      ) { $0.roc.truePositiveRate },
      // The first one is infinite.
      .list("threshold", "the thresholds, descending from infinity") { $0.roc.thresholds },
    ])

  private static let precisionRecall = NamedValue<PartEvaluation>.record(
    "precision_recall", "precision and recall at every threshold",
    of: [
      .shares("recall", "descending to 0, which has no threshold") { $0.precisionRecall.recall },
      .shares(
        "precision", "the last one, at recall 0, is 1",
        curve: Field.Curve(
          "precision and recall", along: "precision_recall.recall", isStepped: true)
      ) { $0.precisionRecall.precision }
      .known { $0.baselines = $1.curves.map { [$0.baseline] } ?? [] },
      .list("threshold", "one fewer than there are points") { $0.precisionRecall.thresholds },
    ])

  private static let calibration = NamedValue<PartEvaluation>.record(
    "calibration", "probabilities in ten bins, empty ones left out",
    of: [
      .shares("mean_predicted", "per bin the mean probability") { $0.calibration.meanPrediction }
        .known { field, _ in field.title = "mean predicted probability" },
      .shares(
        "fraction_of_positives", "per bin the share of positive rows",
        curve: Field.Curve(
          "calibration", along: "calibration.mean_predicted", diagonal: "as probable as said")
      ) { $0.calibration.fractionOfPositives },
      .list("count", "per bin the number of rows") { $0.calibration.counts },
    ])

  private static let alongThreshold = Field.Curve(
    "effect of the threshold", along: "thresholds.threshold", isSquare: false)

  private static let thresholds = NamedValue<PartEvaluation>.record(
    "thresholds", "what becomes of the scores as the threshold moves",
    of: [
      .shares("threshold", "0.05, 0.1 and so on to 0.95") { $0.thresholds.thresholds },
      .shares("accuracy", "per threshold the share of right answers", curve: alongThreshold) {
        $0.thresholds.accuracy
      },
      .shares(
        "precision",
        "per threshold, of the positive class; 0 where nothing is taken for it, and curves end there",
        curve: alongThreshold
      ) { $0.thresholds.precision }
      .known { $0.definedCount = $1.curves?.thresholds.predictingCount },
      .shares("recall", "per threshold, of the positive class", curve: alongThreshold) {
        $0.thresholds.recall
      },
      .shares("f1", "per threshold, of the positive class", curve: alongThreshold) {
        $0.thresholds.f1
      },
      .list("true_negatives", "other rows that are taken for what they are") {
        $0.thresholds.counts(truth: 0, predicted: 0)
      },
      .list("false_negatives", "positive rows that are not found") {
        $0.thresholds.counts(truth: 1, predicted: 0)
      },
      .list("true_positives", "positive rows that are found") {
        $0.thresholds.counts(truth: 1, predicted: 1)
      },
      .list("false_positives", "other rows taken for positive") {
        $0.thresholds.counts(truth: 0, predicted: 1)
      },
    ])
}

extension NamedValue<PartEvaluation> {
  fileprivate static func ofCurves<Content: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (DecisionCurves) -> Content
  ) -> Self {
    Self(name, help) { $0.curves.map(content) }
      .exists(unless: { $0.targets.map(lackOfClasses) })
      .exists(if: \.hasCurves, else: "that is about one class, which 'positive_class' names")
  }

  /// A list in a record.
  fileprivate static func list<Element: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (DecisionCurves) -> [Element]
  ) -> Self {
    ofCurves(name, help, content).known { field, _ in field.title = spaced(name) }
  }

  /// A list of numbers from 0 to 1.
  fileprivate static func shares(
    _ name: String, _ help: String, curve: Field.Curve? = nil,
    _ content: @escaping @Sendable (DecisionCurves) -> [Double]
  ) -> Self {
    list(name, help, content).known { field, _ in
      field.possible = 0...1
      field.curve = curve
    }
  }
}
