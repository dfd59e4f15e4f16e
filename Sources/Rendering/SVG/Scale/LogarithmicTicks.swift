import CKernels

/// Ticks of a logarithmic axis: powers of ten, and steps between them when there are few.
package struct LogarithmicTicks: Sendable, Equatable {
  package let ticks: [Tick]
  /// Unlabelled values between the ticks: 2 to 9 times each power of ten, if they are not too dense.
  package let minor: [Double]

  /// The ticks between two positive finite values, `lower < upper`.
  ///
  /// - Parameter leastGap: How far apart 1 to 9 times a power of ten have to lie for all to be ticks, as a share of the axis.
  package init(
    from lower: Double, to upper: Double, atMost most: Int = 7, leastGap: Double = 0
  ) {
    let first = Int(Self.logarithm(lower).rounded(.down))
    let last = Int(Self.logarithm(upper).rounded(.up))
    let inside = { (value: Double) in value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9) }
    let decades = (first...last).filter { inside(Self.value(1, $0)) }

    var major = decades.map { (1, $0) }
    if decades.count > most {
      let every = (decades.count + most - 1) / most
      major = major.filter { $0.1 % every == 0 }
    }
    if decades.count < 3 {
      let steps = { (multiples: [Int]) in
        (first...last).flatMap { decade in multiples.map { ($0, decade) } }
          .filter { inside(Self.value($0.0, $0.1)) }
      }
      let all = steps(Array(1...9))
      // The last steps of a decade lie closest.
      let isCrowded = Self.closest(all) < leastGap * Self.logarithm(upper / lower)
      let finest = isCrowded ? steps([1, 2, 3, 5, 7]) : all
      for finer in [steps([1, 3]), steps([1, 2, 5]), finest] where major.count < 3 { major = finer }
    }
    if major.count < 2 {
      ticks = LinearTicks(from: lower, to: upper, atMost: 5).ticks
      minor = []
      return
    }
    let usesPowers = major.contains { !(-3...4).contains($0.1) }
    ticks = major.map { Self.tick($0.0, $0.1, asPower: usesPowers) }
    minor =
      decades.count > 6
      ? []
      : (first...last).flatMap { decade in (2...9).map { Self.value($0, decade) } }.filter(inside)
  }

  /// The decimal logarithm of a positive value, within 1e-15 of its size.
  package static func logarithm(_ value: Double) -> Double {
    lectern_log(value) / 2.302585092994046
  }

  private static func value(_ multiple: Int, _ exponent: Int) -> Double {
    Double("\(multiple)e\(exponent)") ?? 0
  }

  /// How far apart the closest steps are, in powers of ten.
  private static func closest(_ steps: [(Int, Int)]) -> Double {
    let places = steps.map { logarithm(value($0.0, $0.1)) }
    return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? .infinity
  }

  private static func tick(_ multiple: Int, _ exponent: Int, asPower: Bool) -> Tick {
    let value = value(multiple, exponent)
    guard asPower else { return Tick(value: value, label: NumberText.significant(value)) }
    let power = exponent < 0 ? "\u{2212}\(-exponent)" : "\(exponent)"
    return Tick(value: value, label: multiple == 1 ? "10" : "\(multiple)·10", power: power)
  }
}
