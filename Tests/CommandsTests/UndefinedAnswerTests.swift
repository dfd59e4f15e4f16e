import Commands
import Execution
import LessonTesting
import Testing

/// The network of a training that diverged says nothing, and something has to be shown all the same.
@Suite("An answer that is undefined")
struct UndefinedAnswerTests {
  private static func lesson(rate: String) -> String {
    """
    ```{data points}
    source: builtin:moons
    rows: 40
    ```
    ```{network net}
    layers: [2, 8, 2]
    activations: [relu, softmax]
    ```
    ```{train run}
    network: net
    data: points
    learning_rate: \(rate)
    epochs: 4
    ```
    ```{evaluate score}
    run: run
    ```
    ```{predict answers}
    run: run
    features: [[0, 1], [1, 1], [2, 1]]
    ```

    """
  }

  @Test func isToldWhereItIsMeasuredAndGiven() throws {
    let executed = CheckedLesson(Self.lesson(rate: "1e300"), commands: blockCommands).run()
    let notes = ["score", "answers"].map { notesOnAnswers(of: $0, in: executed) }
    // A row that every unit leaves at 0 has an answer.
    #expect(
      notes[0].first?.wholeMatch(
        of:
          /The network's outputs are not finite for \d+ of 40 rows: it gives no answer there, and class '0' stands in its place\./
      ) != nil)
    #expect(
      notes[1] == [
        "The network's outputs are not finite for 3 of 3 rows: it gives no answer there, and class '0'"
          + " stands in its place."
      ])
  }

  /// No number is as large as a threshold if it is none, so the class that is not the positive one is counted.
  @Test(arguments: [("threshold: 0.2", "0"), ("threshold: 0.2\npositive_class: \"0\"", "1")])
  func namesTheClassThatIsCounted(_ options: String, _ counted: String) throws {
    let lesson = Self.lesson(rate: "1e300").replacing(
      "layers: [2, 8, 2]", with: "layers: [2, 8, 1]"
    )
    .replacing("softmax", with: "sigmoid")
    .replacing("{evaluate score}\n", with: "{evaluate score}\n\(options)\n")
    let executed = CheckedLesson(lesson, commands: blockCommands).run()
    let note = try #require(notesOnAnswers(of: "score", in: executed).first)
    #expect(note.hasPrefix("The network's outputs are not finite for "))
    #expect(note.hasSuffix("and class '\(counted)' stands in its place."))
  }

  @Test func isToldOfNumbers() {
    let executed = CheckedLesson(
      """
      ```{data points}
      features: [[1], [2], [3], [4]]
      targets: [1, 2, 3, 4]
      ```
      ```{network net}
      layers: [1, 8, 1]
      activations: [linear, linear]
      ```
      ```{train run}
      network: net
      data: points
      learning_rate: 1e300
      epochs: 4
      ```
      ```{evaluate score}
      run: run
      ```
      ```{predict answers}
      run: run
      features: [[1], [2], [3]]
      ```

      """, commands: blockCommands
    ).run()
    let notes = [("score", 4), ("answers", 3)].map { block, count in
      notesOnAnswers(of: block, in: executed) == [
        "The network's outputs are not finite for \(count) of \(count) rows: it predicts no number there."
      ]
    }
    #expect(notes == [true, true])
  }

  @Test func isNoneOfASoundNetwork() {
    let executed = CheckedLesson(Self.lesson(rate: "0.01"), commands: blockCommands).run()
    let notes = ["score", "answers"].flatMap { executed.outcome($0)?.outputs.notes ?? [] }
    #expect(!notes.contains { $0.message.hasPrefix("The network's outputs") })
  }

  /// What a block remarks, but for what it says of the run.
  private func notesOnAnswers(of block: String, in lesson: ExecutedLesson) -> [String] {
    let notes = lesson.outcome(block)?.outputs.notes.map(\.message) ?? []
    return notes.filter { !$0.hasPrefix("'run' diverged") }
  }
}
