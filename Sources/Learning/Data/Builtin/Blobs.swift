import Randomness

/// Round clouds of points, one for each class.
struct Blobs: BuiltinSet {
  static let name = "blobs"
  static let options: [BuiltinOption] = [.rows, .columns, .classes, .shares, .noise, .scale]
  static let fillsAllClasses = true

  let given: any BuiltinOptionValues
  var inputs: BuiltinInputs { .numbers(given.columns ?? 2) }
  var classes: [String] { Self.numbered(given.classes ?? given.classShares?.count ?? 3) }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .blobs(
      rows: rows, columns: inputs.count, classes: classes.count, noise: given.noise ?? 1,
      shares: given.classShares, drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Round clouds of points, one for each class, around centres that are uniform in [-10, 10) in every coordinate.
  ///
  /// The rules and draws of scikit-learn's `make_blobs`: the centres first, then the points cloud by cloud, then the
  /// shuffle; the first clouds have one point more if the rows do not divide evenly.
  ///
  /// - Parameters:
  ///   - rows, columns, classes: each at least 1.
  ///   - noise: the standard deviation of a cloud.
  ///   - shares: of the rows, those of each cloud, where they are not to be equal.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func blobs(
    rows: Int, columns: Int = 2, classes: Int = 3, noise: Double = 1, shares: [Double]? = nil,
    drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0 && columns > 0 && classes > 0, "a data set is not empty")
    let centres = (0..<classes).map { _ in (0..<columns).map { _ in stream.uniform(-10, 10) } }
    var points: [(coordinates: [Double], label: Int)] = []
    let sizes =
      shares.map { ClassSizes.apportion(rows, by: $0) } ?? ClassSizes.equal(rows, classes: classes)
    var pace = CancellationPace()
    for label in 0..<classes {
      for _ in 0..<sizes[label] {
        try pace.spend(columns, isCancelled: isCancelled)
        let coordinates = centres[label].map { stream.normal(mean: $0, standardDeviation: noise) }
        points.append((coordinates, label))
      }
    }
    stream.shuffle(&points)
    return Dataset(
      numbers: Matrix(rows: rows, columns: columns, elements: points.flatMap(\.coordinates)),
      labels: Labels(classes: (0..<classes).map(String.init), indices: points.map(\.label)),
      source: DataSource(name: Blobs.sourceName))
  }
}
