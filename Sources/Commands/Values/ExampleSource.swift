import Execution
import Learning

/// Examples in parts, of which one knows what is right, whatever made them: a data set, a split of one, or features of its texts.
enum ExampleSource: Referable {
  case dataset(Dataset, Scales)
  case split(Split, Scales)
  case features(Features, Scales)

  /// The common scales that numbers of all parts are brought to, nil where they are taken as they are; learnt once from the
  /// training part alone, since nothing of the others is known while training.
  struct Scales {
    /// That of the inputs.
    var inputs: Scaling?
    /// That of the targets; nil for classes.
    var targets: Scaling?
  }

  typealias Outline = ExamplesOutline

  static var acceptedKinds: [String] { [Dataset.kind, Split.kind, Features.kind] }

  static func outline(from outline: any ValueOutline) -> ExamplesOutline? {
    switch outline {
    case let dataset as Dataset.Outline: dataset.examples
    case let split as Split.Outline: split.examples
    case let features as Features.Outline: features.examples
    default: nil
    }
  }

  init?(value: any LessonValue, isCancelled: () -> Bool) throws(CancellationError) {
    switch value {
    case let dataset as Dataset:
      let rows = Array(0..<dataset.rowCount)
      self = .dataset(dataset, try Scales(of: dataset, rows: rows, isCancelled: isCancelled))
    case let split as Split:
      let (dataset, rows) = (split.dataset, split.trainRows)
      self = .split(split, try Scales(of: dataset, rows: rows, isCancelled: isCancelled))
    case let features as Features:
      let rows = features.rows(of: .train)
      self = .features(
        features, try Scales(of: features.answers, rows: rows, isCancelled: isCancelled))
    default: return nil
    }
  }

  /// The parts that have rows.
  var parts: [Part] { Part.allCases.filter { !rows(of: $0).isEmpty } }

  /// The part to look at where a lesson names none: test, else validation, else train.
  var usualPart: Part { [Part.test, .validation].first(where: parts.contains) ?? .train }

  /// What is to be learnt about each row of the data set.
  var answers: Answers {
    switch self {
    case .dataset(let dataset, _): dataset.answers
    case .split(let split, _): split.dataset.answers
    case .features(let features, _): features.answers
    }
  }

  /// The names of the classes, in the order of their numbers; none where numbers are to be predicted.
  var classes: [String] { answers.labels?.classes ?? [] }

  /// The data set itself; nil where only features of it are left.
  var dataset: Dataset? {
    switch self {
    case .dataset(let dataset, _): dataset
    case .split(let split, _): split.dataset
    case .features: nil
    }
  }

  /// The vocabulary that the examples were made with, if they were texts.
  var vectorizer: TFIDFVectorizer? {
    if case .features(let features, _) = self { features.vectorizer } else { nil }
  }

  /// The number of inputs of an example; nil for texts, which have none yet.
  var columns: Int? {
    switch self {
    case .dataset(let dataset, _): dataset.featureCount
    case .split(let split, _): split.dataset.featureCount
    case .features(let features, _): features.vectorizer.vocabularySize
    }
  }

  /// The examples of a part; nil if it has none, or if they are texts.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  func examples(
    of part: Part, isCancelled: () -> Bool
  ) throws(CancellationError) -> Examples<Double>? {
    guard let matrix = try matrix(of: part, isCancelled: isCancelled), matrix.rows > 0 else {
      return nil
    }
    // What networks learn to say about each row: its class, or targets on their common scale.
    let learnt = try answers.applying(scales.targets, isCancelled: isCancelled)
    return Examples(features: matrix, truth: learnt.truth(of: rows(of: part)))
  }

  /// The commonest class of the training part and its share of a part's examples: how often an answer
  /// that never changes is right. Nil without examples.
  func baseline(of part: Part) -> (name: String, accuracy: Double)? {
    guard let labels = answers.labels else { return nil }
    let counts = labels.counts(of: rows(of: .train))
    guard let most = counts.max(), let commonest = counts.firstIndex(of: most), most > 0 else {
      return nil
    }
    let tested = labels.counts(of: rows(of: part))
    let all = tested.reduce(0, +)
    return all == 0 ? nil : (classes[commonest], Double(tested[commonest]) / Double(all))
  }

  /// The loss on a part of a network that always gives each class its share of the training part; nil for targets, for losses
  /// that do not measure it, and without examples.
  func lossOfShares(_ loss: Loss, outputs: Int, on part: Part) -> Double? {
    answers.labels.flatMap { labels in
      loss.ofGuessingShares(
        outputs: outputs, of: labels.counts(of: rows(of: .train)),
        on: labels.counts(of: rows(of: part)))
    }
  }

  /// The mean squared error on a part of always giving the mean of the training part, of targets as they are learnt; nil
  /// for classes, and without examples.
  func errorOfMean(on part: Part) -> Double? {
    answers.targets?.errorOfMean(
      of: rows(of: .train), on: rows(of: part), scaledBy: scales.targets)
  }

  /// The row numbers of a part in the data set.
  func rows(of part: Part) -> [Int] {
    switch self {
    case .dataset(let dataset, _): part == .train ? Array(0..<dataset.rowCount) : []
    case .split(let split, _): split.rows(of: part)
    case .features(let features, _): features.rows(of: part)
    }
  }

  /// How inputs are brought to a common scale; nil where they are taken as they are.
  var scaling: Scaling? { scales.inputs }

  private var scales: Scales {
    switch self {
    case .dataset(_, let scales), .split(_, let scales), .features(_, let scales): scales
    }
  }

  /// What a network says, rows x outputs, in the targets' own units; of classes, its outputs as they are.
  func inOwnUnits(_ outputs: Matrix<Double>) -> Matrix<Double> {
    scales.targets?.undone(on: outputs) ?? outputs
  }

  private func matrix(
    of part: Part, isCancelled: () -> Bool
  ) throws(CancellationError) -> FeatureMatrix<Double>? {
    if case .features(let features, _) = self { return features.stored(part) }
    guard let matrix = dataset?.matrix(of: rows(of: part)) else { return nil }
    return .dense(try scaling?.applied(to: matrix, isCancelled: isCancelled) ?? matrix)
  }
}

