import Learning
import Testing

@Suite("Scores")
struct MetricsTests {
  struct Case: Decodable {
    let classes: [String]
    let truth, predicted: [Int]
    let counts: [[Int]]
    let accuracy: Double
    let precision, recall, f1: [Double]
    let report: String
  }

  @Test func areThoseOfScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("reports") {
      let matrix = ConfusionMatrix(
        classes: frozen.classes, truth: frozen.truth, predicted: frozen.predicted)
      #expect(matrix.counts == frozen.counts)
      #expect(matrix.accuracy == frozen.accuracy)
      #expect(matrix.precision == frozen.precision)
      #expect(matrix.recall == frozen.recall)
      #expect(matrix.f1 == frozen.f1)
      #expect(ClassificationReport(of: matrix).text == frozen.report)
    }
  }

  @Test func rowSharesAddUpToOneWhereThereAreRows() {
    let matrix = ConfusionMatrix(
      classes: ["a", "b", "c"], truth: [0, 0, 0, 0, 1], predicted: [0, 0, 0, 2, 1])
    #expect(matrix.rowShares == [[0.75, 0, 0.25], [0, 1, 0], [0, 0, 0]])
    #expect(matrix.support == [4, 1, 0])
  }

  @Test func theReportRoundsTheExactBinaryValue() {
    // 1/8 is a tie and goes to the even 0.12; 0.285 as a double is below the tie.
    let eighth = ConfusionMatrix(
      classes: ["a", "b"], truth: [0, 0, 0, 0, 0, 0, 0, 0], predicted: [0, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      ClassificationReport(of: eighth).text.contains("accuracy                           0.12"))
    let truth = [Int](repeating: 0, count: 200)
    let predicted = (0..<200).map { $0 < 57 ? 0 : 1 }
    let report = ClassificationReport(
      of: ConfusionMatrix(classes: ["a", "b"], truth: truth, predicted: predicted))
    #expect(report.text.contains("accuracy                           0.28"))
  }
}
