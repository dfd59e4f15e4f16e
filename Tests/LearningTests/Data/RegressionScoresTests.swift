import Learning
import Testing

@Suite("Scores of predicted numbers")
struct RegressionScoresTests {
  struct Case: Decodable {
    let rows: Int
    let truth, predicted: [Double]
    /// Null where scikit-learn has none.
    let r2: Double?
    let meanSquaredError, rootMeanSquaredError, meanAbsoluteError: Double
  }

  @Test func areThoseOfScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("regressionscores") {
      let columns = frozen.truth.count / frozen.rows
      let scores = RegressionScores(
        truth: Matrix(rows: frozen.rows, columns: columns, elements: frozen.truth),
        predicted: Matrix(rows: frozen.rows, columns: columns, elements: frozen.predicted))
      if let r2 = frozen.r2 {
        #expect(abs(scores.r2 - r2) <= 1e-12 * max(1, abs(r2)))
      } else {
        #expect(scores.r2.isNaN)
      }
      for (ours, theirs) in [
        (scores.meanSquaredError, frozen.meanSquaredError),
        (scores.rootMeanSquaredError, frozen.rootMeanSquaredError),
        (scores.meanAbsoluteError, frozen.meanAbsoluteError),
      ] {
        #expect(abs(ours - theirs) <= 1e-12 * theirs)
      }
    }
  }

  /// The mean of ten times 0.1 is rounded to another number.
  @Test func ofATruthThatNeverChangesAreOneOrZero() {
    let truth = Matrix<Double>(rows: 10, columns: 1, repeating: 0.1)
    let other = Matrix<Double>(rows: 10, columns: 1, repeating: 0.3)
    #expect(RegressionScores(truth: truth, predicted: truth).r2 == 1)
    #expect(RegressionScores(truth: truth, predicted: other).r2 == 0)
  }

  @Test func ofAlwaysGivingTheMeanAreThoseOfTheBaseline() throws {
    let targets = TargetColumns(
      names: ["a", "b"],
      values: Matrix(rows: 4, columns: 2, elements: [1, 0, 3, 0, 5, 6, 7, 2]))
    // The means of rows 0 and 1 are 2 and 0; rows 2 and 3 are off by 3, 5 and by 6, 2.
    #expect(targets.errorOfMean(of: [0, 1], on: [2, 3]) == (17.0 + 20) / 2)
    #expect(targets.errorOfMean(of: [0, 1], on: []) == nil)
    // From 0 to 1, the first target is halved, and the second, which is one number in rows 0 and 1, is as it was.
    let scaling = try Scaling(.minmax, of: targets.values, rows: [0, 1])
    // The mean of 17 / 4 and 20.
    let error = targets.errorOfMean(of: [0, 1], on: [2, 3], scaledBy: scaling)
    #expect(error == 12.125)
  }
}
