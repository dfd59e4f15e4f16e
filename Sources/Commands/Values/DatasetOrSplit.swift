import Execution
import Learning

/// Rows as they come from their source, whole or split.
enum DatasetOrSplit: Referable {
  case dataset(Dataset)
  case split(Split)

  typealias Outline = ExamplesOutline

  static var acceptedKinds: [String] { [Dataset.kind, Split.kind] }

  static func outline(from outline: any ValueOutline) -> ExamplesOutline? {
    ExampleSource.outline(from: outline)
  }

  init?(value: any LessonValue, isCancelled: () -> Bool) {
    switch value {
    case let dataset as Dataset: self = .dataset(dataset)
    case let split as Split: self = .split(split)
    default: return nil
    }
  }

  /// All rows, whatever part they are in.
  var dataset: Dataset {
    switch self {
    case .dataset(let dataset): dataset
    case .split(let split): split.dataset
    }
  }

  /// The parts that have rows.
  var parts: [Part] { Part.allCases.filter { !rows(of: $0).isEmpty } }

  /// The rows of a part, or all rows in the order of the data.
  func rows(of part: Part?) -> [Int] {
    switch self {
    case .split(let split): if let part { return split.rows(of: part) }
    case .dataset: if let part, part != .train { return [] }
    }
    return Array(0..<dataset.rowCount)
  }

  /// Whether the inputs are texts.
  var hasTexts: Bool {
    if case .text = dataset.inputs { true } else { false }
  }

  /// The texts of all rows; none if the inputs are numbers.
  var texts: TextColumn {
    if case .text(let texts, _) = dataset.inputs { texts } else { TextColumn() }
  }
}
