/// The shortest decimal number that reads back as a given double, as digits to round and print.
struct Decimal {
  /// Digits from the first one that is not 0; empty for 0.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit: 0 for 3.1, -2 for 0.031.
  private(set) var exponent: Int
  private(set) var isNegative: Bool

  /// The digits of a finite value. Swift's description has the shortest that identify it.
  init(_ value: Double) {
    var digits: [UInt8] = []
    var point: Int?
    var scientific = 0
    var bytes = Substring(value.magnitude.description).utf8
    if let marker = bytes.firstIndex(of: UInt8(ascii: "e")) {
      scientific = Int(Substring(bytes[bytes.index(after: marker)...])) ?? 0
      bytes = bytes[..<marker]
    }
    for byte in bytes {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - 48) }
    }
    let leadingZeros = digits.prefix { $0 == 0 }.count
    exponent = (point ?? digits.count) - 1 - leadingZeros + scientific
    self.digits = Array(digits.dropFirst(leadingZeros))
    isNegative = value < 0
    trim()
  }

  /// Rounded to a number of digits, halves away from zero.
  func rounded(toSignificant count: Int) -> Decimal {
    guard count < digits.count else { return self }
    var result = self
    let roundsUp = count >= 0 && digits[count] >= 5
    result.digits = Array(digits.prefix(max(count, 0)))
    if roundsUp { result.increment() }
    result.trim()
    return result
  }

  /// Rounded to a number of digits after the point, halves away from zero.
  func rounded(toDecimals decimals: Int) -> Decimal {
    rounded(toSignificant: exponent + 1 + decimals)
  }

  /// The number without an exponent, with at least `decimals` digits after the point.
  func plain(decimals: Int = 0) -> String {
    var text = isNegative && !digits.isEmpty ? "-" : ""
    let whole = digits.isEmpty ? -1 : exponent
    text += whole < 0 ? "0" : (0...whole).map { digit(at: whole - $0) }.joined()
    let lowest = digits.isEmpty ? 0 : exponent - digits.count + 1
    let places = max(decimals, -lowest)
    guard places > 0 else { return text }
    return text + "." + (1...places).map { digit(at: -$0) }.joined()
  }

  /// The number as "3.2e-7".
  var scientific: String {
    let fraction = digits.dropFirst().map { String($0) }.joined()
    let mantissa = "\(digits.first ?? 0)" + (fraction.isEmpty ? "" : "." + fraction)
    return (isNegative ? "-" : "") + mantissa + "e\(exponent)"
  }

  private func digit(at power: Int) -> String {
    let index = exponent - power
    return digits.indices.contains(index) ? String(digits[index]) : "0"
  }

  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }
}
