extension YAMLNode.Scalar {
  /// The whole number that is written here in decimal digits, if it is one that an `Int` holds.
  public var integer: Int? {
    isQuoted ? nil : decimalInteger(text)
  }

  /// The finite decimal number that is written here: neither hexadecimal, nor infinite, nor "not a number".
  public var decimal: Double? {
    isQuoted ? nil : decimalNumber(text)
  }

  /// Whether a number is written here that is larger than any `Int` or any finite number.
  public var isTooLarge: Bool {
    if isQuoted { return false }
    return hasDigitsOnly(text) ? Int(text) == nil : isDecimal(text) && decimal == nil
  }

  /// The truth value that is written here, in any of YAML's spellings.
  public var boolean: Bool? {
    if isQuoted { return nil }
    return switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}

/// A whole number from decimal ASCII digits with an optional sign.
public func decimalInteger(_ text: String) -> Int? {
  hasDigitsOnly(text) ? Int(text) : nil
}

/// A finite number from decimal ASCII: digits, an optional point and an optional exponent.
public func decimalNumber(_ text: String) -> Double? {
  guard isDecimal(text), let number = Double(text), number.isFinite else { return nil }
  return number
}

/// Whether a text consists of digits with an optional sign.
private func hasDigitsOnly(_ text: String) -> Bool {
  let digits = text.utf8.droppingSign
  return !digits.isEmpty && digits.allSatisfy(\.isDigit)
}

/// Whether a text is a decimal number of any size.
private func isDecimal(_ text: String) -> Bool {
  var bytes = text.utf8.droppingSign
  let whole = bytes.prefix(while: \.isDigit)
  bytes = bytes.dropFirst(whole.count)
  var fractionCount = 0
  if bytes.first == UInt8(ascii: ".") {
    bytes.removeFirst()
    fractionCount = bytes.prefix(while: \.isDigit).count
    bytes = bytes.dropFirst(fractionCount)
  }
  guard whole.count + fractionCount > 0 else { return false }
  guard bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") else {
    return bytes.isEmpty
  }
  let exponent = String(Substring(bytes.dropFirst()))
  return hasDigitsOnly(exponent)
}

extension String.UTF8View {
  /// All of it but a sign that it begins with.
  fileprivate var droppingSign: Substring.UTF8View {
    first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? dropFirst() : self[...]
  }
}
