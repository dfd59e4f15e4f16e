import Commands
import Execution
import LessonTesting
import Testing

@Suite("Whole numbers")
struct WholeNumberTests {
  private func run(_ text: String) -> ExecutedLesson {
    let front = """
      ---
      params: {size: 3, half: 0.5}
      ---
      ```{data points}
      source: builtin:xor
      ```
      ```{network net}
      layers: [2, 2]
      activations: [softmax]
      ```
      ```{train trained}
      network: net
      data: points
      epochs: 4
      ```

      """
    let lesson = CheckedLesson(front + text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  @Test(arguments: [
    ("$size", "3"), ("$size %s", "3"), ("$size %.1f", "3.0"), ("points.rows * 2", "8"),
    ("points.rows * 2 %s", "8"), ("points.rows / 2", "2.0"), ("points.rows * $half", "2.0"),
    ("points.rows - $size", "1"), ("max(trained.epoch)", "4"), ("abs($size - 5)", "2"),
    ("trained.epoch[$size]", "4"), ("trained.epoch[-$size] %d", "2"),
  ])
  func stayWholeInProse(_ value: String, _ text: String) {
    #expect(run("`{value} \(value)`\n").inlineTexts == [text])
  }

  @Test(arguments: [("$size", "3"), ("points.rows + $size", "7"), ("$half * 4", "2.0")])
  func stayWholeWhereTheyAreShown(_ value: String, _ text: String) throws {
    let shown = try #require(run("```{show}\nvalue: \(value)\n```\n").outcomes.last)
    #expect(shown.outputs == [.text(text)])
  }

  @Test(arguments: [
    "$size = 3.0", "$size / 2 = 1.5", "points.rows * 2 = 8.0", "points.rows - 4 = 0.0",
    "-$size < -2.5", "min(trained.epoch) in [0.5, $size]",
  ])
  func compareAsNumbersDo(_ claim: String) {
    #expect(run("```{expect}\n- \(claim)\n```\n").outcomes.map(\.status).last == .done)
  }
}
