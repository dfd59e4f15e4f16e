import Commands
import Execution
import LessonTesting
import Testing

/// What scikit-learn's `UndefinedMetricWarning` tells: a score of 0 that has nothing to divide by says nothing.
@Suite("A score that is undefined")
struct UndefinedScoreTests {
  /// A network that has learnt next to nothing from its equal weights, and so takes every row for the commonest class, `a`.
  private static func lesson(labels: [String], split: String = "", on part: String) -> String {
    let features = labels.indices.map { "[\($0 % 3)]" }.joined(separator: ", ")
    return """
      ```{data points}
      features: [\(features)]
      labels: [\(labels.joined(separator: ", "))]
      ```
      \(split)
      ```{network net}
      layers: [1, auto]
      activations: [softmax]
      init: zeros
      data: points
      ```
      ```{train run}
      network: net
      data: \(split.isEmpty ? "points" : "parts")
      batch_size: 100
      learning_rate: 0.001
      epochs: 1
      ```
      ```{evaluate score}
      run: run
      on: \(part)
      ```
      ```{show}
      value: score
      ```

      """
  }

  private func notes(_ text: String) -> [String] {
    let executed = CheckedLesson(text, commands: blockCommands).run()
    #expect(executed.outcomes.allSatisfy { $0.status == .done })
    // Said where it is measured, and not again where it is shown.
    #expect(executed.outcomes.last?.outputs.notes == [])
    #expect(
      executed.outcome("score")?.outputs.notes.allSatisfy { $0.severity == .warning } == true)
    return executed.outcome("score")?.outputs.notes.map(\.message) ?? []
  }

  @Test func isThePrecisionOfAClassThatIsNeverPredicted() {
    #expect(
      notes(Self.lesson(labels: ["a", "a", "a", "b"], on: "train")) == [
        "No row of the train part is taken for 'b', whose precision is undefined and counts as 0."
      ])
  }

  @Test func isThatOfSeveralClasses() {
    let few = ["b", "c", "d", "e", "f", "g"]
    let common = Array(repeating: "a", count: 9)
    #expect(
      notes(Self.lesson(labels: common + few, on: "train")) == [
        "No row of the train part is taken for 'b', 'c', 'd', 'e', 'f' or 'g', whose precisions are"
          + " undefined and count as 0."
      ])
    #expect(
      notes(Self.lesson(labels: common + few + ["h", "i"], on: "train")) == [
        "No row of the train part is taken for 'b', 'c', 'd', 'e', 'f', 'g' or 2 more, whose"
          + " precisions are undefined and count as 0."
      ])
  }

  @Test func isTheRecallOfAClassThatIsNotThere() {
    let split = "```{split parts}\ndata: points\ntest: 0.25\nseed: 1\n```"
    let labels = Array(repeating: "a", count: 10) + ["b", "b"]
    let text = Self.lesson(labels: labels, split: split, on: "test")
    #expect(
      notes(text) == [
        "No row of the test part is taken for 'b', whose precision is undefined and counts as 0.",
        "No row of the test part is 'b', whose recall is undefined and counts as 0.",
      ])
  }

  @Test func isNoneWhereAllClassesAreThereAndPredicted() {
    let text = lessonLearntByHeart + "```{evaluate score}\nrun: run\n```\n"
    let executed = CheckedLesson(text, commands: blockCommands).run()
    #expect(executed.outcome("score")?.outputs.notes == [])
  }
}
