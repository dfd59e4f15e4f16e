import Randomness

/// Points around a straight line.
struct Line: BuiltinSet {
  static let name = "line"
  static let options: [BuiltinOption] = [.rows, .noise, .scale, .scaleTarget]
  static let hasTarget = true

  let given: any BuiltinOptionValues
  let inputs = BuiltinInputs.numbers(1)

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .line(
      rows: rows, noise: given.noise ?? 0.1, drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Points around a straight line, to predict `y` from `x1`: `x = uniform(-1, 1, rows)`, then
  /// `y = 2 * x + 1 + noise * randn(rows)`, with NumPy's draws.
  ///
  /// - Parameters:
  ///   - rows: at least 1.
  ///   - noise: the standard deviation of the noise on y.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func line(
    rows: Int, noise: Double = 0.1, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    try curve(
      name: Line.sourceName, over: 1, rows: rows, noise: noise, drawing: &stream,
      isCancelled: isCancelled
    ) { 2 * $0 + 1 }
  }

  /// Points around a function of one number that is uniform in [-bound, bound): all inputs are drawn first, then the
  /// noise on all values.
  static func curve(
    name: String, over bound: Double, rows: Int, noise: Double, drawing stream: inout RandomState,
    isCancelled: () -> Bool, _ function: (Double) -> Double
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0, "a data set is not empty")
    let inputs = try [Double](count: rows, isCancelled: isCancelled) { _ in
      stream.uniform(-bound, bound)
    }
    let values = try [Double](count: rows, isCancelled: isCancelled) { row in
      function(inputs[row]) + noise * stream.normal()
    }
    return Dataset(
      numbers: Matrix(rows: rows, columns: 1, elements: inputs),
      answers: .targets(
        TargetColumns(names: ["y"], values: Matrix(rows: rows, columns: 1, elements: values))),
      source: DataSource(name: name))
  }
}
