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

  @Test func ofTwoWordsAreKnownWithoutBraces() {
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
      """)
    let fences = lesson.notebook.bareFences
    #expect(fences.map(\.header) == ["{train run}", "{data b}"])
    #expect(fences.map(\.line) == [4, 10])
    #expect(fences.last.map { lesson.notebook.source.string(in: $0.range) } == "```data b\n```")
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
