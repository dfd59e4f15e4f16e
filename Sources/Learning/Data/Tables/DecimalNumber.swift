/// Numbers as people write them in tables: decimal digits with an optional sign, point or comma, and exponent.
enum DecimalNumber {
  enum Failure: Error {
    case malformed, outOfRange
  }

  /// Powers of ten that are exact doubles.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The nearest double of a text, which may have spaces or tabs around it.
  ///
  /// Stricter than `Double(_:)`: hexadecimal, infinite, not-a-number and overflowing texts are failures.
  static func parse(
    _ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) throws(Failure) -> Double {
    if let value = plainNumber(text, mark: mark.byte) { return value }
    var digits = DigitScanner(text, mark: mark.byte)
    guard digits.scan() else { throw .malformed }
    if let value = digits.exactValue(powersOfTen) { return value }
    guard let value = Double(digits.textWithPoint), value.isFinite else { throw .outOfRange }
    return value
  }

  /// Finds what `parse` would find wrong with a text, mostly without working out its value.
  static func check(_ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark) throws(Failure) {
    var digits = DigitScanner(text, mark: mark.byte)
    guard digits.scan() else { throw .malformed }
    if digits.mayBeOutOfRange { _ = try parse(text, mark: mark) }
  }

  /// The value of what most numbers look like: an optional minus, up to 15 digits, and perhaps a mark among them. Nil for
  /// all others. Digits and power of ten are exact, as in `exactValue`.
  private static func plainNumber(
    _ text: UnsafeBufferPointer<UInt8>, mark: UInt8
  ) -> Double? {
    let isNegative = text.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard text.count - start <= 16 else { return nil }
    var mantissa: UInt64 = 0
    var place: Int?
    for index in start..<max(text.count, start) {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else if text[index] == mark, place == nil {
        place = index
      } else {
        return nil
      }
    }
    let digits = text.count - start - (place == nil ? 0 : 1)
    guard (1...15).contains(digits) else { return nil }
    let number = isNegative ? -Double(mantissa) : Double(mantissa)
    return place.map { number / powersOfTen[text.count - $0 - 1] } ?? number
  }
}

/// Splits a decimal number into its sign, digits and exponent.
private struct DigitScanner {
  private let text: UnsafeBufferPointer<UInt8>
  /// What stands before the decimals.
  private let mark: UInt8
  private var position = 0
  private var isNegative = false
  /// The digits as an integer, as far as one holds them, and how many there are without leading zeros.
  private var mantissa: UInt64 = 0
  private var significantDigits = 0
  /// The power of ten of the last digit.
  private var exponent = 0

  init(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) {
    var range = text.indices
    func isBlank(_ index: Int) -> Bool { text[index] == 0x20 || text[index] == 0x09 }
    while let first = range.first, isBlank(first) { range.removeFirst() }
    while let last = range.last, isBlank(last) { range.removeLast() }
    self.text = UnsafeBufferPointer(rebasing: text[range])
    self.mark = mark
  }

  /// A number that has been read, as Swift writes it.
  var textWithPoint: String {
    String(decoding: text.map { $0 == mark ? DecimalMark.point.byte : $0 }, as: UTF8.self)
  }

  /// Reads `[+-] digits [mark digits] [e [+-] digits]` to the end of the text; false if it is anything else.
  mutating func scan() -> Bool {
    isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    let whole = scanDigits()
    var fraction = 0
    if skip(mark) {
      fraction = scanDigits()
      exponent = -fraction
    }
    guard whole + fraction > 0 else { return false }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      guard scanExponent() else { return false }
    }
    return position == text.count
  }

  /// The value when one correctly rounded operation gives it: both the digits and the power of ten are exact then.
  /// Source: W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990.
  func exactValue(_ powersOfTen: [Double]) -> Double? {
    guard significantDigits <= 15, abs(exponent) < powersOfTen.count else { return nil }
    let digits = isNegative ? -Double(mantissa) : Double(mantissa)
    return exponent < 0 ? digits / powersOfTen[-exponent] : digits * powersOfTen[exponent]
  }

  /// Whether the value may be more than the greatest double, which has 309 digits before its point.
  var mayBeOutOfRange: Bool { significantDigits + exponent > 308 }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func scanDigits() -> Int {
    let start = position
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      if significantDigits > 0 || digit > 0 { significantDigits += 1 }
      if significantDigits <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
      position += 1
    }
    return position - start
  }

  private mutating func scanExponent() -> Bool {
    let isMinus = skip(UInt8(ascii: "-"))
    if !isMinus { _ = skip(UInt8(ascii: "+")) }
    let start = position
    var value = 0
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Beyond this the long way decides; the bound keeps the integer from overflowing.
      value = min(value * 10 + Int(digit), 1_000_000)
      position += 1
    }
    exponent += isMinus ? -value : value
    return position > start
  }
}
