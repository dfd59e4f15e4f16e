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
  static let values = quantities.flatMap { quantity in
    [ValueDeclaration(quantity.name, quantity.help)]
      + quantity.lists.map { ValueDeclaration("\(quantity.name).\($0.name)", $0.help) }
  }

  var members: [Value.Member] {
    Self.quantities.map { quantity in
      switch quantity.content {
      case .number(let number): .init(quantity.name, .number(number(self)))
      case .record(let lists):
        .init(quantity.name, .record(lists.map { .init($0.name, $0.value(self)) }))
      }
    }
  }

  /// What is known of the values before they are computed; the words of lines to compare with come with the curves.
  static func fields(of curves: DecisionCurves?) -> [Field] {
    quantities.flatMap { quantity -> [Field] in
      switch quantity.content {
      case .number: [Field(quantity.name, .number)]
      case .record(let lists):
        [Field(quantity.name, .record)]
          + lists.map { $0.field(in: quantity.name, of: curves) }
      }
    }
  }

  /// The precision of taking every row for positive.
  private var baseline: ReferenceLine {
    ReferenceLine(y: prevalence, label: "always ‘\(positive)’: \(significantDigits(prevalence, 4))")
  }
}

// MARK: - The table of values

extension DecisionCurves {
  /// A number, or a record of lists that belong together.
  private struct Quantity: Sendable {
    enum Content: Sendable {
      case number(@Sendable (DecisionCurves) -> Double)
      case record([List])
    }

    var name: String
    var help: String
    var content: Content

    /// The lists of a record.
    var lists: [List] { if case .record(let lists) = content { lists } else { [] } }
  }

  /// A list in a record.
  private struct List: Sendable {
    var name: String
    var help: String
    var title: String
    /// Whether its numbers are from 0 to 1.
    var areShares: Bool
    var curve: Field.Curve?
    /// Whether it is to be compared with taking every row for positive.
    var hasBaseline: Bool
    /// Whether it is a share of the rows that are taken for positive, of which there may be none.
    var isOfPredicted: Bool
    var value: @Sendable (DecisionCurves) -> Value

    init(
      _ name: String, _ help: String, title: String? = nil, areShares: Bool = true,
      curve: Field.Curve? = nil, hasBaseline: Bool = false, isOfPredicted: Bool = false,
      numbers: @escaping @Sendable (DecisionCurves) -> [Double]
    ) {
      self.name = name
      self.help = help
      self.title = title ?? spaced(name)
      self.areShares = areShares
      self.curve = curve
      self.hasBaseline = hasBaseline
      self.isOfPredicted = isOfPredicted
      value = { .numbers(numbers($0)) }
    }

    init(
      _ name: String, _ help: String, counts: @escaping @Sendable (DecisionCurves) -> [Int]
    ) {
      self.name = name
      self.help = help
      title = spaced(name)
      areShares = false
      hasBaseline = false
      isOfPredicted = false
      value = { .integers(counts($0)) }
    }

    func field(in record: String, of curves: DecisionCurves?) -> Field {
      var field = Field("\(record).\(name)", .list(count: nil, of: .number), title: title)
      if areShares { field.possible = 0...1 }
      field.curve = curve
      if hasBaseline { field.baselines = curves.map { [$0.baseline] } ?? [] }
      if isOfPredicted { field.definedCount = curves?.thresholds.predictingCount }
      return field
    }
  }

  private static let quantities: [Quantity] = [
    Quantity(
      name: "auc", help: "the area under the ROC curve of the positive class",
      content: .number { $0.roc.area }),
    Quantity(
      name: "average_precision", help: "the area under the steps of precision over recall",
      content: .number { $0.precisionRecall.averagePrecision }),
    Quantity(
      name: "brier_score", help: "the mean squared error of the probabilities",
      content: .number { $0.brierScore }),
    Quantity(
      name: "roc", help: "the ROC curve, a point per threshold", content: .record(rocLists)),
    Quantity(
      name: "precision_recall", help: "precision and recall at every threshold",
      content: .record(precisionRecallLists)),
    Quantity(
      name: "calibration", help: "probabilities in ten bins, empty ones left out",
      content: .record(calibrationLists)),
    Quantity(
      name: "thresholds", help: "what becomes of the scores as the threshold moves",
      content: .record(thresholdLists)),
  ]

  private static let rocLists: [List] = [
    List(
      "false_positive_rate", "of the other rows, the share taken for positive",
      numbers: { $0.roc.falsePositiveRate }),
    List(
      "true_positive_rate", "of the positive rows, the share that is found",
      curve: Field.Curve(
        "ROC curve", along: "roc.false_positive_rate", diagonal: "chance: AUC 0.5"),
      numbers: { $0.roc.truePositiveRate }),
    // The first one is infinite.
    List(
      "threshold", "the thresholds, descending from infinity", areShares: false,
      numbers: { $0.roc.thresholds }),
  ]

  private static let precisionRecallLists: [List] = [
    List(
      "recall", "descending to 0, which has no threshold",
      numbers: { $0.precisionRecall.recall }),
    List(
      "precision", "the last one, at recall 0, is 1",
      curve: Field.Curve(
        "precision and recall", along: "precision_recall.recall", isStepped: true),
      hasBaseline: true, numbers: { $0.precisionRecall.precision }),
    List(
      "threshold", "one fewer than there are points", areShares: false,
      numbers: { $0.precisionRecall.thresholds }),
  ]

  private static let calibrationLists: [List] = [
    List(
      "mean_predicted", "per bin the mean probability", title: "mean predicted probability",
      numbers: { $0.calibration.meanPrediction }),
    List(
      "fraction_of_positives", "per bin the share of positive rows",
      curve: Field.Curve(
        "calibration", along: "calibration.mean_predicted", diagonal: "as probable as said"),
      numbers: { $0.calibration.fractionOfPositives }),
    List("count", "per bin the number of rows", counts: { $0.calibration.counts }),
  ]

  private static let alongThreshold = Field.Curve(
    "effect of the threshold", along: "thresholds.threshold", isSquare: false)

  private static let thresholdLists: [List] = [
    List(
      "threshold", "0.05, 0.1 and so on to 0.95", numbers: { $0.thresholds.thresholds }),
    List(
      "accuracy", "per threshold the share of right answers", curve: alongThreshold,
      numbers: { $0.thresholds.accuracy }),
    List(
      "precision",
      "per threshold, of the positive class; 0 where nothing is taken for it, and curves end there",
      curve: alongThreshold, isOfPredicted: true, numbers: { $0.thresholds.precision }),
    List(
      "recall", "per threshold, of the positive class", curve: alongThreshold,
      numbers: { $0.thresholds.recall }),
    List(
      "f1", "per threshold, of the positive class", curve: alongThreshold,
      numbers: { $0.thresholds.f1 }),
    List(
      "true_negatives", "other rows that are taken for what they are",
      counts: { $0.thresholds.counts(truth: 0, predicted: 0) }),
    List(
      "false_negatives", "positive rows that are not found",
      counts: { $0.thresholds.counts(truth: 1, predicted: 0) }),
    List(
      "true_positives", "positive rows that are found",
      counts: { $0.thresholds.counts(truth: 1, predicted: 1) }),
    List(
      "false_positives", "other rows taken for positive",
      counts: { $0.thresholds.counts(truth: 0, predicted: 1) }),
  ]
}
