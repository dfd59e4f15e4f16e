import CKernels
import Randomness

/// A target that depends on five numbers, among others that say nothing.
struct Friedman: BuiltinSet {
  static let name = "friedman"
  static let options: [BuiltinOption] = [.rows, .columns, .noise, .scale, .scaleTarget]
  static let hasTarget = true
  private static let leastColumns = 5

  let given: any BuiltinOptionValues
  var inputs: BuiltinInputs { .numbers(given.columns ?? 10) }

  var mistake: BuiltinMistake? {
    guard inputs.count < Self.leastColumns else { return nil }
    return BuiltinMistake(
      message: "\(Self.name) needs at least \(Self.leastColumns) columns", option: .columns)
  }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .friedman(
      rows: rows, columns: inputs.count, noise: given.noise ?? 1, drawing: &stream,
      isCancelled: isCancelled)
  }
}

extension Dataset {
  /// A target that depends on five numbers, among others that say nothing: `x = random_sample((rows, columns))`, then
  /// `y = 10 * sin(pi * x1 * x2) + 20 * (x3 - 0.5) ** 2 + 10 * x4 + 5 * x5 + noise * randn(rows)`.
  ///
  /// The rule and draws of scikit-learn's `make_friedman1`; source: J. H. Friedman, "Multivariate Adaptive Regression
  /// Splines", The Annals of Statistics 19 (1991).
  ///
  /// - Parameters:
  ///   - rows: at least 1.
  ///   - columns: at least 5.
  ///   - noise: the standard deviation of the noise on y.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func friedman(
    rows: Int, columns: Int = 10, noise: Double = 1, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0 && columns >= 5, "five columns count")
    let numbers = try [Double](count: rows * columns, isCancelled: isCancelled) { _ in
      stream.uniform()
    }
    let inputs = Matrix(rows: rows, columns: columns, elements: numbers)
    let values = try [Double](count: rows, isCancelled: isCancelled) { row in
      let wave = 10 * lectern_sin(.pi * inputs[row, 0] * inputs[row, 1])
      let bend = (inputs[row, 2] - 0.5) * (inputs[row, 2] - 0.5)
      let level = wave + 20 * bend + 10 * inputs[row, 3] + 5 * inputs[row, 4]
      return level + noise * stream.normal()
    }
    return Dataset(
      numbers: inputs,
      answers: .targets(
        TargetColumns(names: ["y"], values: Matrix(rows: rows, columns: 1, elements: values))),
      source: DataSource(name: Friedman.sourceName))
  }
}
