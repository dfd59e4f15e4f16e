import Execution
import LessonTesting
import Notebook
import Testing

@Suite("Parameters")
struct ParameterTests {
  private static let front =
    "---\nparams: {n: 3, half: 0.5, word: ham, flag: true, list: [1, 2], digits: \"12\", texts: [\"5\"]}\n---\n"

  @Test(arguments: [
    ("$word", "ham"), ("${word}", "ham"), ("a $word b", "a ham b"), ("a${word}s", "ahams"),
    ("$$word", "$word"), ("$$$word", "$ham"), ("5 $", "5 $"), ("$ 5", "$ 5"), ("$5", "$5"),
    ("$${word", "${word"), ("${", "${"), ("${}", "${}"), ("$word$n", "ham3"), ("$n-$half", "3-0.5"),
    ("'$word'", "ham"), ("$digits", "12"), ("$flag", "true"), ("$word.csv", "ham.csv"),
    ("in ${10}^{-3}$", "in ${10}^{-3}$"), ("${x^2}$", "${x^2}$"), ("${10", "${10"),
    ("${word^2}$ and ${{word} x", "${word^2}$ and ${{word} x"), ("${word-$n}", "${word-3}"),
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
    (
      "count: «1$n»",
      "'count' is a whole number, not '13', which is text: a parameter keeps its type only where it stands alone"
    ),
    (
      "count: «$digits»",
      "'count' is a whole number, not '12', which is text, as the default of parameter 'digits' is"
    ),
    (
      "numbers: «$texts»",
      "'numbers' is a number, not '5', which is text in the list of parameter 'texts'"
    ),
    (
      "count: «${n»",
      "'${n' has no closing brace behind the name: write '${n}', or '$$' for a dollar"
    ),
    (
      "text: $$ and «${word» x",
      "'${word' has no closing brace behind the name: write '${word}', or '$$' for a dollar"
    ),
    (
      "text: ${x^2}$ and «${_x1»",
      "'${_x1' has no closing brace behind the name: write '${_x1}', or '$$' for a dollar"
    ),
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
    let text = "---\nparams: {list: []}\n---\n```{sample s}\nnumbers: «$list»\n```\n"
    for remark in ["", String(repeating: "# A remark.\n", count: 300)] {
      let lesson = CheckedLesson(text, commands: testCommands, parameters: ["list": remark + list])
      #expect(lesson.messages == [message])
      #expect(lesson.markedText == text)
    }
  }

  @Test(arguments: [
    ("[1, «a»]", "'a'"), ("[1, «2.5», b]", "'2.5'"), ("[«\"1\"»]", "'1' in quotes, which is text"),
  ])
  func refuseListsWhoseEntriesAreUnlikeTheirs(_ written: String, _ misfit: String) throws {
    let marked = MarkedText(written)
    var diagnostics: [Diagnostic] = []
    let source = SourceText(name: "-p", text: marked.text)
    let value = try #require(YAMLReader(source).read(into: &diagnostics))
    let lesson = CheckedLesson(Self.front, commands: testCommands)
    let list = try #require(lesson.plan.notebook.frontMatter.parameters.first { $0.kind == .list })
    let found = try #require(ParameterValues.misfit(value, list))
    #expect(
      found.message == "parameter 'list' is a list, each entry a whole number, not \(misfit)")
    #expect(marked.marking([found.range]) == written)
  }

  @Test(arguments: [
    ("[1, 0.5]", "[3]"), ("[1, 0.5]", "[0.25, 2]"), ("[1, auto]", "[auto, 0.5]"), ("[]", "[a, 1]"),
    ("[a, b]", "[1, c]"), ("[true]", "[no, true]"),
  ])
  func takeListsWhoseEntriesAreLikeTheirs(_ list: String, _ other: String) {
    let lesson = CheckedLesson(
      "---\nparams: {list: \(list)}\n---\n", commands: testCommands, parameters: ["list": other])
    #expect(lesson.plan.shownParameters.map(\.isOverridden) == [true])
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
    ("x", "1", "unknown parameter 'x'; the lesson has n, half, word, flag, list, digits or texts"),
    (
      "n", "1.5",
      "parameter 'n' is a whole number, not '1.5'; it takes decimals if the lesson declares it as 3.0"
    ),
    (
      "n", "99999999999999999999",
      "parameter 'n' is a whole number, not '99999999999999999999', which is too large"
    ),
    ("n", "", "parameter 'n' is a whole number, nothing is given"),
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
