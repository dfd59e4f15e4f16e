import Randomness

/// Points of the plane in two classes, on their way to a data set.
struct PlanarPoints {
  private var points: [(x: Double, y: Double, label: Int)] = []

  /// How many points each of two classes has, by default one half each, the first rounded down.
  static func sizes(_ rows: Int, _ shares: [Double]?) -> [Int] {
    shares.map { ClassSizes.apportion(rows, by: $0) } ?? [rows / 2, rows - rows / 2]
  }

  /// Both classes need a point.
  static func mistake(inRowsOf set: some BuiltinSet) -> BuiltinMistake? {
    guard set.rows < 2 else { return nil }
    return BuiltinMistake(message: "\(type(of: set).name) needs at least 2 rows", option: .rows)
  }

  mutating func append(x: Double, y: Double, label: Int) {
    points.append((x, y, label))
  }

  /// The points in random order, each coordinate with normal noise if there is any: the draws of scikit-learn's
  /// generators of toy data, which shuffle first.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  func dataset(
    name: String, noise: Double?, drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws(CancellationError) -> Dataset {
    var pace = CancellationPace()
    try pace.spend(points.count, isCancelled: isCancelled)
    let shuffled = stream.permutation(of: points)
    var elements = shuffled.flatMap { [$0.x, $0.y] }
    if let noise {
      for index in elements.indices {
        try pace.spend(1, isCancelled: isCancelled)
        elements[index] += stream.normal(mean: 0, standardDeviation: noise)
      }
    }
    return Dataset(
      numbers: Matrix(rows: points.count, columns: 2, elements: elements),
      labels: Labels(classes: ["0", "1"], indices: shuffled.map(\.label)),
      source: DataSource(name: name))
  }
}
