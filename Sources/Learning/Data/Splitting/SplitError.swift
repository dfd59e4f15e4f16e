/// Why a data set cannot be split as asked.
public enum SplitError: Error, Sendable, Equatable {
  /// A share is not at least 0 and below 1.
  case invalidShare(Part, Double)
  /// A cut leaves nothing to train on.
  case nothingLeft(cutting: Part, rows: Int)
  /// A class has too few rows to have one on each side of a cut.
  case classTooSmall(name: String, rows: Int, cutting: Part)
  /// A side of a cut has too few rows to have one of each class.
  case partTooSmall(Part, rows: Int, classes: Int)
  /// Parts are to have the same classes, and there are none.
  case noClasses
  /// The training part has no number in a column whose gaps are to be filled.
  case noNumber(column: String, rule: ImputationRule)
}

extension SplitError: CustomStringConvertible {
  /// A sentence for the lesson's author.
  public var description: String {
    switch self {
    case .invalidShare(let part, let share):
      "the share of '\(part.rawValue)' is \(share); it must be at least 0 and below 1"
    case .nothingLeft(let part, let rows):
      "cutting '\(part.rawValue)' off \(rows == 1 ? "one row" : "\(rows) rows") leaves nothing to train on"
    case .classTooSmall(let name, let rows, let part):
      "class '\(name)' has \(rows == 1 ? "only one row" : "\(rows) rows") when '\(part.rawValue)' is cut off; "
        + "a stratified cut needs at least 2 of each class"
    case .partTooSmall(let part, let rows, let classes):
      "'\(part.rawValue)' would have \(rows == 1 ? "one row" : "\(rows) rows") for \(classes) classes; "
        + "a stratified part needs at least one row of each class"
    case .noClasses:
      "numbers are to be predicted, so there are no classes to stratify by"
    case .noNumber(let column, let rule):
      "column '\(column)' has no number in the training part to take the \(rule.rawValue) of"
    }
  }
}
