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

  /// What to say of the zeros that stand where a file says nothing.
  func notes(on dataset: Dataset) -> [Output] {
    guard missing == .zero, case .numbers = dataset.inputs, let cells = dataset.missing,
      cells.incompleteRows > 0
    else { return [] }
    let count = cells.columns.reduce(0) { $0 + $1.count }
    let subject = count == 1 ? "1 missing cell" : "\(count) missing cells"
    let zeros =
      "\(subject) in \(cells.incompleteRows) of \(cells.rowCount) rows \(count == 1 ? "is" : "are") 0"
    let scaling = scale.map {
      " 'scale: \($0.rawValue)' takes these zeros for numbers like others."
    }
    return [.note(Note(.information, "\(zeros)\(Self.places(of: cells)).\(scaling ?? "")"))]
  }

  /// ": 15 in 'x', 9 in 'y'", or of very many columns how many they are.
  private static func places(of cells: MissingCounts) -> String {
    guard cells.columns.count <= namedColumns else { return ", in \(cells.columns.count) columns" }
    return ": " + cells.columns.map { "\($0.count) in '\($0.name)'" }.joined(separator: ", ")
  }
}
