/// How columns of numbers are brought to a common scale.
public enum ScalingRule: String, Sendable, CaseIterable, Codable {
  /// A mean of 0 and a standard deviation of 1.
  case standard
  /// From 0 to 1.
  case minmax
}

/// For each column the steps to a common scale, learnt from some rows and applied to any.
///
/// The rules of scikit-learn's `StandardScaler` and `MinMaxScaler`: a column of one number is only shifted, so that it is 0.
/// The zeros and ones of categories stay, as in its `ColumnTransformer` with a `OneHotEncoder` for them. Applied to targets and
/// undone on what is predicted, they make its `TransformedTargetRegressor`.
public struct Scaling: Sendable, Equatable {
  private var offsets: [Double]
  /// Of each column, what is one on the common scale.
  private(set) var divisors: [Double]

  /// Learns from some rows of a data set; nil without rows, and where its numbers are taken as they are. Its columns of
  /// zeros and ones, one for each category, have a common scale already and keep it.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  public init?(
    of dataset: Dataset, rows: [Int], isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    guard let rule = dataset.scaling, case .numbers(let matrix, _) = dataset.inputs, !rows.isEmpty
    else { return nil }
    try self.init(rule, of: matrix, rows: rows, isCancelled: isCancelled)
    for coded in dataset.codedColumns {
      for column in coded.inputs { (offsets[column], divisors[column]) = (0, 1) }
    }
  }

  /// Learns from some rows of targets; nil without rows, and where their numbers are learnt as they are.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  public init?(
    of targets: TargetColumns, rows: [Int], isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    guard let rule = targets.scaling, !rows.isEmpty else { return nil }
    try self.init(rule, of: targets.values, rows: rows, isCancelled: isCancelled)
  }

  /// Learns from some rows of a matrix, by default from all; there is at least one.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  public init(
    _ rule: ScalingRule, of matrix: Matrix<Double>, rows: [Int]? = nil,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    let rows = rows ?? Array(0..<matrix.rows)
    precondition(!rows.isEmpty, "there is something to learn from")
    let firsts = matrix.selecting([rows[0]]).elements.map { Extent(first: $0) }
    let extents = try matrix.reduceColumns(of: rows, into: firsts, isCancelled: isCancelled) {
      $0.add($1)
    }
    let spreads: [Double]
    switch rule {
    case .standard:
      let count = Double(rows.count)
      let none = extents.map { Distances(from: $0.mean(of: count)) }
      let distances = try matrix.reduceColumns(of: rows, into: none, isCancelled: isCancelled) {
        $0.add($1)
      }
      offsets = distances.map(\.mean)
      spreads = distances.map { ($0.squares / count).squareRoot() }
    case .minmax:
      offsets = extents.map(\.least)
      spreads = extents.map { $0.greatest - $0.least }
    }
    divisors = spreads.map { $0 == 0 ? 1 : $0 }
  }

  /// The rows of a matrix with as many columns on the common scale.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  public func applied(
    to matrix: Matrix<Double>, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Matrix<Double> {
    var pace = CancellationPace()
    return try map(matrix) { () throws(CancellationError) in
      try pace.spend(matrix.columns, isCancelled: isCancelled)
    } each: {
      ($0 - offsets[$1]) / divisors[$1]
    }
  }

  /// The rows of a matrix on the common scale as they were before, in the units that were learnt from.
  public func undone(on matrix: Matrix<Double>) -> Matrix<Double> {
    map(matrix, beforeRow: {}, each: { $0 * divisors[$1] + offsets[$1] })
  }

  /// What becomes of each number, told with its column.
  private func map<Failure: Error>(
    _ matrix: Matrix<Double>, beforeRow: () throws(Failure) -> Void,
    each transform: (Double, Int) -> Double
  ) throws(Failure) -> Matrix<Double> {
    precondition(matrix.columns == offsets.count, "the columns are those that were learnt from")
    var result = matrix
    for row in 0..<matrix.rows {
      try beforeRow()
      for column in offsets.indices {
        let index = row * matrix.columns + column
        result.elements[index] = transform(matrix.elements[index], column)
      }
    }
    return result
  }
}

/// The sum of the squared distances of a column's numbers from their mean.
private struct Distances {
  let mean: Double
  private(set) var squares = 0.0

  init(from mean: Double) {
    self.mean = mean
  }

  mutating func add(_ number: Double) { squares += (number - mean) * (number - mean) }
}

extension Matrix<Double> {
  /// What the numbers of each column come to, added one after the other. It goes row by row, as they lie in memory.
  fileprivate func reduceColumns<Result>(
    of rows: [Int], into results: [Result], isCancelled: () -> Bool,
    _ add: (inout Result, Double) -> Void
  ) throws(CancellationError) -> [Result] {
    var results = results
    var pace = CancellationPace()
    for row in rows {
      try pace.spend(columns, isCancelled: isCancelled)
      for column in results.indices { add(&results[column], self[row, column]) }
    }
    return results
  }
}
