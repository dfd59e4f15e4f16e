import Learning
import Randomness
import Testing

@Suite("A split")
struct SplitTests {
  struct Case: Decodable {
    let labels: [String]
    let testShare, validationShare: Double
    let stratify, streamed: Bool
    let seed: UInt32
    let train, validation, test: [Int]
    let next: Int
  }

  @Test func hasTheRowsOfTwoCallsOfScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("splits") {
      var stream = RandomState(seed: frozen.seed)
      let split = try Split(
        of: dataset(frozen.labels), testShare: frozen.testShare,
        validationShare: frozen.validationShare, stratify: frozen.stratify,
        seed: frozen.streamed ? nil : frozen.seed, drawing: &stream)
      #expect(split.trainRows == frozen.train)
      #expect(split.validationRows == frozen.validation)
      #expect(split.testRows == frozen.test)
      #expect(stream.integer(below: 1 << 31) == frozen.next, "both took the same number of draws")
    }
  }

  @Test func withoutPartsKeepsTheOrderAndDrawsNothing() throws {
    var stream = RandomState(seed: 1)
    let split = try Split(
      of: dataset(["a", "b", "a"]), testShare: 0, validationShare: 0, stratify: true,
      drawing: &stream)
    #expect(split.rows(of: .train) == [0, 1, 2])
    #expect(split.truth(of: .train).labels == [0, 1, 0])
    #expect(split.rows(of: .test).isEmpty)
    #expect(stream == RandomState(seed: 1))
  }

  @Test func ofNumbersToPredictHasNoClassesToStratifyBy() throws {
    var stream = RandomState(seed: 1)
    let dataset = try Dataset(features: [[1], [2], [3], [4]], targets: [[1], [2], [3], [4]])
    #expect(throws: SplitError.noClasses) {
      try Split(
        of: dataset, testShare: 0.5, validationShare: 0, stratify: true, drawing: &stream)
    }
    let split = try Split(
      of: dataset, testShare: 0.5, validationShare: 0, stratify: false, drawing: &stream)
    #expect(split.truth(of: .test).values?.elements == split.testRows.map { Double($0 + 1) })
  }

  struct Impossible: Sendable {
    let labels: [String]
    let test, validation: Double
    let stratify: Bool
    let error: SplitError
    let message: String
  }

  @Test(
    "says why it cannot be made",
    arguments: [
      Impossible(
        labels: ["a"], test: 0.5, validation: 0, stratify: false,
        error: .nothingLeft(cutting: .test, rows: 1),
        message: "cutting 'test' off one row leaves nothing to train on"),
      Impossible(
        labels: ["a", "a", "b"], test: 0.3, validation: 0, stratify: true,
        error: .classTooSmall(name: "b", rows: 1, cutting: .test),
        message: "class 'b' has only one row when 'test' is cut off; "
          + "a stratified cut needs at least 2 of each class"),
      Impossible(
        labels: ["a", "a", "b", "b"], test: 0.25, validation: 0, stratify: true,
        error: .partTooSmall(.test, rows: 1, classes: 2),
        message: "'test' would have one row for 2 classes; "
          + "a stratified part needs at least one row of each class"),
      Impossible(
        labels: ["a", "a", "b", "b"], test: 0, validation: 0.75, stratify: true,
        error: .partTooSmall(.train, rows: 1, classes: 2),
        message: "'train' would have one row for 2 classes; "
          + "a stratified part needs at least one row of each class"),
      Impossible(
        labels: ["a", "b"], test: 1, validation: 0, stratify: false,
        error: .invalidShare(.test, 1),
        message: "the share of 'test' is 1.0; it must be at least 0 and below 1"),
    ])
  func fails(_ impossible: Impossible) throws {
    var stream = RandomState(seed: 0)
    let dataset = try dataset(impossible.labels)
    #expect(throws: impossible.error) {
      try Split(
        of: dataset, testShare: impossible.test, validationShare: impossible.validation,
        stratify: impossible.stratify, drawing: &stream)
    }
    #expect(impossible.error.description == impossible.message)
    let problem = Split.problem(
      cutting: impossible.labels.count, strata: impossible.stratify ? dataset.labels : nil,
      testShare: impossible.test, validationShare: impossible.validation)
    #expect(problem == impossible.error)
  }

  @Test func isFoundImpossibleWithoutCutting() {
    let started = ContinuousClock.now
    #expect(
      Split.problem(cutting: 1 << 40, strata: nil, testShare: 0.5, validationShare: 0.1) == nil)
    #expect(
      Split.problem(cutting: 1 << 40, strata: nil, testShare: 0.5, validationShare: 1)
        == .invalidShare(.validation, 1))
    #expect(ContinuousClock.now - started < .seconds(1))
  }

  @Test("ends when it is cancelled", arguments: [true, false])
  func cancellation(stratify: Bool) throws {
    let dataset = try dataset((0..<200_000).map { $0 % 2 == 0 ? "a" : "b" })
    for question in 1...3 {
      var stream = RandomState(seed: 1)
      var questions = 0
      #expect(throws: CancellationError.self) {
        try Split(
          of: dataset, testShare: 0.5, validationShare: 0, stratify: stratify, drawing: &stream
        ) {
          questions += 1
          return questions == question
        }
      }
      #expect(questions == question)
    }
  }

  private func dataset(_ labels: [String]) throws -> Dataset {
    try Dataset(features: labels.map { _ in [0] }, labels: labels)
  }
}
