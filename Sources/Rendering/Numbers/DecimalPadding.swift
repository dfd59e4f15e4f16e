/// What has to follow each number of a column, unseen, for the decimal points to stand below each other.
struct DecimalPadding: Sendable {
  /// One text per cell: characters as wide as those that other cells have more of; empty where nothing lacks.
  let texts: [String]

  /// The paddings of a column of numbers that line up at their ends. What is no number gets none.
  init(_ cells: [String]) {
    let tails = cells.map(Self.tail)
    let longest = tails.compactMap(\.self).max { $0.count < $1.count } ?? ""
    texts = tails.map { tail in tail.map { String(longest.dropFirst($0.count)) } ?? "" }
  }

  /// What stands behind the whole part of a number, such as ".25" or "e-7"; nil for what is no number.
  private static func tail(of cell: String) -> Substring? {
    let digits = cell.drop { $0 == "-" || $0 == "+" }
    guard digits.first?.isNumber == true else { return nil }
    return digits.drop { $0.isNumber || $0 == "\u{202F}" }
  }
}
