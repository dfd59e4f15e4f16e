import LessonTesting
import Notebook
import Testing

@Suite("Cell options")
struct CellOptionTests {
  @Test func sayHowABlockIsShown() throws {
    let lesson = ReadLesson(
      """
      ```{plot}
      #| label: fig-loss_1-b
      #| echo: false
      #| output: no
      #| error: on
      #| include: true
      #| code-fold: yes
      #| fig-cap: "The loss: it falls"
      #| fig-alt: 'It''s falling'
      #| tbl-cap: 12
      lines: x.y
      ```
      """)
    let options = try #require(lesson.notebook.blocks.first).options
    #expect(lesson.messages.isEmpty)
    #expect(options.label?.text == "fig-loss_1-b")
    #expect(!options.echo && !options.output && options.error)
    #expect(options.include && options.codeFold)
    #expect(options.figureCaption?.text == "The loss: it falls")
    #expect(options.figureAlternative == "It's falling")
    #expect(options.tableCaption?.text == "12")
    #expect(lesson.notebook.blocks.first?.source == "lines: x.y")
  }

  @Test func standOverTheDefaultsOfTheLesson() throws {
    let lesson = ReadLesson(
      "---\nexecute: {echo: false, output: false}\n---\n```{a}\n#| echo: true\n```\n")
    let options = try #require(lesson.notebook.blocks.first).options
    #expect(options.echo && !options.output)
  }

  @Test(arguments: [
    ("#| «ekho»: false", "unknown cell option 'ekho'; did you mean 'echo'?"),
    ("#| echo: «maybe»", "'echo' is true or false, not 'maybe'"),
    ("#| echo: «1»", "'echo' is true or false, not '1'"),
    ("#| echo: «[true]»", "'echo' takes a single value, not a list"),
    ("#| «echo»", "a cell option is written '#| key: value'"),
    ("#| label: «loss»", "a label is 'fig-' or 'tbl-' \(ofLetters), not 'loss'"),
    ("#| label: «fig-»", "a label is 'fig-' or 'tbl-' \(ofLetters), not 'fig-'"),
    ("#| label: «fig-ä»", "a label is 'fig-' or 'tbl-' \(ofLetters), not 'fig-ä'"),
    ("#| echo: true\n#| «echo»: false", "'echo' is given twice"),
    ("#| {echo: true, «echo»: false}", "'echo' is given twice"),
  ])
  func areChecked(_ lines: String, _ message: String) {
    expectMistakes("```{a}\n\(lines)\nx: 1\n```\n", [message])
  }

  @Test(arguments: [
    "y: 1\n«#| label: fig-a»\n«#| echo: false»", "\n«#| echo: false»", "«# | echo: false»",
    "#| echo: false\n# A comment.\n«#|output: false»",
  ])
  func belowTheTopAreToldFromComments(_ lines: String) {
    let warnings = lines.count { $0 == "«" }
    let message =
      "warning: this is a comment; cell options are written '#| key: value', above all else in the block"
    expectMistakes(
      "```{a}\n\(lines)\nx: 1\n```\n", Array(repeating: message, count: warnings))
  }

  @Test(arguments: ["echo", "fig-cap"])
  func needAValue(_ option: String) {
    #expect(ReadLesson("```{a}\n#| \(option):\n```\n").messages.count == 1)
  }

  @Test func areOnlyTheLeadingLines() {
    let block = ReadLesson("```{a}\nx: 1\n#| echo: false\n```\n").notebook.blocks.first
    #expect(block?.options.echo == true)
    #expect(block?.diagnostics.containErrors == false)
  }

  @Test func mayBeBlankOrIndentedWithTheirFence() {
    let block = ReadLesson("  ```{a}\n  #|\n  #| echo: false\n  x: 1\n  ```\n").notebook.blocks
      .first
    #expect(block?.options.echo == false)
    #expect(block?.source == "x: 1")
  }

  private static let ofLetters = "and letters, digits, '-' or '_'"
}
