import Learning
import Testing

@Suite("Curves of two-class decisions")
struct CurvesTests {
  /// A number, or the word for one that JSON does not have.
  struct Number: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = number
      } else {
        value = try container.decode(String.self) == "inf" ? .infinity : .nan
      }
    }
  }

  struct Case: Decodable {
    let truth: [Bool]
    let scores: [Double]
    let falsePositiveRate, truePositiveRate, rocThresholds: [Number]
    let auc: Number
    let precision, recall, thresholds: [Number]
    let averagePrecision: Double
    let fractionOfPositives, meanPrediction: [Number]
    let brier: Double
    let counts: [[Int]]
    let precisions, recalls, f1s: [Double]
  }

  private func expectSame(
    _ found: [Double], _ frozen: [Number], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == frozen.count, sourceLocation: location)
    #expect(
      zip(found, frozen).allSatisfy { $0 == $1.value || ($0.isNaN && $1.value.isNaN) },
      sourceLocation: location)
  }

  @Test func areThoseOfScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("curves") {
      let scores = try #require(BinaryScores(scores: frozen.scores, isPositive: frozen.truth))
      let roc = ROCCurve(of: scores)
      expectSame(roc.falsePositiveRate, frozen.falsePositiveRate)
      expectSame(roc.truePositiveRate, frozen.truePositiveRate)
      expectSame(roc.thresholds, frozen.rocThresholds)
      #expect(
        abs(roc.area - frozen.auc.value) < 1e-14 || (roc.area.isNaN && frozen.auc.value.isNaN))

      let curve = PrecisionRecallCurve(of: scores)
      expectSame(curve.precision, frozen.precision)
      expectSame(curve.recall, frozen.recall)
      expectSame(curve.thresholds, frozen.thresholds)
      #expect(abs(curve.averagePrecision - frozen.averagePrecision) < 1e-14)

      let calibration = CalibrationCurve(of: scores)
      expectSame(calibration.meanPrediction, frozen.meanPrediction)
      expectSame(calibration.fractionOfPositives, frozen.fractionOfPositives)
      #expect(calibration.counts.reduce(0, +) == scores.count)
      #expect(abs(scores.brierScore - frozen.brier) < 1e-14)
    }
  }

  @Test func thresholdsDecideAsInScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("curves") {
      let scores = try #require(BinaryScores(scores: frozen.scores, isPositive: frozen.truth))
      let table = ThresholdTable(of: scores, classes: ["no", "yes"])
      #expect(table.matrices.map { $0.counts.flatMap(\.self) } == frozen.counts)
      #expect(table.precision == frozen.precisions)
      #expect(table.recall == frozen.recalls)
      #expect(table.f1 == frozen.f1s)
    }
  }

  @Test func scoresThatAreNotFiniteHaveNoOrder() {
    #expect(BinaryScores(scores: [0.1, .nan], isPositive: [true, false]) == nil)
    #expect(BinaryScores(scores: [.infinity], isPositive: [true]) == nil)
  }

  @Test func equalScoresAreOnePointAndCountHalf() throws {
    let scores = try #require(
      BinaryScores(scores: [0.5, 0.5, 0.5], isPositive: [true, false, false]))
    let roc = ROCCurve(of: scores)
    #expect(roc.thresholds == [.infinity, 0.5])
    #expect(roc.truePositiveRate == [0, 1])
    #expect(roc.area == 0.5)
    #expect(scores.prevalence == 1.0 / 3)
  }
}
