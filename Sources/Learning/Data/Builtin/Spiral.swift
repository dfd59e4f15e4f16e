import CKernels
import Randomness

/// One arm of a spiral for each class.
struct Spiral: BuiltinSet {
  static let name = "spiral"
  static let options: [BuiltinOption] = [.rows, .classes, .shares, .noise, .scale]
  static let fillsAllClasses = true

  let given: any BuiltinOptionValues
  let inputs = BuiltinInputs.numbers(2)
  var classes: [String] { Self.numbered(given.classes ?? given.classShares?.count ?? 3) }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .spiral(
      rows: rows, classes: classes.count, noise: given.noise ?? 0.2, shares: given.classShares,
      drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// One arm of a spiral for each class, from the origin to the unit circle.
  ///
  /// The rule of Stanford's course CS231n ("Putting it together: minimal neural network case study"): along the arm of
  /// class j the radius goes from 0 to 1 and the angle from 4 j to 4 (j + 1), with normal noise on the angle. The rows
  /// are class by class; the first classes have one more if they do not divide evenly.
  ///
  /// - Parameters:
  ///   - rows, classes: each at least 1.
  ///   - noise: the standard deviation of the angle in radians.
  ///   - shares: of the rows, those of each arm, where they are not to be equal.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func spiral(
    rows: Int, classes: Int = 3, noise: Double = 0.2, shares: [Double]? = nil,
    drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0 && classes > 0, "a data set is not empty")
    var elements: [Double] = []
    var indices: [Int] = []
    let sizes =
      shares.map { ClassSizes.apportion(rows, by: $0) } ?? ClassSizes.equal(rows, classes: classes)
    var pace = CancellationPace()
    for (label, count) in sizes.enumerated() {
      for index in 0..<count {
        try pace.spend(1, isCancelled: isCancelled)
        let radius = count > 1 ? Double(index) / Double(count - 1) : 0
        let angle = 4 * (Double(label) + radius) + noise * stream.normal()
        elements += [radius * lectern_sin(angle), radius * lectern_cos(angle)]
        indices.append(label)
      }
    }
    return Dataset(
      numbers: Matrix(rows: rows, columns: 2, elements: elements),
      labels: Labels(classes: (0..<classes).map(String.init), indices: indices),
      source: DataSource(name: Spiral.sourceName))
  }
}
