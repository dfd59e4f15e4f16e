import Foundation

/// A setting as its author would write it: whole numbers without a point.
public func formattedSetting(_ value: Double) -> String {
  Int(exactly: value).map { String($0) } ?? value.description
}

/// A number with a fixed count of decimals: 0.5815. One of a million or more, as diverging losses are, is written by its power
/// of ten, with as many decimals: 1.1091e+301.
public func fixedDecimals(_ number: Double, _ decimals: Int) -> String {
  formattedNumber(number, conversion: number.magnitude < 1e6 ? "f" : "e", precision: decimals)
}

/// A number with at most so many significant digits, as C's `%g` writes it, but with zeros for the rest of one below ten
/// million: 12480 and not 1.248e+04.
public func significantDigits(_ number: Double, _ digits: Int) -> String {
  let text = formattedNumber(number, conversion: "g", precision: digits)
  guard text.contains("e+"), let rounded = Double(text), rounded.magnitude < 1e7 else {
    return text
  }
  return formattedNumber(rounded, conversion: "f", precision: 0)
}

/// A number in one of the conversions of C's `printf`: the C library rounds the exact binary value, as Python does; it is
/// never given a locale here.
func formattedNumber(_ number: Double, conversion: String, precision: Int) -> String {
  if number.isNaN { return "nan" }
  if number.isInfinite { return number < 0 ? "-inf" : "inf" }
  return String(format: "%.\(precision)\(conversion)", number)
}
