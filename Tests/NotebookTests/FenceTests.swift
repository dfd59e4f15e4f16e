import LessonTesting
import Notebook
import Testing

@Suite("Fences")
struct FenceTests {
  @Test(arguments: [
    "```{train spam}\nepochs: 3\n```", "~~~{train spam}\nepochs: 3\n~~~",
    "``` { train  spam } \nepochs: 3\n```", "   ```{train spam}\n   epochs: 3\n   ```",
    "`````{train spam}\nepochs: 3\n``````", "text\n```{train spam}\nepochs: 3\n```\ntext",
    "```{train spam}\r\nepochs: 3\r\n```\r\n", "  ```{train spam}\nepochs: 3\n ```",
    "```\t{train\tspam}\nepochs: 3\n```",
    String(repeating: "`", count: 300) + "{train spam}\nepochs: 3\n"
      + String(repeating: "`", count: 255),
  ])
  func inBracesAreCommands(_ text: String) throws {
    let lesson = ReadLesson(text)
    let block = try #require(lesson.notebook.blocks.first)
    #expect(lesson.messages.isEmpty && lesson.notebook.blocks.count == 1)
    #expect(block.header == "{train spam}")
    #expect(block.source == "epochs: 3")
    #expect(lesson.notebook.source.string(in: block.commandRange) == "train")
    #expect(block.nameRange.map(lesson.notebook.source.string) == "spam")
  }

  @Test(arguments: [
    ("```{{train}}\nepochs: 3\n```", "<pre><code>epochs: 3\n</code></pre>\n"),
    ("```train\nx\n```", "<pre><code class=\"language-train\">x\n</code></pre>\n"),
    ("```python {.numbers}\nx\n```", "<pre><code class=\"language-python\">x\n</code></pre>\n"),
    ("```\n{train}\n```", "<pre><code>{train}\n</code></pre>\n"),
    ("    ```{train}\n    x", "<pre><code>```{train}\nx\n</code></pre>\n"),
    ("`{train}`", "<p><code>{train}</code></p>\n"),
    ("> ```{{train}}\n> x\n> ```", "<blockquote>\n<pre><code>x\n</code></pre>\n</blockquote>\n"),
  ])
  func withoutSingleBracesAreShown(_ text: String, _ html: String) {
    #expect(ReadLesson(text).notebook.blocks.isEmpty)
    #expect(ReadLesson(text).messages.isEmpty)
    expectHTML(text, html)
  }

  @Test(arguments: [
    ("```«{»train spam\n```", "this block's '{' has no '}'"),
    ("```«{}»\n```", "a command block names its command: {train spam}"),
    ("```«{ }»\n```", "a command block names its command: {train spam}"),
    ("```{train a «b»}\n```", "a command block has a command and at most one name"),
    ("```{train spam} «{#id}»\n```", "nothing may follow the '}' of a command block"),
    ("```{train «1st»}\n```", name("1st")), ("```{train «batch-size»}\n```", name("batch-size")),
    ("```{train «größe»}\n```", name("größe")), ("```{train «a&amp;b»}\n```", name("a&amp;b")),
    ("```{train «a\\_b»}\n```", name("a\\_b")), ("```{train «$x»}\n```", name("$x")),
    ("```{train a }«}»\n```", "nothing may follow the '}' of a command block"),
    ("«```{train}»\nepochs: 3\n", "this block is never closed"),
    ("«```{train}»\nepochs: 3\n~~~", "this block is never closed"),
    ("«````{train}»\nepochs: 3\n```", "this block is never closed"),
    ("«```{train}»", "this block is never closed"),
    (
      "- «```{train a}»\n  epochs: 3\n  ```",
      "a command block cannot stand inside a list or a quotation"
    ),
    (
      "> text\n> «```{train a}»\n> epochs: 3\n> ```",
      "a command block cannot stand inside a list or a quotation"
    ),
  ])
  func areChecked(_ text: String, _ message: String) {
    expectMistakes(text, [message])
  }

  @Test(arguments: [
    "«<details>»\n<summary>x</summary>\n«```{expect}»\n- e.accuracy > 2\n```\n</details>\n",
    "«<div>»\n```python\n```{a}\n```\n  «~~~{train a}»\nb: 1\n~~~\n</div>\n",
    "> «<div>»\n> «```{train a}»\n> ```\n",
  ])
  func areNoBlocksInHTML(_ text: String) {
    expectMistakes(
      text,
      [
        "warning: HTML is left out of the report",
        "a command block cannot stand inside HTML, which goes on until a blank line",
      ])
  }

  @Test(arguments: [
    "<!--\n```{train a}\n```\n-->", "<!-- a --><div>\n\n```{train a}\n```\n\n</div>",
  ])
  func areSilentInCommentsAndBlocksBehindBlankLines(_ text: String) {
    #expect(ReadLesson(text).messages.allSatisfy { $0.contains("left out") })
  }

  @Test(arguments: [
    "«``{split s}»\ndata: d\n```\n\n```{split t}\n```\n",
    "Text\n  «``{split s}» \ndata: d\n```\n", "«~~{expect}»\n- 1 = 2\n~~\n",
  ])
  func haveThreeBackticks(_ text: String) {
    expectMistakes(text, ["the fence of a block has at least three backticks or tildes"])
  }

  @Test(arguments: [
    "A\n`{split s}` b", "``{value}\nd.rows``", "- ``{split s}``", "`{a} b`",
    "see\n``{data s}\nsource: x``\nthere.", "`{train run}\nmore` text",
  ])
  func areNotMissedInCodeSpans(_ text: String) {
    #expect(ReadLesson(text).messages == [])
  }

