/// What has to follow each number of a column, unseen, for the decimal points to stand below each other.
struct DecimalPadding: Sendable {
  /// One text per cell: characters as wide as those that other cells have more of; empty where nothing lacks.
  let texts: [String]

  /// The paddings of a column of numbers that line up at their ends. What is no number gets none, and neither do numbers with
  /// a power of ten: their powers stand below each other.
  init(_ cells: [String]) {
    let tails = cells.map(Self.tail)
    let longest = tails.compactMap(\.self).max { $0.count < $1.count } ?? ""
    // Shares in brackets differ in their digits only.
    let digits = String(repeating: "0", count: longest.count)
    let padding = longest.hasSuffix(")") ? digits : String(longest)
    texts = tails.map { tail in
      guard let tail, !tail.contains("e") else { return "" }
      return String(padding.dropFirst(tail.count))
    }
  }

  /// What stands behind the whole part of a number, such as ".25", "e-7" or " (18.7 %)"; nil for what is no number, or has words.
  private static func tail(of cell: String) -> Substring? {
    let digits = cell.drop { $0 == "-" || $0 == "+" }
    guard digits.first?.isNumber == true else { return nil }
    let tail = digits.drop { $0.isNumber || $0 == "\u{202F}" }
    return tail.allSatisfy { !$0.isLetter || $0 == "e" } ? tail : nil
  }
}
