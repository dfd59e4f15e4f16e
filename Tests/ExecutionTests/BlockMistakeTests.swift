import Execution
import LessonTesting
import Testing

@Suite("Mistakes in blocks")
struct BlockMistakeTests {
  private static let inBody = "unknown option 'coun' in 'sample'; did you mean 'count'?"

  @Test(arguments: [
    "#| label: fig-a: b", "#| echo: true\n#| echo: true", "#| ekho: true",
  ])
  func ofCellOptionsHideNoneOfTheBody(_ options: String) {
    let lesson = CheckedLesson("```{sample s}\n\(options)\ncoun: 3\n```\n", commands: testCommands)
    #expect(lesson.messages.count == 2)
    #expect(lesson.messages.contains(Self.inBody))
  }

  @Test(arguments: [
    ("coun: «[»3", "this is not valid YAML: the '[' that opens here is never closed"),
    ("coun: 3\n«@b:» 4", "this is not valid YAML: text that begins with '@' needs quotes"),
  ])
  func ofABodyThatCannotBeReadAreAllThatIsSaidOfIt(_ body: String, _ message: String) {
    let text = "```{sample s}\n\(body)\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [message])
    #expect(lesson.markedText == text)
  }

  @Test(arguments: [
    ("«coun»: 3\n«coun»: 4", "'coun' is given twice"),
    ("«coun»: «&a» 3", "anchors are not part of a lesson's YAML"),
    ("«coun»: «!!int» 3", "tags are not part of a lesson's YAML"),
  ])
  func ofYAMLThatLeavesAValueHideNoneOfTheBody(_ body: String, _ message: String) {
    let text = "```{sample s}\n\(body)\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [Self.inBody, message])
    #expect(lesson.markedText == text)
  }

  /// The check of a sample looks at its text, and then at its count.
  @Test(arguments: [
    (
      "count: «2000»\ntext: «warn»",
      ["'count' is from 0 to 1000, not 2000", "warning: a doubtful text"]
    ),
    ("«coun»: 3\ntext: «warn»", [inBody, "warning: a doubtful text"]),
    (
      "text: «[warn]»\npause: «20000»",
      ["'text' is text, not a list", "'pause' is from 0 to 10000, not 20000"]
    ),
    // What nobody can guess may change all that the check finds.
    ("«zzz»: 3\ntext: warn", ["unknown option 'zzz' in 'sample'"]),
  ])
  func ofOptionsHideOnlyWhatMayFollowFromThem(_ body: String, _ messages: [String]) {
    let text = "```{sample s}\n\(body)\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == messages)
    #expect(lesson.markedText == text)
  }

  @Test(arguments: [
    ("count: «2000»", "s.list[1500]", ["'count' is from 0 to 1000, not 2000"]),
    (
      "pause: «20000»", "s.list«[1500]»",
      ["'pause' is from 0 to 10000, not 20000", "there are only 2 elements"]
    ),
  ])
  func ofOptionsLeaveOpenOnlyWhatTheyAreAbout(
    _ body: String, _ path: String, _ messages: [String]
  ) {
    let text = "```{sample s}\n\(body)\n```\n\n`{value} \(path)`\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == messages)
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