  @Test func thatAreShortAreFoundInAMoment() {
    let lines = Array(repeating: "``{split s}", count: 20_000)
    let lesson = inAMoment { ReadLesson(lines.joined(separator: "\n")) }
    // Each but the last begins code that a later one ends.
    #expect(lesson.messages.count == 1)
    #expect(lesson.diagnostics.first?.range?.lower == 12 * (lines.count - 1))
  }

  @Test func thatAreShortAreToldInTheirOrder() {
    expectMistakes(
      "«``{split s}»\n«`{split t}»\n«~~{split u}»\n```` ``` a",
      Array(
        repeating: "the fence of a block has at least three backticks or tildes", count: 3))
  }

  @Test func ofOneOrTwoWordsAreKnownWithoutBraces() {
    let lesson = ReadLesson(
      """
      ```python {.a}
      ```

      > ~~~ train  run
      > x
      > ~~~

      ```{train a}
      ```
      ```data b
      ```
      ```c
      ```
      ```d e f
      ```
      """)
    let fences = lesson.notebook.shownFences
    #expect(fences.allSatisfy { $0.flaw == .bare })
    #expect(fences.map(\.header) == ["{train run}", "{data b}", "{c}"])
    #expect(fences.map(\.line) == [4, 10, 12])
    let parts = fences.map { lesson.notebook.source.string(in: $0.range) }
    #expect(parts == ["> ~~~ train  run\n> x\n> ~~~", "```data b\n```", "```c\n```"])
    let openings = fences.map { lesson.notebook.source.string(in: $0.opening) }
    #expect(openings == ["~~~ train  run", "```data b", "```c"])
  }

  @Test(arguments: [
    ("    «```{train a}»\n    epochs: 3\n    ```", ["{train a}"]),
    ("\t«~~~ {train a}» \n\tepochs: 3\n\t~~~", ["{train a}"]),
    ("  \t«```{expect}»\n  \t- 1 = 1\n  \t```", ["{expect}"]),
    ("            «```{train a}»", ["{train a}"]),
    // Below a paragraph no code can begin.
    ("Text\n    «```{train a}»\n    epochs: 3\n    ```\n", ["{train a}"]),
    ("Text\n    «~~~{train a}»\n", ["{train a}"]),
    (
      "    x\n\n    «```{data d}»\n    ```\n\n    «```{split s}»\n    ```\n",
      ["{data d}", "{split s}"]
    ),
    ("- a\n\nText\n\n    «```{train a}»\n    ```\n", ["{train a}"]),
  ])
  func thatAreIndentedTooFarAreKnown(_ marked: String, _ headers: [String]) {
    let text = MarkedText(marked)
    let notebook = ReadLesson(text.text, isLiteral: true).notebook
    #expect(notebook.blocks.isEmpty && notebook.diagnostics.isEmpty)
    #expect(notebook.shownFences.allSatisfy { $0.flaw == .indented })
    #expect(notebook.shownFences.map(\.header) == headers)
    #expect(text.marking(notebook.shownFences.map(\.opening)) == marked)
  }

  @Test func thatAreIndentedTooFarEndWithTheirOwnClosing() {
    let lesson = ReadLesson("    x\n    ```{a}\n    y\n    ```\n    z\n    ~~~{b}\n    y")
    let ranges = lesson.notebook.shownFences.map { lesson.notebook.source.string(in: $0.range) }
    #expect(ranges == ["    ```{a}\n    y\n    ```", "    ~~~{b}\n    y"])
  }

  @Test(arguments: [
    // In a list, what is indented may be a part of an item.
    "- a\n\n    ```{train a}\n    ```\n", "- a\n\n      ```{train a}\n      ```\n",
    "1. a\n    ```{train a}\n    ```\n", "> -     ```{train a}\n",
    // What is indented in a fence is the fence's text.
    "````markdown\n    ```{train a}\n    ```\n````\n", "```{{data d}}\n    ```{train a}\n```\n",
    "    ````markdown\n    ```{train a}\n    ```\n    ````\n",
    "```{data d}\n    ```{train a}\n```\n",
    // What has no command in braces is no block.
    "    ```\n    ```{train a}\n    ```\n", "    ```{{train a}}\n    ```\n",
    "    ```train a\n    ```\n",
    "    {train a}\n", "    ``{train a}\n", "    ```{train a\n", "    `{train a}`\n",
    "Text\n    ``{train a}\n    epochs: 3``\n", "   ```{train a}\n    epochs: 3\n   ```\n",
  ])
  func thatAreNotIndentedTooFarAreNot(_ text: String) {
    #expect(ReadLesson(text).notebook.shownFences.allSatisfy { $0.flaw == .bare })
  }

  @Test func ownTheLinesFromTheirOpeningToTheirClosing() throws {
    let lesson = ReadLesson("# T\n\n```{a}\nx: 1\n```\n\n```{b}\n```\n")
    let ranges = lesson.notebook.blocks.map { lesson.notebook.source.string(in: $0.range) }
    #expect(ranges == ["```{a}\nx: 1\n```", "```{b}\n```"])
    #expect(lesson.notebook.blocks.map(\.line) == [3, 7])
  }

  private static func name(_ word: String) -> String {
    "'\(word)' is not a name: names consist of letters, digits and '_', and do not begin with a"
      + " digit"
  }
}