extension ExampleSource.Scales {
  /// The scales of a data set, learnt from some of its rows.
  fileprivate init(
    of dataset: Dataset, rows: [Int], isCancelled: () -> Bool
  ) throws(CancellationError) {
    try self.init(of: dataset.answers, rows: rows, isCancelled: isCancelled)
    inputs = try Scaling(of: dataset, rows: rows, isCancelled: isCancelled)
  }

  /// The scales of answers alone.
  fileprivate init(
    of answers: Answers, rows: [Int], isCancelled: () -> Bool
  ) throws(CancellationError) {
    guard let targets = answers.targets else { return }
    self.targets = try Scaling(of: targets, rows: rows, isCancelled: isCancelled)
  }
}

/// What is known of examples before the run.
struct ExamplesOutline: Sendable {
  /// The number of inputs of an example.
  enum Columns: Sendable, Equatable {
    /// Texts have no inputs until `tfidf` makes some.
    case text
    case exactly(Int)
    /// A vocabulary has at most as many words as it may, or as there are.
    case vocabulary(atMost: Int?, FeatureStorage)
    /// Numbers of which only the run can tell how many.
    case unknown
  }

  /// What is to be learnt about each example.
  enum Answers: Sendable, Equatable {
    /// Its class; the names of the classes in the order of their numbers, nil if only the run can tell.
    case classes([String]?)
    /// Numbers, with their names, and how they are brought to a common scale, if they are.
    case targets([String], scaling: ScalingRule?)
  }

  var columns: Columns
  /// The columns of the source that the inputs come from, none for texts; nil if only the run can tell.
  var inputColumns: [DataColumn]?
  var answers: Answers
  /// What the column of classes is called, if there is one and it is known.
  var labelName: String?
  /// The parts that there are.
  var parts: [Part]
  /// How many rows each part has, as far as it is known.
  var rows: [Part: Int] = [:]

  /// The names of the classes; nil if only the run can tell, or if numbers are to be predicted.
  var classes: [String]? {
    if case .classes(let names) = answers { names } else { nil }
  }

  /// The names of the numbers to be predicted; nil for classes.
  var targets: [String]? {
    if case .targets(let names, _) = answers { names } else { nil }
  }

  /// Whether networks learn the numbers on another scale than their own.
  var scalesTargets: Bool {
    if case .targets(_, _?) = answers { true } else { false }
  }
}

extension ExamplesOutline {
  /// All columns that a lesson can name, inputs first; nil if only the run can tell.
  var namedColumns: [DataColumn]? {
    let answers: [DataColumn]? =
      switch answers {
      case .targets(let names, _): names.map { DataColumn(name: $0) }
      case .classes(let classes?): labelName.map { [DataColumn(name: $0, categories: classes)] }
      case .classes: nil
      }
    return inputColumns.flatMap { inputs in answers.map { inputs + $0 } }
  }
}

extension Answers {
  /// What is known of them before the run, now that they are there.
  var outline: ExamplesOutline.Answers {
    switch self {
    case .classes(let labels): .classes(labels.classes)
    case .targets(let targets): .targets(targets.names, scaling: targets.scaling)
    }
  }
}

extension Dataset {
  /// The number of inputs of an example; nil for texts.
  var featureCount: Int? {
    switch inputs {
    case .text: nil
    case .numbers(let matrix, _): matrix.columns
    }
  }
}
