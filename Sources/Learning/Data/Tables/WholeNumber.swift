/// A whole number of any size, as its digits say it.
struct WholeNumber: Comparable {
  private let isNegative: Bool
  /// Without leading zeros, so that 0 has none.
  private let digits: [UInt8]

  /// The number that a text is: digits, perhaps behind a sign; nil if it is anything else.
  init?(_ text: String) {
    let hasMinus = text.utf8.first == UInt8(ascii: "-")
    let hasSign = hasMinus || text.utf8.first == UInt8(ascii: "+")
    let written = text.utf8.dropFirst(hasSign ? 1 : 0)
    let isNumber = written.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard isNumber, !written.isEmpty else { return nil }
    digits = Array(written.drop { $0 == UInt8(ascii: "0") })
    isNegative = hasMinus && !digits.isEmpty
  }

  static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.hasSmallerSize(than: left) : left.hasSmallerSize(than: right)
  }

  private func hasSmallerSize(than other: WholeNumber) -> Bool {
    digits.count == other.digits.count
      ? digits.lexicographicallyPrecedes(other.digits) : digits.count < other.digits.count
  }
}
