import CKernels
import Randomness

/// Two circles, one inside the other.
struct Circles: BuiltinSet {
  static let name = "circles"
  static let options: [BuiltinOption] = [.rows, .shares, .noise, .factor, .scale]

  let given: any BuiltinOptionValues
  let inputs = BuiltinInputs.numbers(2)
  let classes = numbered(2)
  var mistake: BuiltinMistake? { PlanarPoints.mistake(inRowsOf: self) }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .circles(
      rows: rows, noise: given.noise, factor: given.factor ?? 0.8, shares: given.classShares,
      drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Two circles around the origin: class 0 on the unit circle, class 1 on a smaller one.
  ///
  /// The rules and draws of scikit-learn's `make_circles`: the outer circle has rows / 2 points, rounded down; the order
  /// is shuffled; then normal noise of the standard deviation `noise` is added to each coordinate, if it is given.
  ///
  /// - Parameters:
  ///   - rows: at least 2.
  ///   - factor: the radius of the inner circle.
  ///   - shares: of the rows, those of the outer and of the inner circle, where they are not to be halves.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func circles(
    rows: Int, noise: Double? = nil, factor: Double = 0.8, shares: [Double]? = nil,
    drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 1, "both circles have points")
    var points = PlanarPoints()
    let sizes = PlanarPoints.sizes(rows, shares)
    for (label, count, radius) in [(0, sizes[0], 1), (1, sizes[1], factor)] {
      let step = 2 * Double.pi / Double(count)
      for index in 0..<count {
        let angle = Double(index) * step
        points.append(
          x: lectern_cos(angle) * radius, y: lectern_sin(angle) * radius, label: label)
      }
    }
    return try points.dataset(
      name: Circles.sourceName, noise: noise, drawing: &stream, isCancelled: isCancelled)
  }
}
