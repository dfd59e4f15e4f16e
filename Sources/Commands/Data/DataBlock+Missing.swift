import Execution
import Learning

// What becomes of cells in which nothing is written.
extension MissingCells {
  /// What each of the words does, and when.
  public static var explanations: [OptionExplanation] {
    allCases.map { OptionExplanation($0.rawValue, $0.help) }
  }

  private var help: String {
    switch self {
    case .error: "They are a mistake in the data."
    case .drop:
      "Rows that lack an input, a label or a target are left out; 'describe' says how many."
    case .mean:
      "A missing number among the inputs is the mean of its column: after a 'split', of the training part alone. It goes in"
        + " before 'scale' learns. A missing category is 0 in all its columns. Labels and targets are not filled."
    case .median:
      "The same with the median, which a few numbers far from the others hardly move."
    case .zero:
      "A missing number among the inputs is 0, and a missing category is 0 in all its columns. The zeros go in before"
        + " 'scale' learns from the column, which takes them for numbers like others: where those are around 100, a zero"
        + " stays far from all of them. Labels and targets get no zeros."
    }
  }
}

extension DataBlock {
  /// More columns than these are not named one by one.
  private static let namedColumns = 6

  /// What to say of the numbers that stand where a file says nothing; nil if there are none.
  func noteOnFilledCells(of dataset: Dataset) -> Note? {
    guard let missing, missing != .error, missing != .drop, case .numbers = dataset.inputs,
      let cells = dataset.missing, cells.incompleteRows > 0
    else { return nil }
    let count = cells.columns.reduce(0) { $0 + $1.count }
    let subject = count == 1 ? "1 missing cell" : "\(count) missing cells"
    let rows = "\(cells.incompleteRows) of \(cells.rowCount) rows"
    let categories = cells.columns.filter { categoryNames.contains($0.name) }
    let rule = categories.count < cells.columns.count ? missing.imputation : nil
    let filling = rule.map { "the \($0.rawValue) of \(count == 1 ? "its" : "their") column" } ?? "0"
    let sentence = "\(subject) in \(rows) \(count == 1 ? "is" : "are") \(filling)"
    let consequence =
      rule.map { Self.consequence(of: $0, withCategories: !categories.isEmpty) }
      ?? consequenceOfZeros(areInNumbers: categories.count < cells.columns.count)
    return Note(.information, "\(sentence)\(Self.places(of: cells)).\(consequence)")
  }

  /// What 'scale' makes of zeros among numbers; those of categories it leaves alone.
  private func consequenceOfZeros(areInNumbers: Bool) -> String {
    guard areInNumbers, let scale else { return "" }
    return " 'scale: \(scale.rawValue)' takes these zeros for numbers like others."
  }

  private static func consequence(of rule: ImputationRule, withCategories: Bool) -> String {
    (withCategories ? " Those of categories are 0." : "")
      + " A 'split' takes the \(rule.rawValue) from its training part alone."
  }

  /// ": 15 in 'x', 9 in 'y'", or of very many columns how many they are.
  private static func places(of cells: MissingCounts) -> String {
    guard cells.columns.count <= namedColumns else { return ", in \(cells.columns.count) columns" }
    return ": " + cells.columns.map { "\($0.count) in '\($0.name)'" }.joined(separator: ", ")
  }
}
