import Execution
import LessonTesting
import Testing

@Suite("Mistakes that others follow from")
struct RootMistakeTests {
  private func expectMistakes(
    _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lesson = CheckedLesson(marked, commands: testCommands)
    #expect(lesson.messages == messages, sourceLocation: sourceLocation)
    #expect(lesson.markedText == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("```sample s\n```\n\n```{claim}\n- «s».size = 3\n- s.size > 1\n```\n\n`{value} s.text`", 1),
    ("Text with `{value} «s».size`.\n\n~~~ sample  s \n~~~\n\n```{sample t}\nafter: s\n```", 3),
    ("```{sample sample}\n```\n\n```sample s\n```\n\n```{sample t}\nafter: «s»\n```", 4),
  ])
  func areFencesWithoutBraces(_ text: String, _ line: Int) {
    expectMistakes(
      text, ["unknown name 's': the fence on line \(line) is no block without braces: {sample s}"])
  }

  @Test(arguments: [
    "```python s\n```", "```samples t\n```", "```sample s now\n```", "    sample s",
    "```{{sample s}}\n```",
  ])
  func areNotSeenInOtherFences(_ fence: String) {
    expectMistakes("\(fence)\n\n`{value} «s».size`", ["unknown name 's'"])
  }

  @Test(arguments: [
    ("«```sample s»\ncount: 3\n```\n", "{sample s}"),
    ("> «~~~ claim»\n> - 1 = 2\n> ~~~\n", "{claim}"),
  ])
  func areWarnedOfWhereNothingReadsThem(_ text: String, _ header: String) {
    expectMistakes(
      text,
      [
        "warning: this is shown and not run: a block's command stands in braces, \(header);"
          + " write {\(header)} to show it on purpose"
      ])
  }

  private static let indented =
    "warning: an indented fence is shown as code and does not run: indent it by three spaces at most;"
    + " put it into a longer fence to show it on purpose"

  @Test(arguments: [
    "    «```{sample s}»\n    count: 3\n    ```\n", "\t«```{sample s}»\n\tcount: 3\n\t```\n",
    "Text:\n    «```{sample s}»\n    count: 3\n    ```\n",
  ])
  func areWarnedOfWhereTheyAreIndentedTooFar(_ text: String) {
    expectMistakes(text, [Self.indented])
  }

  @Test func areFencesThatAreIndentedTooFar() {
    expectMistakes(
      "Text\n\n    «```{sample s}»\n    ```\n\n`{value} «s».size`\n\n```{claim}\n- s.size = 3\n```\n",
      [
        Self.indented,
        "unknown name 's': the fence on line 3 is indented too far to be a block: {sample s}",
      ])
  }

  /// What they would read is not told to be used by nothing.
  @Test func areNoReasonToLeaveOutWhatIndentedFencesName() {
    let text = "---\nparams: {n: 3}\n---\n\n    ```{sample s}\n    count: $n\n    ```\n"
    #expect(CheckedLesson(text, commands: testCommands).plan.advice == [])
  }

  /// They may be of other programs.
  @Test func areNotIndentedFencesOfUnknownCommands() {
    expectMistakes("    ```{python}\n    x = 1\n    ```\n", [])
  }

  @Test(arguments: [
    ("```«{»sample s\n```", "this block's '{' has no '}'"),
    ("```{sample s «more»}\n```", "a command block has a command and at most one name"),
    ("- «```{sample s}»\n  ```", "a command block cannot stand inside a list or a quotation"),
  ])
  func areFencesThatCannotBeRead(_ fence: String, _ message: String) {
    expectMistakes(
      "\(fence)\n\n`{value} s.size` and `{value} «t».size`", [message, "unknown name 't'"])
  }

  @Test func areRefusedNames() {
    expectMistakes(
      "```{sample «a-b»}\n```\n\n```{sample s}\nafter: a-b\n```\n\n```{claim}\n- s.size = 3\n"
        + "- a-b.size = 60\n```\n\n`{value} a-b.size`, `{value} «t».size`",
      [
        "'a-b' is not a name: names consist of letters, digits and '_', and do not begin with a digit",
        "unknown name 't'",
      ])
  }

  @Test(arguments: [
    (
      "```{sample s «more»}\n#| label: fig-a\n```",
      "a command block has a command and at most one name"
    ),
    (
      "> «```{sample s}»\n> #| label: fig-a\n> ```",
      "a command block cannot stand inside a list or a quotation"
    ),
    ("```{sample s}\n#| «labl»: fig-a\n```", "unknown cell option 'labl'; did you mean 'label'?"),
  ])
  func areThoseOfWhatHasALabel(_ fence: String, _ message: String) {
    expectMistakes(
      "\(fence)\n\nSee @fig-a and «@fig-b».", [message, "nothing is labelled 'fig-b'"])
  }

  /// What the names of blocks are not is not that of numbers, signs or parameters in formulas either.
  @Test(arguments: ["2x", "1st", "größe", "a&b", "$x", "a+b", "2"])
  func areRefusedNamesInFormulas(_ name: String) {
    expectMistakes(
      "```{sample «\(name)»}\n```\n\n```{sample s}\nafter: \(name)\n```\n\n```{claim}\n- s.size = 3\n"
        + "- \(name).size = 60\n- (1 + \(name).list[0]) > s.size\n- s.size «s» > 1\n```\n\n"
        + "`{value} \(name).size` and `{value} «t».size`",
      [
        "'\(name)' is not a name: names consist of letters, digits and '_', and do not begin with a digit",
        "the expression should end before this", "unknown name 't'",
      ])
  }

  /// The blocks below are read as if the fence were closed before them, and nobody knows what the prose would be.
  @Test(arguments: [
    "See @fig-a.\n\n«```{sample s}»\n#| label: fig-a\n",
    "«```{sample s}»\ncount: 3\n\n```{sample t}\nafter: s\n```\n\n`{value} t.size` `{value} s.size`\n",
    "«```{sample s}»\n```{sample t}\nafter: s\n```\n\n```{claim}\n- t.size = 2\n```\n",
    "`{value} t.size` [^n] [a](#later) @sec-b\n\n[^m]: M\n\n«````{sample s}»\ncount: 3\n```\n\n"
      + "```{sample t}\nafter: s\n```\n\n## Later\n\n## B {#sec-b}\n\nWords[^m]\n\n[^n]: N\n",
    "«```{sample s}»\nProse: with a colon\n  and more.\n\n~~~{sample t}\nafter: s\n~~~\n",
  ])
  func areUnclosedBlocks(_ text: String) {
    expectMistakes(text, ["this block is never closed"])
  }

  @Test func areNotThoseOfBlocksBelowAnUnclosedOne() {
    expectMistakes(
      "«```{sample s}»\n\n```{sample t}\n«cuont»: 3\n```\n\n```{sample u}\nafter: «v»\n```\n",
      [
        "this block is never closed", "unknown option 'cuont' in 'sample'; did you mean 'count'?",
        "unknown name 'v'",
      ])
  }

  /// In a text of a block, an indented fence is text.
  @Test func areNotFencesInTheTextOfABlock() {
    expectMistakes("```{sample s}\ntext: |\n  ```{sample t}\n```\n", [])
  }

  @Test(arguments: [
    ("params: {n: «@a}»", "this is not valid YAML: text that begins with '@' needs quotes"),
    ("«parms»: {n: 1}", "unknown key 'parms' in the front matter; did you mean 'params'?"),
    (
      "«parameters»: {n: 1}",
      "unknown key 'parameters' in the front matter; there are title, author, date, description, order, lang,"
        + " seed, random_stream, params, execute, toc"
    ),
    ("params: «3»", "'params' maps names to defaults; this is '3'"),
    (
      "params: {«n»: }",
      "parameter 'n' needs a default: a number, a text, true or false, or a list of these"
    ),
    ("«- n»", "front matter is a mapping, not a list"),
  ])
  func areThoseOfParametersInTheFrontMatter(_ line: String, _ message: String) {
    expectMistakes(
      "---\n\(line)\n---\n```{sample s}\ncount: $n\ntext: a ${n}\n«txt»: b\n```\n\n"
        + "```{claim}\n- s.size = $n\n```\n\n`{value} «t».size`\n",
      [message, "unknown option 'txt' in 'sample'; did you mean 'text'?", "unknown name 't'"])
  }

  @Test func areNotThoseOfOtherKeysInTheFrontMatter() {
    expectMistakes(
      "---\n«titel»: A\nparams: {n: 1}\n---\n```{sample s}\ncount: $n\ntext: «$other»\n```\n",
      [
        "unknown key 'titel' in the front matter; did you mean 'title'?",
        "unknown parameter 'other'",
      ])
  }

  @Test func areUnclosedFrontMatter() {
    expectMistakes(
      "«---»\nparams: {n: 1}\n\n```{sample s}\ncount: $n\n```\n\n---\n\n`{value} «t».size`\n",
      ["the front matter that opens here has no closing '---'", "unknown name 't'"])
  }
}
