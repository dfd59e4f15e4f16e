import Foundation

/// A format for a value in prose, in the style of C's `printf`: `%.4f`, `%d`, `%.1f%%`, `%s`.
public struct ValueFormat: Sendable, Equatable {
  private enum Conversion: Character {
    case fixed = "f"
    case exponent = "e"
    case general = "g"
    case integer = "d"
    case text = "s"
  }

  private let prefix: String
  private let precision: Int?
  private let conversion: Conversion
  private let suffix: String

  /// The format that a text describes, if it has exactly one conversion of a known kind.
  public init?(_ format: String) {
    var literals = ["", ""]
    var found: (Conversion, Int?)?
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        literals[found == nil ? 0 : 1].append(character)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        literals[found == nil ? 0 : 1].append("%")
        continue
      }
      guard found == nil, let conversion = Self.conversion(&rest) else { return nil }
      found = conversion
    }
    guard let (conversion, precision) = found else { return nil }
    prefix = literals[0]
    suffix = literals[1]
    self.conversion = conversion
    self.precision = precision
  }

  private static func conversion(_ rest: inout Substring) -> (Conversion, Int?)? {
    var precision: Int?
    if rest.first == "." {
      rest.removeFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= 30 else { return nil }
      precision = number
      rest = rest.dropFirst(digits.count)
    }
    guard let letter = rest.popFirst(), let conversion = Conversion(rawValue: letter) else {
      return nil
    }
    return (conversion, precision)
  }

  /// Whether only numbers can be written in this format.
  var isForNumbers: Bool { conversion != .text }

  /// The value in this format, or nil when it is of the wrong type for it.
  public func string(for value: Value) -> String? {
    if conversion == .text { return prefix + value.description + suffix }
    guard let number = value.asNumber else { return nil }
    if conversion == .integer {
      guard let integer = Int(exactly: number) else { return nil }
      return prefix + String(integer) + suffix
    }
    return prefix
      + formattedNumber(number, conversion: String(conversion.rawValue), precision: precision ?? 6)
      + suffix
  }
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

/// The C library rounds the exact binary value, as Python does; it is never given a locale here.
private func formattedNumber(_ number: Double, conversion: String, precision: Int) -> String {
  if number.isNaN { return "nan" }
  if number.isInfinite { return number < 0 ? "-inf" : "inf" }
  return String(format: "%.\(precision)\(conversion)", number)
}

extension Value: CustomStringConvertible {
  /// The value as prose and terminals show it when no format is given.
  public var description: String {
    switch self {
    case .integer(let integer): String(integer)
    case .number(let number): number.isFinite ? number.description : fixedDecimals(number, 0)
    case .boolean(let flag): String(flag)
    case .text(let text): text
    case .series(let series): Self.numbers(series.values).description
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .record(let members):
      "{" + members.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
    case .grid(let grid):
      "{"
        + grid.cells.indices
        .map { "\(grid.label(ofCell: $0)): \(grid.cells[$0])" }
        .joined(separator: "; ") + "}"
    }
  }
}
