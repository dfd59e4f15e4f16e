/// What is wrong with the cells of one column, which are gone through from top to bottom.
struct ColumnMistakes {
  /// So many cells are told behind the first, enough to see of what kind they are; of more, only the number is.
  private static let mostOthers = 3
  /// What is wrong with the first bad cell, with the others.
  private var first: DatasetError?
  private var hasGoodCell = false

  /// Takes in a bad cell, whose mistake is described only if it is told: there may be millions.
  mutating func add(_ mistake: @autoclosure () -> DatasetError) {
    guard let others = first?.others.count else {
      first = mistake()
      return
    }
    if others < Self.mostOthers {
      first?.others.append(mistake())
    } else {
      first?.untoldCount += 1
    }
  }

  /// Takes in a cell that is as it should be.
  mutating func addGoodCell() { hasGoodCell = true }

  /// One error for the column, at its first bad cell; nil if there is none. Of a column without any good cell, no other cell
  /// is told: that the column is what the lesson says is the mistake.
  var error: DatasetError? {
    guard !hasGoodCell, var error = first else { return first }
    error.others = []
    error.untoldCount = 0
    return error
  }
}
