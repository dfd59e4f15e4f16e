import Learning

/// A number as people write it for people, with what a cell of numbers cannot have: marks between thousands, another mark
/// before the decimals, or a unit.
struct WrittenNumber {
  /// What stands before the decimals; nil if there are none.
  private(set) var decimalMark: DecimalMark?
  /// What stands between thousands; nil if nothing does.
  private(set) var thousandsMark: Character?
  /// What stands before or behind the number, such as "€" or "kg"; nil if it stands alone.
  let unit: String?
  /// Whether the decimals may just as well be thousands, as in 1,234.
  private(set) var isAmbiguous = false

  /// The number that a text is to readers; nil if it is none.
  init?(_ text: String) {
    guard let first = text.firstIndex(where: \.isDigit), let last = text.lastIndex(where: \.isDigit)
    else { return nil }
    let (before, behind) = (text[..<first], text[text.index(after: last)...])
    guard let unit = Self.unit(before: before, behind: behind) else { return nil }
    self.unit = unit.isEmpty ? nil : unit
    guard readMarks(in: Self.withoutExponent(text[first...last])) else { return nil }
  }

  /// The unit beside some digits, empty if there is none; nil if what is there is no unit but a part of a name.
  private static func unit(before: Substring, behind: Substring) -> String? {
    let before = before.drop { $0 == "-" || $0 == "+" }
    let words = [before, behind].map { $0.filter { !$0.isWhitespace } }
    guard let word = words.first(where: { !$0.isEmpty }) else { return "" }
    guard words.contains("") else { return nil }
    let isSign = word.allSatisfy { $0.isCurrencySymbol || "%‰°".contains($0) }
    // "EUR 5" and "5 kg", but neither "Room 5" nor "5b".
    let isWord =
      word.allSatisfy(\.isLetter)
      && (before.isEmpty ? behind.first?.isWhitespace == true : word == word.uppercased())
    return isSign || isWord ? word : nil
  }

  /// Digits and marks up to a power of ten.
  private static func withoutExponent(_ digits: Substring) -> Substring {
    guard let letter = digits.lastIndex(where: { $0 == "e" || $0 == "E" }) else { return digits }
    let power = digits[letter...].dropFirst().drop { $0 == "-" || $0 == "+" }
    return power.allSatisfy(\.isDigit) ? digits[..<letter] : digits
  }

  /// Finds out what the marks between digits mean; false if they make no number.
  private mutating func readMarks(in digits: Substring) -> Bool {
    var groups = digits.split(omittingEmptySubsequences: false) { !$0.isDigit }
    var marks = digits.filter { !$0.isDigit }
    // A mark that comes once, and last, stands before decimals.
    if let mark = DecimalMark.allCases.first(where: { $0.character == marks.last }),
      marks.count(where: { $0 == mark.character }) == 1
    {
      decimalMark = mark
      isAmbiguous = marks.count == 1 && Self.areThousands(groups)
      groups.removeLast()
      marks.removeLast()
    }
    guard let mark = marks.first else { return true }
    thousandsMark = mark
    return Self.names(ofMark: mark) != nil && marks.allSatisfy { $0 == mark }
      && Self.areThousands(groups)
  }

  private static func areThousands(_ groups: [Substring]) -> Bool {
    (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// What several marks between thousands are called; nil for what is none.
  private static func names(ofMark mark: Character) -> String? {
    switch mark {
    case ",": "commas"
    case ".": "points"
    case " ", "\u{A0}", "\u{202F}": "blanks"
    case "'", "’": "apostrophes"
    default: nil
    }
  }
}

extension WrittenNumber {
  /// What to do so that it can be read from a file whose numbers have a mark before their decimals.
  func advice(for fileMark: DecimalMark) -> [String] {
    var advice: [String] = []
    if let decimalMark, decimalMark != fileMark {
      let alternative =
        isAmbiguous ? "; if it stands between thousands, take it out of the file" : ""
      advice.append(
        "if the \(decimalMark.name) stands before the decimals, write 'decimal:"
          + " \(decimalMark.setting)'\(alternative)")
    }
    if let thousandsMark, let names = Self.names(ofMark: thousandsMark) {
      advice.append(
        "nothing may stand between the thousands of a number: take the \(names) out of the file")
    }
    if let unit {
      advice.append("a number stands alone in its cell: take '\(unit)' out of the file")
    }
    return advice
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
