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
