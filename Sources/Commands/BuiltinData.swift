import Execution
import Learning
import Notebook
import Randomness

/// The data sets that come with Lectern.
enum BuiltinData: String, CaseIterable {
  case xor, gaussian, circles, moons, blobs, spiral, emails

  /// How a lesson names them.
  static let prefix = "builtin:"

  /// The data set that a source names, if it is one of these.
  init?(_ location: Location) {
    guard location.text.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(location.text.dropFirst(Self.prefix.count)))
  }

  var drawsRandomNumbers: Bool {
    switch self {
    case .gaussian, .circles, .moons, .blobs, .spiral: true
    case .xor, .emails: false
    }
  }

  /// The options of `data` that say how it is made.
  var options: [String] {
    switch self {
    case .xor: ["scale"]
    case .gaussian: ["rows", "columns", "classes", "scale"]
    case .circles: ["rows", "noise", "factor", "scale"]
    case .moons: ["rows", "noise", "scale"]
    case .blobs: ["rows", "columns", "classes", "noise", "scale"]
    case .spiral: ["rows", "classes", "noise", "scale"]
    case .emails: ["rows", "spam_share", "seed", "text", "label"]
    }
  }

  func outline(for block: DataBlock) -> Dataset.Outline {
    let columns: ExamplesOutline.Columns =
      switch self {
      case .xor, .circles, .moons, .spiral: .exactly(2)
      case .gaussian, .blobs: .exactly(block.columns ?? Self.defaultColumns)
      case .emails: .text
      }
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: columns, classes: classes(for: block), parts: [.train],
        rows: [.train: rows(for: block)]),
      labels: nil)
  }

  private func rows(for block: DataBlock) -> Int {
    switch self {
    case .xor: 4
    case .emails: block.rows ?? Self.defaultMails
    default: block.rows ?? Self.defaultRows
    }
  }

  /// A row of numbers takes a few draws for each, a mail some thousand choices of words.
  func forecast(for block: DataBlock) -> Forecast {
    let rows = Double(rows(for: block))
    if self == .emails { return Forecast(multiplyAdds: 20_000 * rows, bytes: 2_000 * rows) }
    let numbers = rows * Double(block.columns ?? Self.defaultColumns)
    return Forecast(multiplyAdds: 20 * numbers, bytes: 8 * numbers)
  }

  private func classes(for block: DataBlock) -> [String] {
    switch self {
    case .xor, .circles, .moons: ["0", "1"]
    case .gaussian, .blobs, .spiral: (0..<classCount(for: block)).map { String($0) }
    case .emails: block.label == "label_num" ? ["0", "1"] : ["ham", "spam"]
    }
  }

  private func classCount(for block: DataBlock) -> Int {
    block.classes ?? (self == .gaussian ? 2 : 3)
  }

  /// What is wrong with an option for this data set.
  struct Problem {
    var code: DiagnosticCode
    var message: String
    var place: OptionPlace
    var suggestion: Suggestion?
  }

  /// What is wrong with the options for this data set.
  func problem(in block: DataBlock) -> Problem? {
    switch self {
    case .emails: return problemWithColumns(of: block)
    case .circles, .moons:
      guard block.rows == 1 else { return nil }
      return Problem(
        code: .outOfRange, message: "\(rawValue) needs at least 2 rows", place: block.$rows)
    default:
      let rows = block.rows ?? Self.defaultRows
      let columns = block.columns ?? Self.defaultColumns
      guard rows > Self.greatestSize / columns else { return nil }
      return Problem(
        code: .tooMuch, message: "this would be more than \(Self.greatestSize) numbers",
        place: block.$rows)
    }
  }

  private func problemWithColumns(of block: DataBlock) -> Problem? {
    let known = Dataset.emailColumns
    for (name, place) in [(block.text, block.$text), (block.label, block.$label)] {
      guard let name, !known.contains(name) else { continue }
      let hint = suggestion(for: name, among: known)
      let columns =
        hint.isEmpty ? "; the columns are \(known.joined(separator: ", "))" : "\(hint)"
      return Problem(
        code: .unknownColumn, message: "there is no column '\(name)'\(columns)", place: place,
        suggestion: hint)
    }
    return nil
  }

  func dataset(
    for block: DataBlock, drawing stream: inout RandomState
  ) throws(DatasetError) -> Dataset {
    let rows = block.rows ?? Self.defaultRows
    let columns = block.columns ?? Self.defaultColumns
    let classes = classCount(for: block)
    return switch self {
    case .xor: .xor
    case .gaussian: .gaussian(rows: rows, columns: columns, classes: classes, drawing: &stream)
    case .circles:
      .circles(rows: rows, noise: block.noise, factor: block.factor ?? 0.8, drawing: &stream)
    case .moons: .moons(rows: rows, noise: block.noise, drawing: &stream)
    case .blobs:
      .blobs(
        rows: rows, columns: columns, classes: classes, noise: block.noise ?? 1, drawing: &stream)
    case .spiral:
      .spiral(rows: rows, classes: classes, noise: block.noise ?? 0.2, drawing: &stream)
    case .emails:
      try .emails(
        count: block.rows ?? Self.defaultMails, spamShare: block.spamShare ?? 0.29,
        seed: UInt32(clamping: block.seed ?? 0), text: block.text ?? "text",
        label: block.label ?? "label")
    }
  }

  private static let defaultRows = 100
  private static let defaultMails = 5171
  private static let defaultColumns = 2
  private static let greatestSize = 100_000_000
}
