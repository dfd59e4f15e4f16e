import Execution
import LessonTesting
import Testing

@Suite("Values in prose")
struct ProseValueTests {
  private static let lesson = "```{sample s}\nnumbers: [3, 1]\ntext: ham\n```\n\n"

  @Test(arguments: [
    "`{value}\ns.size`", "> `{value} s.size\n> %.0f`", "- `{value} 1 +\n  s.list[1]\n  %.0f`",
    "> `{value}\ns.size`",
  ])
  func mayGoOnInAnotherLine(_ text: String) {
    let lesson = CheckedLesson(Self.lesson + text + "\n", commands: testCommands)
    #expect(lesson.messages == [])
    #expect(lesson.run().inlineTexts == ["2"])
  }

  @Test(arguments: [
    "`{value}\ns.«sizf»`", "> `{value}\n> s.«sizf»`", "- `{value}\n  s.«sizf» %.0f`",
    "> `{value} 1 +\n> s.«sizf»\n> %.1f`", "> `{value} 1 +\r\n> 2 + s.«sizf»`",
  ])
  func haveMistakesAtTheirPlacesInOtherLines(_ text: String) {
    let text = Self.lesson + text + "\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == ["'s', a sample, has no 'sizf'; did you mean 'size'?"])
    #expect(lesson.markedText == text)
  }

  /// A number may be quoted; several are to be read.
  @Test(arguments: [
    ("s.list", "[0.123457, 1.0, 200000.0, 1.23457e-07]"),
    ("s.series", "[0.123457, 1.0, 200000.0, 1.23457e-07]"),
    ("s.list[0]", "0.123456789"), ("s.list / 0", "[inf, inf, inf, inf]"),
    ("s.list * 1000000", "[123457, 1000000.0, 200000000000.0, 0.123457]"),
    ("s[batch=32].grid[1] / 3", "{rate=0.1: 0.333333; rate=1: 0.666667}"),
    ("s.list %s", "[0.123456789, 1.0, 200000.0, 1.23456789e-07]"),
  ])
  func haveSixDigitsWhereTheyAreMany(_ formula: String, _ text: String) {
    let lesson = "```{sample s}\nnumbers: [0.123456789, 1, 200000, 1.23456789e-7]\n```\n\n"
    let checked = CheckedLesson(lesson + "`{value} \(formula)`\n", commands: testCommands)
    #expect(checked.messages == [])
    #expect(checked.run().inlineTexts == [text])
  }

  @Test func haveFormatsInOtherLines() {
    let text = Self.lesson + "> `{value} s.text\n> «%.2f»`\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == ["'%.2f' is for a number, not for text"])
    #expect(lesson.markedText == text)
  }

  @Test func leaveOthersTheirPlaces() {
    let text = Self.lesson + "Wrapped `{value}\ns.size` steals from `{value} s.size`.\n"
    #expect(CheckedLesson(text, commands: testCommands).run().inlineTexts == ["2", "2"])
  }
}
