import Foundation
import Testing

/// What a run warns of though it went well: what the lesson asks for and does not get, and what blocks remark on their results.
struct RunWarningTests {
  private static let lesson =
    Lessons.data + """
      ```{show}
      #| label: tbl-rows
      value: points.rows
      ```

      See @tbl-rows.

      ```{network net}
      #| error: true
      layers: [2, 2]
      activations: [softmax]
      ```

      `{value} points.rows %d`

      """

  /// An expectation about a block that fails, as its author wants.
  private static let untested =
    Lessons.failing.replacing("train run}", with: "train run}\n#| error: true")
    + "```{expect}\n- run.train_loss[-1] < 1\n```\n"

  private func test(_ lesson: String, _ arguments: String...) -> ProgramTest {
    ProgramTest(["run", "lesson.md"] + arguments).file("lesson.md", lesson)
      .file("points.csv", Lessons.points).file("mail.csv", Lessons.mail)
  }

  @Test func aTableThatIsNotShownIsMissedAtItsLabel() async throws {
    let message = "this block has shown no table, so there is nothing that '@tbl-rows' can cite"
    let result = try await test(Self.lesson).saysAnything()
      .complains(containing: "lesson.md:6:11: warning: \(message)\n", "  #| label: tbl-rows").run()
    #expect(!result.stdout.contains("shown no table"), "said once")
    try await test(Self.lesson, "--quiet", "--strict").exits(2)
      .complains(containing: "lesson.md:6:11: error: \(message)\n").run()
  }

  @Test func anErrorThatDoesNotComeIsMissedAtItsOption() async throws {
    let result = try await test(Self.lesson, "--quiet", "--results", "r.json")
      .complains(
        containing: "lesson.md:13:4: warning: this block is to show an error, and has none\n"
      )
      .leaves("r.json").run()
    let blocks = try result.results("r.json").blocks
    #expect(blocks.allSatisfy { $0.status == "done" && $0.message == nil })
    // An author who allows errors everywhere waits for none.
    let everywhere = "---\nexecute: {error: true}\n---\n\n" + Lessons.training
    try await test(everywhere, "--quiet", "--strict").run()
  }

  /// A fence with a command's name may be shown on purpose.
  @Test(arguments: [["check", "--strict"], ["run", "--quiet", "--strict"]])
  func aFenceThatIsShownIsNoErrorToTheStrict(_ arguments: [String]) async throws {
    let fences = "\n```train\n```\n\n    ```{train}\n    ```\n"
    let fence = Lessons.data + fences + "\n`{value} points.rows`\n"
    try await ProgramTest(arguments + ["lesson.md"]).file("lesson.md", fence)
      .file("points.csv", Lessons.points)
      .complains(
        containing: "lesson.md:6:1: warning: this is shown and not run",
        "lesson.md:9:5: warning: an indented fence is shown as code"
      ).run()
    try await ProgramTest(arguments + ["lesson.md"])
      .file("lesson.md", fence + "\nSee @fig-none.\n")
      .file("points.csv", Lessons.points).exits(2)
      .complains(containing: "lesson.md:6:1: warning: this is shown and not run", " error: ").run()
  }

  @Test func aBlockThatCannotRunIsAnErrorToTheStrict() async throws {
    let place = "lesson.md:22:5:"
    try await test(Self.untested, "--quiet")
      .complains(containing: "\(place) warning: not run: 'run' has no result").run()
    try await test(Self.untested, "--quiet", "--strict").exits(2)
      .complains(containing: "\(place) error: not run: 'run' has no result").run()
    // What fails by itself is what the run ends with.
    let failing = Self.untested.replacing("#| error: true\n", with: "")
    try await test(failing, "--quiet", "--strict").exits(1)
      .complains(containing: "100 inputs", "not run: 'run' has no result").run()
  }

  @Test func whatBlocksRemarkIsSaidToTheQuietAndNoErrorToTheStrict() async throws {
    try await test(Lessons.diverging).says(containing: "\nwarning: Training diverged").run()
    let result = try await test(Lessons.diverging, "--quiet", "--strict").complainsAnything().run()
    #expect(
      result.stderr.wholeMatch(
        of: /lesson\.md:11:5: warning: \{train run\}: Training diverged: [^\n]+\n/) != nil)
  }

  @Test func remarksSayWithWhichParameters() async throws {
    let lesson =
      "---\nparams: {rate: 1.5}\n---\n" + Lessons.diverging.replacing("1e100", with: "$rate")
    try await test(lesson, "--quiet", "--params", "p.yml")
      .file("p.yml", "matrix: {rate: [1e100, 1e101]}\n")
      .complains(containing: " (with rate=1e100)\n", " (with rate=1e101)\n").run()
  }

  @Test(arguments: [
    ("%d", "a whole number, and this is 0.5"), ("%.0f", nil), ("%s", nil),
  ])
  func aFormatThatDoesNotFitIsWarnedAbout(_ format: String, _ reason: String?) async throws {
    let lesson = Lessons.data + "Half: `{value} points.rows / 8 \(format)`.\n"
    let test = test(lesson, "--quiet")
    guard let reason else {
      try await test.run()
      return
    }
    try await test.complains(
      containing: "lesson.md:5:32: warning: '\(format)' is for \(reason)\n"
    ).run()
    try await self.test(lesson, "--quiet", "--strict").exits(2)
      .complains(containing: "error: '\(format)' is for \(reason)\n").run()
  }
}
