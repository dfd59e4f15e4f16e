import Execution
import Learning
import Notebook
import Randomness

/// The data sets that come with Lectern.
enum BuiltinData: String, CaseIterable {
  case xor, gaussian, circles, emails

  var drawsRandomNumbers: Bool {
    switch self {
    case .gaussian, .circles: true
    case .xor, .emails: false
    }
  }

  /// The options of `data` that say how it is made.
  var options: [String] {
    switch self {
    case .xor: []
    case .gaussian: ["rows", "columns", "classes"]
    case .circles: ["rows", "noise", "factor"]
    case .emails: ["rows", "spam_share", "seed", "text", "label"]
    }
  }

  func outline(for block: DataBlock) -> Dataset.Outline {
    let classes =
      switch self {
      case .xor, .circles: ["0", "1"]
      case .gaussian: (0..<(block.classes ?? Self.defaultClasses)).map { String($0) }
      case .emails: block.label == "label_num" ? ["0", "1"] : ["ham", "spam"]
      }
    let columns: ExamplesOutline.Columns =
      switch self {
      case .xor, .circles: .exactly(2)
      case .gaussian: .exactly(block.columns ?? Self.defaultColumns)
      case .emails: .text
      }
    return Dataset.Outline(
      examples: ExamplesOutline(columns: columns, classes: classes, parts: [.train]), labels: nil)
  }

  /// What is wrong with the options for this data set; the message and the option's place.
  func problem(in block: DataBlock) -> (message: String, place: OptionPlace)? {
    guard self == .emails else { return nil }
    let known = Dataset.emailColumns
    for (name, place) in [(block.text, block.$text), (block.label, block.$label)] {
      guard let name, !known.contains(name) else { continue }
      let hint = suggestion(for: name, among: known)
      let columns = hint.isEmpty ? "; the columns are \(known.joined(separator: ", "))" : hint
      return ("there is no column '\(name)'\(columns)", place)
    }
    return nil
  }

  func dataset(
    for block: DataBlock, drawing stream: inout RandomState
  ) throws(DatasetError) -> Dataset {
    switch self {
    case .xor: .xor
    case .gaussian:
      .gaussian(
        rows: block.rows ?? Self.defaultRows, columns: block.columns ?? Self.defaultColumns,
        classes: block.classes ?? Self.defaultClasses, drawing: &stream)
    case .circles:
      .circles(
        rows: max(2, block.rows ?? Self.defaultRows), noise: block.noise,
        factor: block.factor ?? 0.8, drawing: &stream)
    case .emails:
      try .emails(
        count: block.rows ?? 5171, spamShare: block.spamShare ?? 0.29,
        seed: UInt32(clamping: block.seed ?? 0), text: block.text ?? "text",
        label: block.label ?? "label")
    }
  }

  private static let defaultRows = 100
  private static let defaultColumns = 2
  private static let defaultClasses = 2
}
