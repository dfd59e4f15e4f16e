extension YAMLNode.Scalar {
  /// The whole number that is written here in decimal digits, if it is one that an `Int` holds.
  public var integer: Int? {
    isQuoted ? nil : decimalInteger(text)
  }

  /// The finite decimal number that is written here: neither hexadecimal, nor infinite, nor "not a number".
  public var decimal: Double? {
    isQuoted ? nil : decimalNumber(text)
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
  let digits =
    text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+")
    ? text.utf8.dropFirst() : text.utf8[...]
  guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
  return Int(text)
}

/// A finite number from decimal ASCII: digits, an optional point and an optional exponent.
public func decimalNumber(_ text: String) -> Double? {
  var bytes = text.utf8[...]
  if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  let whole = bytes.prefix(while: \.isDigit)
  bytes = bytes.dropFirst(whole.count)
  var fractionCount = 0
  if bytes.first == UInt8(ascii: ".") {
    bytes.removeFirst()
    fractionCount = bytes.prefix(while: \.isDigit).count
    bytes = bytes.dropFirst(fractionCount)
  }
  guard whole.count + fractionCount > 0 else { return nil }
  if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
    bytes.removeFirst()
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard !bytes.isEmpty, bytes.allSatisfy(\.isDigit) else { return nil }
    bytes = bytes.suffix(0)
  }
  guard bytes.isEmpty, let number = Double(text), number.isFinite else { return nil }
  return number
}
