/// How far predicted numbers are from the true ones, with the definitions of scikit-learn: of several targets, each score
/// is the mean of those of the targets.
public struct RegressionScores: Sendable, Equatable, Codable {
  /// The coefficient of determination R² (`r2_score`): 1 for predictions that are all right, 0 for always giving the mean
  /// of the truth, below 0 for worse. A truth that never changes has 1 if it is met exactly, else 0; a single row has
  /// none, which is not a number.
  public let r2: Double
  /// The mean of the squared errors.
  public let meanSquaredError: Double
  /// The root of the mean of the squared errors, in the unit of the targets.
  public let rootMeanSquaredError: Double
  /// The mean of the errors without their signs, in the unit of the targets.
  public let meanAbsoluteError: Double

  /// The scores of predictions, rows x targets like the truth, of which there is at least one row.
  public init(truth: Matrix<Double>, predicted: Matrix<Double>) {
    precondition(truth.rows == predicted.rows && truth.columns == predicted.columns)
    precondition(truth.rows > 0 && truth.columns > 0, "there is something to compare")
    let scores = (0..<truth.columns).map { column in
      TargetScores(truth: truth.column(column), predicted: predicted.column(column))
    }
    func mean(_ score: (TargetScores) -> Double) -> Double {
      scores.reduce(0) { $0 + score($1) } / Double(scores.count)
    }
    r2 = mean(\.r2)
    meanSquaredError = mean(\.meanSquaredError)
    rootMeanSquaredError = mean { $0.meanSquaredError.squareRoot() }
    meanAbsoluteError = mean(\.meanAbsoluteError)
  }
}

/// The scores of one target.
private struct TargetScores {
  let r2: Double
  let meanSquaredError: Double
  let meanAbsoluteError: Double

  init(truth: [Double], predicted: [Double]) {
    let count = Double(truth.count)
    let mean = truth.reduce(0, +) / count
    let errors = zip(truth, predicted).map { $0 - $1 }
    let residual = errors.reduce(0) { $0 + $1 * $1 }
    let total = truth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // The mean of equal numbers may be rounded, and their distances from it are not 0 then.
    let isConstant = total == 0 || truth.allSatisfy { $0 == truth[0] }
    meanSquaredError = residual / count
    meanAbsoluteError = errors.reduce(0) { $0 + abs($1) } / count
    if truth.count < 2 {
      r2 = .nan
    } else if isConstant || residual == 0 {
      r2 = residual == 0 ? 1 : 0
    } else {
      r2 = 1 - residual / total
    }
  }
}
