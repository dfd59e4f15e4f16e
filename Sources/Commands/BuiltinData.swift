import Execution
import Learning
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
    case .emails: ["rows", "spam_share", "seed"]
    }
  }

  func outline(for block: DataBlock) -> Dataset.Outline {
    let classes =
      switch self {
      case .xor, .circles: ["0", "1"]
      case .gaussian: (0..<(block.classes ?? Self.defaultClasses)).map { String($0) }
      case .emails: ["ham", "spam"]
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

  func dataset(for block: DataBlock, drawing stream: inout RandomState) -> Dataset {
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
      .emails(
        count: block.rows ?? 5171, spamShare: block.spamShare ?? 0.29,
        seed: UInt32(clamping: block.seed ?? 0))
    }
  }

  private static let defaultRows = 100
  private static let defaultColumns = 2
  private static let defaultClasses = 2
}
