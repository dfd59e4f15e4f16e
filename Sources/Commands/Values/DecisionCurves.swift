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
  /// The values for the reference, in the order of the fields.
  static let values = [
    ValueDeclaration("auc", "the area under the ROC curve of the positive class"),
    ValueDeclaration("average_precision", "the area under the steps of precision over recall"),
    ValueDeclaration("brier_score", "the mean squared error of the probabilities"),
    ValueDeclaration("roc", "the ROC curve, a point per threshold"),
    ValueDeclaration("roc.false_positive_rate", "of the other rows, the share taken for positive"),
    ValueDeclaration("roc.true_positive_rate", "of the positive rows, the share that is found"),
    ValueDeclaration("roc.threshold", "the thresholds, descending from infinity"),
    ValueDeclaration("precision_recall", "precision and recall at every threshold"),
    ValueDeclaration("precision_recall.recall", "descending to 0, which has no threshold"),
    ValueDeclaration("precision_recall.precision", "the last one, at recall 0, is 1"),
    ValueDeclaration("precision_recall.threshold", "one fewer than there are points"),
    ValueDeclaration("calibration", "probabilities in ten bins, empty ones left out"),
    ValueDeclaration("calibration.mean_predicted", "per bin the mean probability"),
    ValueDeclaration("calibration.fraction_of_positives", "per bin the share of positive rows"),
    ValueDeclaration("calibration.count", "per bin the number of rows"),
    ValueDeclaration("thresholds", "what becomes of the scores as the threshold moves"),
    ValueDeclaration("thresholds.threshold", "0.05, 0.1 and so on to 0.95"),
    ValueDeclaration("thresholds.accuracy", "per threshold the share of right answers"),
    ValueDeclaration("thresholds.precision", "per threshold, of the positive class"),
    ValueDeclaration("thresholds.recall", "per threshold, of the positive class"),
    ValueDeclaration("thresholds.f1", "per threshold, of the positive class"),
    ValueDeclaration("thresholds.true_negatives", "other rows that are taken for what they are"),
    ValueDeclaration("thresholds.false_negatives", "positive rows that are not found"),
    ValueDeclaration("thresholds.true_positives", "positive rows that are found"),
    ValueDeclaration("thresholds.false_positives", "other rows taken for positive"),
  ]

  var members: [Value.Member] {
    let correctness = ["negatives", "positives"].enumerated().flatMap { predicted, word in
      [
        Value.Member(
          "true_\(word)", .integers(thresholds.counts(truth: predicted, predicted: predicted))),
        Value.Member(
          "false_\(word)", .integers(thresholds.counts(truth: 1 - predicted, predicted: predicted))),
      ]
    }
    return [
      .init("auc", .number(roc.area)),
      .init("average_precision", .number(precisionRecall.averagePrecision)),
      .init("brier_score", .number(brierScore)),
      .init(
        "roc",
        .record([
          .init("false_positive_rate", .numbers(roc.falsePositiveRate)),
          .init("true_positive_rate", .numbers(roc.truePositiveRate)),
          .init("threshold", .numbers(roc.thresholds)),
        ])),
      .init(
        "precision_recall",
        .record([
          .init("recall", .numbers(precisionRecall.recall)),
          .init("precision", .numbers(precisionRecall.precision)),
          .init("threshold", .numbers(precisionRecall.thresholds)),
        ])),
      .init(
        "calibration",
        .record([
          .init("mean_predicted", .numbers(calibration.meanPrediction)),
          .init("fraction_of_positives", .numbers(calibration.fractionOfPositives)),
          .init("count", .integers(calibration.counts)),
        ])),
      .init(
        "thresholds",
        .record(
          [
            .init("threshold", .numbers(thresholds.thresholds)),
            .init("accuracy", .numbers(thresholds.accuracy)),
            .init("precision", .numbers(thresholds.precision)),
            .init("recall", .numbers(thresholds.recall)), .init("f1", .numbers(thresholds.f1)),
          ] + correctness)),
    ]
  }

  /// What is known of the values before they are computed; the words of lines to compare with come with the curves.
  static func fields(of curves: DecisionCurves?) -> [Field] {
    var fields = ["auc", "average_precision", "brier_score"].map { Field($0, .number) }
    fields += record("roc", ["false_positive_rate", "true_positive_rate", "threshold"])
    fields += record("precision_recall", ["recall", "precision", "threshold"])
    fields += record("calibration", ["mean_predicted", "fraction_of_positives", "count"])
    fields += record(
      "thresholds",
      [
        "threshold", "accuracy", "precision", "recall", "f1", "true_negatives", "false_negatives",
        "true_positives", "false_positives",
      ])
    return fields.map { field in
      var field = field
      field.curve = curve(field.name)
      if field.name == "precision_recall.precision", let curves {
        field.baseline = ReferenceLine(
          y: curves.prevalence,
          label: "always ‘\(curves.positive)’: \(significantDigits(curves.prevalence, 4))")
      }
      return field
    }
  }

  /// A record and the lists in it.
  private static func record(_ name: String, _ members: [String]) -> [Field] {
    [Field(name, .record)]
      + members.map { member in
        var field = Field(
          "\(name).\(member)", .list(count: nil, of: .number), title: title(of: member))
        let isCount =
          member == "count" || member.hasSuffix("negatives")
          || member.hasSuffix("_positives")
            && member != "fraction_of_positives"
        // The first threshold of a ROC curve is infinite.
        if !isCount, member != "threshold" || name == "thresholds" { field.possible = 0...1 }
        return field
      }
  }

  private static func title(of member: String) -> String {
    switch member {
    case "mean_predicted": "mean predicted probability"
    default: spaced(member)
    }
  }

  private static func curve(_ name: String) -> Field.Curve? {
    switch name {
    case "roc.true_positive_rate":
      Field.Curve("ROC curve", along: "roc.false_positive_rate", diagonal: "chance: AUC 0.5")
    case "precision_recall.precision":
      Field.Curve("precision and recall", along: "precision_recall.recall", isStepped: true)
    case "calibration.fraction_of_positives":
      Field.Curve(
        "calibration", along: "calibration.mean_predicted", diagonal: "as probable as said")
    case "thresholds.accuracy", "thresholds.precision", "thresholds.recall", "thresholds.f1":
      Field.Curve("effect of the threshold", along: "thresholds.threshold", isSquare: false)
    default: nil
    }
  }
}
