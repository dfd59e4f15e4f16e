import Commands
import Execution
import LessonTesting
import Testing

/// A label names a figure, and prose cites it: so there has to be one.
@Suite("The label of a figure")
struct FigureLabelTests {
  private func twoRuns(label: String) -> String {
    """
    ```{data points}
    source: builtin:xor
    ```
    ```{network net}
    layers: [2, 2]
    activations: [softmax]
    ```
    ```{train one}
    network: net
    data: points
    seed: 1
    ```
    ```{train two}
    network: net
    data: points
    seed: 1
    ```
    ```{compare both}
    #| label: \(label)
    runs: [one, two]
    ```

    See @\(label).

    """
  }

  @Test func isOfABlockThatDraws() {
    expectMistakes(
      lesson("{network a}\n#| label: «fig-net»\nlayers: [2, 2]\nactivations: [softmax]"),
      ["'network' draws no figure that 'fig-net' could name"])
    #expect(
      CheckedLesson(
        lesson("{plot}\n#| label: fig-loss\nlines: trained.train_loss"), commands: blockCommands
      ).messages == [])
  }

  /// Equal runs have no difference to draw, which only the run can tell.
  @Test func warnsWhereTheRunHasDrawnNothing() throws {
    let outcome = CheckedLesson(twoRuns(label: "fig-both"), commands: blockCommands).run()
      .outcomes.last
    #expect(
      outcome?.outputs.last
        == .note(
          Note(
            .warning,
            "This block has drawn no figure, so there is nothing that '@fig-both' can cite.")))
    #expect(outcome?.status == .done)
    let table = CheckedLesson(twoRuns(label: "tbl-both"), commands: blockCommands).run()
    #expect(table.outcomes.last?.outputs.count == 1)
  }
}
