import Execution
import Learning

/// Labelled examples in parts, whatever made them: a data set, a split of one, or features of its texts.
enum ExampleSource: Referable {
  case dataset(Dataset)
  case split(Split)
  case features(Features)

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

  init?(value: any LessonValue) {
    switch value {
    case let dataset as Dataset: self = .dataset(dataset)
    case let split as Split: self = .split(split)
    case let features as Features: self = .features(features)
    default: return nil
    }
  }

  /// The parts that have rows.
  var parts: [Part] { Part.allCases.filter { !rows(of: $0).isEmpty } }

  /// The names of the classes, in the order of their numbers.
  var classes: [String] {
    switch self {
    case .dataset(let dataset): dataset.labels.classes
    case .split(let split): split.dataset.labels.classes
    case .features(let features): features.labels.classes
    }
  }

  /// The number of inputs of an example; nil for texts, which have none yet.
  var columns: Int? {
    switch self {
    case .dataset(let dataset): dataset.featureCount
    case .split(let split): split.dataset.featureCount
    case .features(let features): features.vectorizer.vocabularySize
    }
  }

  /// The examples of a part; nil if it has none, or if they are texts.
  func examples(of part: Part) -> Examples<Double>? {
    guard let matrix = matrix(of: part), matrix.rows > 0 else { return nil }
    return Examples(features: matrix, labels: labels(of: part), classCount: classes.count)
  }

  /// The commonest class of the training part and its share of a part's examples: how often an answer
  /// that never changes is right. Nil without examples.
  func baseline(of part: Part) -> (name: String, accuracy: Double)? {
    let trained = labels(of: .train)
    var counts = [Int](repeating: 0, count: classes.count)
    for label in trained { counts[label] += 1 }
    guard let most = counts.max(), let commonest = counts.firstIndex(of: most), most > 0 else {
      return nil
    }
    let tested = labels(of: part)
    guard !tested.isEmpty else { return nil }
    return (classes[commonest], Double(tested.count { $0 == commonest }) / Double(tested.count))
  }

  private func rows(of part: Part) -> [Int] {
    switch self {
    case .dataset(let dataset): part == .train ? Array(0..<dataset.rowCount) : []
    case .split(let split): split.rows(of: part)
    case .features(let features): features.rows(of: part)
    }
  }

  private func labels(of part: Part) -> [Int] {
    switch self {
    case .dataset(let dataset): dataset.labels.indices
    case .split(let split): split.labels(of: part)
    case .features(let features): features.labels(of: part)
    }
  }

  /// How numbers are brought to a common scale; learnt from the training part alone, since nothing of the others is known
  /// while training. Nil where they are taken as they are.
  var scaling: Scaling? {
    switch self {
    case .dataset(let dataset): scaling(of: dataset)
    case .split(let split): scaling(of: split.dataset)
    case .features: nil
    }
  }

  private func scaling(of dataset: Dataset) -> Scaling? {
    guard let rule = dataset.scaling, let matrix = dataset.matrix(of: rows(of: .train)),
      matrix.rows > 0
    else { return nil }
    return Scaling(rule, of: matrix)
  }

  private func matrix(of dataset: Dataset, _ part: Part) -> FeatureMatrix<Double>? {
    guard let matrix = dataset.matrix(of: rows(of: part)) else { return nil }
    return .dense(scaling?.applied(to: matrix) ?? matrix)
  }

  private func matrix(of part: Part) -> FeatureMatrix<Double>? {
    switch self {
    case .dataset(let dataset): matrix(of: dataset, part)
    case .split(let split): matrix(of: split.dataset, part)
    case .features(let features): .sparse(features.matrix(of: part))
    }
  }
}

/// What is known of examples before the run.
struct ExamplesOutline: Sendable {
  /// The number of inputs of an example.
  enum Columns: Sendable, Equatable {
    /// Texts have no inputs until `tfidf` makes some.
    case text
    case exactly(Int)
    /// A vocabulary has at most as many words as it may.
    case atMost(Int)
    case unknown
  }

  var columns: Columns
  /// The names of the classes, in the order of their numbers; nil if only the run can tell.
  var classes: [String]?
  /// The parts that there are.
  var parts: [Part]
  /// How many rows each part has, as far as it is known.
  var rows: [Part: Int] = [:]
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
