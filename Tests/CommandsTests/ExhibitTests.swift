import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// A label names a figure or a table, prose cites it, and a caption tells about it: so there has to be one.
@Suite("Labels and captions")
struct ExhibitTests {
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

  @Test(arguments: [
    (
      "{network a}\n#| label: «fig-net»\nlayers: [2, 2]\nactivations: [softmax]",
      ["'network' draws no figure that 'fig-net' could name"]
    ),
    (
      "{data a}\n#| label: «tbl-run»\n#| «tbl-cap»: A run.\nsource: builtin:xor",
      [
        "'data' shows no table that 'tbl-run' could name",
        "warning: 'data' shows no table that 'tbl-cap' could be about",
      ]
    ),
    (
      "{expect}\n#| label: «tbl-claims»\n- points.rows = 4",
      ["'expect' shows no table that 'tbl-claims' could name"]
    ),
    (
      "{expect}\n#| «fig-cap»: What holds.\n#| «fig-alt»: A tick.\n- points.rows = 4",
      [
        "warning: 'expect' draws no figure that 'fig-cap' could be about",
        "warning: 'expect' draws no figure that 'fig-alt' could be about",
      ]
    ),
    (
      "{expect}\n#| «fig-cap»: 'There is no fig-alt: for it.'\n#| «fig-alt»: A tick.\n- points.rows = 4",
      [
        "warning: 'expect' draws no figure that 'fig-cap' could be about",
        "warning: 'expect' draws no figure that 'fig-alt' could be about",
      ]
    ),
    (
      "{plot}\n#| label: «tbl-loss»\n#| fig-cap: The loss.\nlines: trained.train_loss",
      ["'plot' shows no table that 'tbl-loss' could name"]
    ),
  ])
  func areOfBlocksThatShowWhatTheyAreFor(_ block: String, _ messages: [String]) {
    expectMistakes(lesson(block), messages)
  }

  @Test(arguments: [
    "{plot}\n#| label: fig-loss\n#| fig-cap: The loss.\nlines: trained.train_loss",
    "{show}\n#| label: tbl-points\n#| tbl-cap: The points.\nvalue: points",
    "{describe a}\n#| label: tbl-facts\n#| fig-cap: Facts.\n#| tbl-cap: Facts.\ndata: mails",
    "{predict}\n#| tbl-cap: Answers.\nrun: trained\nfeatures: [0, 1]",
  ])
  func areRightWhereTheBlockShowsIt(_ block: String) {
    let checked = CheckedLesson(lesson(block), commands: blockCommands)
    #expect(checked.messages == [])
    #expect(checked.run().outcomes.last?.remarks == [])
  }

  /// What a value is shown as, the kind of block does not tell.
  @Test(arguments: [
    ("#| label: «tbl-rows»", "shown no table", "'@tbl-rows' can cite"),
    ("#| «tbl-cap»: Rows.", "shown no table", "'tbl-cap' can be about"),
    ("#| «fig-cap»: Rows.", "drawn no figure", "'fig-cap' can be about"),
  ])
  func warnWhereTheRunHasShownSomethingElse(
    _ option: String, _ absence: String, _ use: String
  ) throws {
    let marked = lesson("{show}\n\(option)\nvalue: points.rows")
    let checked = CheckedLesson(marked, commands: blockCommands)
    #expect(checked.messages == [])
    let outcome = try #require(checked.run().outcomes.last)
    #expect(outcome.outputs == [.text("4")])
    let message = "This block has \(absence), so there is nothing that \(use)."
    #expect(outcome.remarks == [Note(.warning, message)])
    #expect(MarkedText(marked).marking(outcome.diagnostics.compactMap(\.range)) == marked)
  }

  /// Equal runs have no difference to draw, which only the run can tell.
  @Test func warnWhereTheRunHasDrawnNothing() {
    let outcome = CheckedLesson(twoRuns(label: "fig-both"), commands: blockCommands).run()
      .outcomes.last
    let message = "This block has drawn no figure, so there is nothing that '@fig-both' can cite."
    #expect(outcome?.remarks == [Note(.warning, message)])
    #expect(outcome?.status == .done)
    let table = CheckedLesson(twoRuns(label: "tbl-both"), commands: blockCommands).run()
    #expect(table.outcomes.last?.outputs.count == 1)
    #expect(table.outcomes.last?.remarks == [])
  }
}
