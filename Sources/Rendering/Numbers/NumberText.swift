/// Numbers as text, by rules of our own: no locale, no C library, the same characters everywhere.
package enum NumberText {
  /// A coordinate of a drawing with at most two decimals, trailing zeros cut, never "-0".
  package static func coordinate(_ value: Double) -> String {
    guard value.magnitude < 1e7 else { return value > 0 ? "10000000" : "-10000000" }
    let hundredths = Int((value * 100).rounded())
    let digits = hundredths.magnitude
    var text = hundredths < 0 ? "-" : ""
    text += String(digits / 100)
    let fraction = digits % 100
    if fraction == 0 { return text }
    text += fraction < 10 ? ".0" : "."
    return text + String(fraction % 10 == 0 ? fraction / 10 : fraction)
  }

  /// A value for a reader, rounded to `digits` significant digits: "0.05862", "1033", "3.2e-7".
  package static func significant(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    let decimal = Decimal(value).rounded(toSignificant: digits)
    return decimal.exponent < -5 || decimal.exponent > 15 ? decimal.scientific : decimal.plain()
  }

  /// A value with exactly `decimals` digits after the point.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    return Decimal(value).rounded(toDecimals: decimals).plain(decimals: decimals)
  }

  /// A whole number in groups of three from five digits on: "3308", "38 198".
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    guard digits.count > 4 else { return String(count) }
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{202F}" }
      text.append(digit)
    }
    return text
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "nan" : value > 0 ? "inf" : "-inf"
  }
}
