/// A marked value of an axis.
package struct Tick: Sendable, Equatable {
  package var value: Double
  /// The text beside the mark, such as "0.05"; "10" for a power of ten.
  package var label: String
  /// The power that a power of ten is raised to.
  package var power: String?

  init(value: Double, label: String, power: String? = nil) {
    self.value = value
    self.label = label
    self.power = power
  }
}
