import Execution
import LessonTesting
import Notebook
import Testing

@Suite("Parameters")
struct ParameterTests {
  private static let front =
    "---\nparams: {n: 3, half: 0.5, word: ham, flag: true, list: [1, 2], digits: \"12\"}\n---\n"

  @Test(arguments: [
    ("$word", "ham"), ("${word}", "ham"), ("a $word b", "a ham b"), ("a${word}s", "ahams"),
    ("$$word", "$word"), ("$$$word", "$ham"), ("5 $", "5 $"), ("$ 5", "$ 5"), ("$5", "$5"),
    ("${word", "${word"), ("${}", "${}"), ("$word$n", "ham3"), ("$n-$half", "3-0.5"),
    ("'$word'", "ham"), ("$digits", "12"), ("$flag", "true"), ("$word.csv", "ham.csv"),
  ])
  func standInText(_ written: String, _ text: String) {
    let lesson = CheckedLesson(
      Self.front + "```{sample s}\ntext: \(written)\n```\n", commands: testCommands)
    #expect(lesson.messages.isEmpty)
    #expect(lesson.run().value("s", "text") == .text(text))
  }

  @Test func keepTheirTypeWhenTheyStandAlone() {
    let lesson = CheckedLesson(
      Self.front
        + "```{sample s}\ncount: $n\n```\n```{sample t}\nnumbers: $list\nfails: false\n```\n",
      commands: testCommands)
    #expect(lesson.messages.isEmpty)
    #expect(lesson.run().value("s", "size") == .integer(3))
    #expect(lesson.run().value("t", "list") == .numbers([1, 2]))
  }

  @Test(arguments: [
    ("count: «$half»", "'count' is a whole number, not '0.5'"),
    ("count: «1$n»", "'count' is a whole number, not '13'"),
    ("count: «$digits»", "'count' is a whole number, not '12'"),
    ("count: «$list»", "'count' is a whole number, not a list"),
    ("fails: «$word»", "'fails' is true or false, not 'ham'"),
    ("text: a «$wrd» b", "unknown parameter 'wrd'; did you mean 'word'?"),
    ("text: «${nothing}»", "unknown parameter 'nothing'"),
    ("text: $word and «$wor»", "unknown parameter 'wor'; did you mean 'word'?"),
    ("text: '$word, $$wor, «${wor}»'", "unknown parameter 'wor'; did you mean 'word'?"),
    ("text: «a $list»", "parameter 'list' is a list and cannot stand inside text"),
  ])
  func mustFitWhereTheyStand(_ option: String, _ message: String) {
    let text = Self.front + "```{sample s}\n\(option)\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == [message])
    #expect(lesson.markedText == text)
  }

  /// The text that a list comes from is another one, and may be longer than the lesson.
  @Test(arguments: [
    ("[2, $q, 2]", "unknown parameter 'q'"), ("[2, boo, 2]", "'numbers' is a number, not 'boo'"),
  ])
  func haveMistakesWhereTheyAreUsed(_ list: String, _ message: String) {
    let text = Self.front + "```{sample s}\nnumbers: «$list»\n```\n"
    for remark in ["", String(repeating: "# A remark.\n", count: 300)] {
      let lesson = CheckedLesson(text, commands: testCommands, parameters: ["list": remark + list])
      #expect(lesson.messages == [message])
      #expect(lesson.markedText == text)
    }
  }

  @Test func areReplacedFromOutside() {
    let lesson = CheckedLesson(
      Self.front + "```{sample s}\ntext: $word $n\n```\n", commands: testCommands,
      parameters: ["word": "egg", "n": "4", "word": "spam"])
    #expect(lesson.run().value("s", "text") == .text("spam 4"))
    #expect(
      lesson.plan.shownParameters.filter(\.isOverridden).map(\.name) == ["n", "word"])
  }

  @Test func haveTheTypeOfTheirDefaultWhateverTheyAreGiven() {
    let lesson = CheckedLesson(
      Self.front + "```{claim}\n- $word = '2024'\n- $half + 1 = 3\n```\n", commands: testCommands,
      parameters: ["word": "2024", "half": "2"])
    #expect(lesson.messages == [])
    #expect(lesson.run().outcomes.map(\.status) == [.done])
    #expect(
      lesson.plan.shownParameters.filter(\.isOverridden).map(\.value)
        == [.integer(2), .text("2024")])
  }

  @Test(arguments: [
    ("wrod", "x", "unknown parameter 'wrod'; did you mean 'word'?"),
    ("x", "1", "unknown parameter 'x'; the lesson has n, half, word, flag, list or digits"),
    ("n", "1.5", "parameter 'n' is a whole number, not '1.5'"),
    ("half", "many", "parameter 'half' is a number, not 'many'"),
    ("flag", "3", "parameter 'flag' is true or false, not '3'"),
    ("list", "3", "parameter 'list' is a list, not '3'"),
  ])
  func mustBeReplacedByTheirLike(_ name: String, _ value: String, _ message: String) {
    let notebook = Notebook(SourceText(name: "lesson.md", text: Self.front))
    var problems: [ParameterValues.Problem] = []
    _ = ParameterValues(
      notebook.frontMatter.parameters,
      overrides: [
        .init(name: name, value: YAMLNode(.scalar(.init(value)), range: SourceRange(0, 0)))
      ], problems: &problems)
    #expect(problems.map(\.message) == [message])
  }
}
