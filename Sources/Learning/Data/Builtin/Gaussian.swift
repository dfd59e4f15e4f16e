import Randomness

/// Noise without a pattern.
struct Gaussian: BuiltinSet {
  static let name = "gaussian"
  static let options: [BuiltinOption] = [.rows, .columns, .classes, .scale]

  let given: any BuiltinOptionValues
  var inputs: BuiltinInputs { .numbers(given.columns ?? 2) }
  var classes: [String] { Self.numbered(given.classes ?? 2) }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .gaussian(
      rows: rows, columns: inputs.count, classes: classes.count, drawing: &stream,
      isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Noise without a pattern: rows x columns standard normal numbers, then a uniformly random class for each row.
  ///
  /// The draws are those of NumPy's `randn(rows, columns)` and `randint(0, classes, rows)`; the labels are the numbers
  /// from 0. All three counts are at least 1.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func gaussian(
    rows: Int, columns: Int, classes: Int, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0 && columns > 0 && classes > 0, "a data set is not empty")
    let elements = try [Double](count: rows * columns, isCancelled: isCancelled) { _ in
      stream.normal()
    }
    let indices = try [Int](count: rows, isCancelled: isCancelled) { _ in
      stream.integer(below: classes)
    }
    return Dataset(
      numbers: Matrix(rows: rows, columns: columns, elements: elements),
      labels: Labels(classes: (0..<classes).map(String.init), indices: indices),
      source: DataSource(name: Gaussian.sourceName))
  }
}
