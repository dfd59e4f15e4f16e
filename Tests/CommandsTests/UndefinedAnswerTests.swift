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
    let notes = ["score", "answers"].map { executed.outcome($0)?.outputs.notes.map(\.message) }
    // A row that every unit leaves at 0 has an answer.
    #expect(
      notes[0]?.first?.wholeMatch(
        of:
          /The network's outputs are not finite for \d+ of 40 rows: it gives no answer there, and the first class, '0', stands in its place\./
      ) != nil)
    #expect(
      notes[1] == [
        "The network's outputs are not finite for 3 of 3 rows: it gives no answer there, and the first"
          + " class, '0', stands in its place."
      ])
  }

  @Test func isNoneOfASoundNetwork() {
    let executed = CheckedLesson(Self.lesson(rate: "0.01"), commands: blockCommands).run()
    let notes = ["score", "answers"].flatMap { executed.outcome($0)?.outputs.notes ?? [] }
    #expect(!notes.contains { $0.message.hasPrefix("The network's outputs") })
  }
}
