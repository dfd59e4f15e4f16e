/// Ticks at whole multiples of 1, 2 or 5 times a power of ten.
package struct LinearTicks: Sendable, Equatable {
  package let ticks: [Tick]
  /// The labels are in units of ten to this power: 0 but for very large and very small values.
  package let unitExponent: Int
  /// The distance between two ticks.
  package let step: Double

  /// The ticks between two finite values, `lower < upper`, of magnitudes up to 1e300.
  ///
  /// - Parameters:
  ///   - most: The step is the smallest that gives at most so many ticks.
  ///   - wholeNumbers: Whether values between whole numbers mean nothing, as with epochs.
  package init(
    from lower: Double, to upper: Double, atMost most: Int = 7, wholeNumbers: Bool = false
  ) {
    var exponent = Decimal(upper - lower).exponent - 1
    if wholeNumbers { exponent = max(exponent, 0) }
    var multiple = 1
    while Self.count(from: lower, to: upper, step: Self.value(multiple, exponent)) > most {
      switch multiple {
      case 1: multiple = 2
      case 2: multiple = 5
      default:
        multiple = 1
        exponent += 1
      }
    }
    step = Self.value(multiple, exponent)
    let unit = Self.unit(largest: max(lower.magnitude, upper.magnitude), step: exponent)
    unitExponent = unit
    guard let indices = Self.indices(from: lower, to: upper, step: step) else {
      ticks = []
      return
    }
    ticks = indices.map { index in
      let number = index * multiple
      return Tick(
        value: Self.value(number, exponent), label: Self.label(number, exponent: exponent - unit))
    }
  }

  /// The power of ten that labels leave out. Large whole numbers keep theirs where they differ in late digits only, such as
  /// dates written as 20240131: the labels would be no shorter.
  private static func unit(largest: Double, step exponent: Int) -> Int {
    let power = Decimal(largest).exponent
    if power < -4 { return power }
    let isLateDigit = power <= 15 && exponent >= 0 && power - exponent > 3
    return power > 6 && !isLateDigit ? power : 0
  }

  /// number x 10^exponent, correctly rounded.
  private static func value(_ number: Int, _ exponent: Int) -> Double {
    Double("\(number)e\(exponent)") ?? 0
  }

  private static func count(from lower: Double, to upper: Double, step: Double) -> Int {
    indices(from: lower, to: upper, step: step)?.count ?? 0
  }

  /// The multiples of `step` in a range. A multiple that misses the range by rounding only is in it.
  private static func indices(from lower: Double, to upper: Double, step: Double) -> ClosedRange<
    Int
  >? {
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard first <= last, first.magnitude < 1e17, last.magnitude < 1e17 else { return nil }
    return Int(first)...Int(last)
  }

  /// number x 10^exponent in plain digits, thousands apart, with a true minus sign.
  private static func label(_ number: Int, exponent: Int) -> String {
    guard number != 0 else { return "0" }
    let sign = number < 0 ? "\u{2212}" : ""
    var digits = String(number.magnitude)
    if exponent >= 0 {
      digits += String(repeating: "0", count: exponent)
      return sign + (Int(digits).map(NumberText.grouped) ?? digits)
    }
    let places = -exponent
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    return sign + digits.dropLast(places) + "." + digits.suffix(places)
  }
}
