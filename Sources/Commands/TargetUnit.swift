import Execution

/// The unit, a power of ten, in which the numbers of a target would spread by about 1.
struct TargetUnit {
  /// Standard deviations with which networks learn well enough.
  private static let usual = 0.01...100

  private let standardDeviation: Double
  private let unit: Double

  /// Nil where the numbers can stay as they are, and where all are equal.
  init?(standardDeviation: Double) {
    guard standardDeviation > 0, standardDeviation.isFinite,
      !Self.usual.contains(standardDeviation)
    else { return nil }
    self.standardDeviation = standardDeviation
    let half = 10.0.squareRoot()
    var unit = 1.0
    while unit * half < standardDeviation { unit *= 10 }
    while unit > standardDeviation * half { unit /= 10 }
    self.unit = unit
  }

  /// What to do about a target of this name, and why.
  func advice(onTarget name: String) -> String {
    "The numbers of target '\(name)' have a standard deviation of \(significantDigits(standardDeviation, 6))."
      + " Networks begin near 0 and learn numbers around 1 best, so write 'scale_target: standard', or these in units"
      + " of \(significantDigits(unit, 6))."
  }
}
