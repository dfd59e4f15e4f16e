/// One measurement of one contender.
package struct Sample: Sendable, Equatable {
  /// How long the work took.
  package var seconds: Double
  /// The largest resident set of the process.
  package var peakBytes: Int
  /// What the process said about its work, such as its last loss.
  package var facts: [String: Double]

  /// A measurement.
  package init(seconds: Double, peakBytes: Int, facts: [String: Double] = [:]) {
    self.seconds = seconds
    self.peakBytes = peakBytes
    self.facts = facts
  }
}

extension Sequence<Sample> {
  /// The median of a property over the samples; nil if there are none.
  package func median(_ property: (Sample) -> Double) -> Double? {
    let sorted = map(property).sorted()
    if sorted.isEmpty { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
