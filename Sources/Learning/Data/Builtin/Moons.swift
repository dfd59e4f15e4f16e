import CKernels
import Randomness

/// Two half circles that reach into each other.
struct Moons: BuiltinSet {
  static let name = "moons"
  static let options: [BuiltinOption] = [.rows, .shares, .noise, .scale]

  let given: any BuiltinOptionValues
  let inputs = BuiltinInputs.numbers(2)
  let classes = numbered(2)
  var mistake: BuiltinMistake? { PlanarPoints.mistake(inRowsOf: self) }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .moons(
      rows: rows, noise: given.noise, shares: given.classShares, drawing: &stream,
      isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Two half circles that reach into each other: class 0 the upper one, class 1 the lower one.
  ///
  /// The rules and draws of scikit-learn's `make_moons`: the upper half has rows / 2 points, rounded down; the order is
  /// shuffled; then normal noise of the standard deviation `noise` is added to each coordinate, if it is given.
  ///
  /// - Parameters:
  ///   - rows: at least 2.
  ///   - shares: of the rows, those of the upper and of the lower half circle, where they are not to be halves.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func moons(
    rows: Int, noise: Double? = nil, shares: [Double]? = nil, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 1, "both moons have points")
    var points = PlanarPoints()
    let sizes = PlanarPoints.sizes(rows, shares)
    for angle in halfCircle(sizes[0]) {
      points.append(x: lectern_cos(angle), y: lectern_sin(angle), label: 0)
    }
    for angle in halfCircle(sizes[1]) {
      points.append(x: 1 - lectern_cos(angle), y: 1 - lectern_sin(angle) - 0.5, label: 1)
    }
    return try points.dataset(
      name: Moons.sourceName, noise: noise, drawing: &stream, isCancelled: isCancelled)
  }

  /// Angles from 0 to pi at equal distances, both ends included.
  private static func halfCircle(_ count: Int) -> [Double] {
    guard count > 1 else { return [0] }
    let step = Double.pi / Double(count - 1)
    return (0..<count - 1).map { Double($0) * step } + [.pi]
  }
}
