/// Between which numbers those of a column lie, and their sum.
struct Extent {
  private(set) var least: Double
  private(set) var greatest: Double
  private var sum = 0.0

  /// The extent of a column whose first number is known, before any is added.
  init(first: Double) {
    (least, greatest) = (first, first)
  }

  /// The extent of numbers, at least one, which are added one after the other.
  init(of numbers: [Double]) {
    self.init(first: numbers[0])
    for number in numbers { add(number) }
  }

  mutating func add(_ number: Double) {
    if number < least { least = number }
    if number > greatest { greatest = number }
    sum += number
  }

  /// The mean of so many numbers. Rounding must not take that of equal ones away from them, or they would seem spread.
  func mean(of count: Double) -> Double { min(max(sum / count, least), greatest) }
}
