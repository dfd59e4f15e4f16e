import Execution
import LessonTesting
import Testing

@Suite("Mistakes in blocks")
struct BlockMistakeTests {
  private static let inBody = "unknown option 'coun' in 'sample'; did you mean 'count'?"

  @Test(arguments: [
    "#| fig-cap: Loss: of training", "#| echo: true\n#| echo: true", "#| ekho: true",
  ])
  func ofCellOptionsHideNoneOfTheBody(_ options: String) {
    let lesson = CheckedLesson("```{sample s}\n\(options)\ncoun: 3\n```\n", commands: testCommands)
    #expect(lesson.messages.count == 2)
    #expect(lesson.messages.contains(Self.inBody))
  }

  @Test(arguments: [
    ("coun: 3\n«coun»: 4", "'coun' is given twice"),
    ("coun: «&a» 3", "anchors are not part of a lesson's YAML"),
  ])
  func ofABodyThatCannotBeReadAreAllThatIsSaidOfIt(_ body: String, _ message: String) {
    let text = "```{sample s}\n\(body)\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [message])
    #expect(lesson.markedText == text)
  }

  /// To search all names for what is meant by each takes minutes where there are many of both.
  @Test func ofNamesGetAdviceWhileThereAreFewToSearch() {
    let blocks = (0..<1_000).map { "```{sample name\($0)}\n```\n" }
    let values = (0..<60).map { "`{value} nam\($0).size`\n" }
    let lesson = CheckedLesson((blocks + values).joined(), commands: testCommands)
    #expect(lesson.messages.count == values.count)
    #expect(lesson.messages.allSatisfy { $0.hasPrefix("unknown name 'nam") })
    #expect(lesson.messages.count { $0.contains("; did you mean 'name") } == 20)
  }

  @Test func ofParametersGetAdviceWhileThereAreFewToSearch() {
    let parameters = (0..<1_000).map { "  rate\($0): 1\n" }
    let blocks = (0..<60).map { "```{sample s\($0)}\ncount: $rat\($0)\n```\n" }
    let lesson = CheckedLesson(
      "---\nparams:\n" + parameters.joined() + "---\n" + blocks.joined(), commands: testCommands)
    #expect(lesson.messages.count == blocks.count)
    #expect(lesson.messages.allSatisfy { $0.hasPrefix("unknown parameter 'rat") })
    #expect(lesson.messages.count { $0.contains("; did you mean 'rate") } == 20)
  }
}
