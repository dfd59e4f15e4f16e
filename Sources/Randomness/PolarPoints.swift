import CKernels

/// Random points within the unit circle, each of which makes a pair of normal numbers.
///
/// Source: Marsaglia and Bray, "A Convenient Method for Generating Normal Variables", SIAM Review 6 (1964).
struct PolarPoints {
  /// How many points there is room for.
  static let capacity = 256

  private var first = [Double](repeating: 0, count: capacity)
  private var second = [Double](repeating: 0, count: capacity)
  private var squaredRadius = [Double](repeating: 0, count: capacity)

  /// Draws points of the square around the circle, until so many lie within it.
  mutating func draw(_ count: Int, from stream: inout RandomState) {
    precondition(count <= Self.capacity, "there is room for the points")
    var drawn = 0
    while drawn < count {
      let x = 2 * stream.uniform() - 1
      let y = 2 * stream.uniform() - 1
      let radius = x * x + y * y
      // A point is outside as a coin falls, which no CPU can guess: so it is written all the same, and then written over.
      first[drawn] = x
      second[drawn] = y
      squaredRadius[drawn] = radius
      drawn += (radius < 1 ? 1 : 0) & (radius != 0 ? 1 : 0)
    }
  }

  /// Appends the two normal numbers of each of the first points, in the order in which `RandomState.normal()` gives them.
  mutating func appendNormals(ofFirst count: Int, to numbers: inout [Double]) {
    lectern_polar_factors(&squaredRadius, count)
    for index in 0..<count {
      numbers.append(squaredRadius[index] * second[index])
      numbers.append(squaredRadius[index] * first[index])
    }
  }
}
