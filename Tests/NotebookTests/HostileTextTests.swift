import LessonTesting
import Notebook
import Testing

@Suite("Text that is no lesson")
struct HostileTextTests {
  @Test func hasANULByte() {
    expectMistakes("text\n«\0»", ["a lesson is text; here is a NUL byte"])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x23, 0], [0xFE, 0xFF, 0, 0x23]] as [[UInt8]])
  func isUTF16(_ bytes: [UInt8]) {
    let notebook = Notebook(SourceText(name: "lesson.md", bytes: bytes))
    #expect(
      notebook.diagnostics.messages
        == ["a lesson is text in UTF-8; this is UTF-16, which editors can save as UTF-8"])
    #expect(notebook.diagnostics.first?.range == SourceRange(0, 2))
  }

  @Test func isNotUTF8() {
    let bytes = Array("fine\nbr".utf8) + [0xFF] + Array("ken\nfine".utf8)
    let notebook = Notebook(SourceText(name: "lesson.md", bytes: bytes))
    #expect(notebook.diagnostics.messages == ["a lesson is text in UTF-8; this line is not"])
    #expect(notebook.diagnostics.first?.range == SourceRange(5, 11))
    #expect(notebook.parts.isEmpty)
  }

  @Test func isTooLong() {
    let lesson = ReadLesson(String(repeating: "text ", count: 500_000))
    #expect(lesson.messages == ["a lesson has at most 2 MB of text"])
  }

  /// cmark takes seconds or minutes for these, the reader a moment.
  @Test(
    arguments: [
      (String(repeating: "> ", count: 20_000) + "a", "this is nested more than 64 levels deep"),
      (String(repeating: "- ", count: 20_000) + "a", "this is nested more than 64 levels deep"),
      (String(repeating: "* ", count: 500) + "a", "this is nested more than 64 levels deep"),
      (String(repeating: "![[]()", count: 50_000), "a paragraph has at most 1000 '['"),
      (String(repeating: "- a\n\n", count: 20_000), "a lesson has at most 5000 list items"),
      (
        "```\n```\n" + String(repeating: "> ", count: 20_000),
        "this is nested more than 64 levels deep"
      ),
    ])
  func isNestedBeyondReason(_ text: String, _ message: String) {
    #expect(inAMoment { ReadLesson(text).messages } == [message])
  }

  @Test(arguments: [
    String(repeating: "-", count: 100), String(repeating: "* ", count: 100),
    "Title\n" + String(repeating: "-", count: 100), String(repeating: "+", count: 100) + "a",
    String(repeating: "a\n\n[b]\n\n", count: 2_000),
    "```text\n" + String(repeating: "[", count: 900) + "\n```",
    "~~~text\n" + String(repeating: "[", count: 2_000) + "\n~~~",
    "```{data a}\nfeatures:\n" + String(repeating: "  - [1, 2]\n", count: 1_001) + "```",
    "```{expect}\n" + String(repeating: "- a.b = 1\n", count: 5_001) + "```",
    "1. a\n\n   ```\n   b\n   ```\n\n<!-- c -->\n```\n" + String(repeating: "> ", count: 2_000),
    "---\nparams: {a: 1}\n---\n```\n" + String(repeating: "[", count: 2_000) + "\n```",
  ])
  func isNotMistakenForIt(_ text: String) {
    #expect(inAMoment { ReadLesson(text).messages }.isEmpty)
  }

  /// What looks like a fence and is none to cmark hides nothing.
  @Test(arguments: [
    ("<!--\n```\n-->\n", "\n```"), ("<div>\n```\n\n", "\n```"), (" ```\n```\n", "\n```"),
    ("- ```\n  ```\n  ", "\n  ```"), ("- a\n\n  ```\nb\n", "\n```"), ("> ```\n", "\n> ```"),
    ("```a`b\n", "\n```"), ("    ```\n", "\n    ```"), ("---\na: |\n  ```\n---\n", "\n```"),
    ("~~~\n```\n~~~\n", "\n```"), ("- a\n\n      ```\n  ```\n  b\n  ```\n  ", "\n  ```"),
    (
      String(repeating: "`", count: 300) + "\n" + String(repeating: "`", count: 255) + "\n", "\n```"
    ),
  ])
  func isNotHiddenBehindAFence(_ beginning: String, _ ending: String) {
    let text = beginning + String(repeating: "![[]()", count: 50_000) + ending
    #expect(inAMoment { ReadLesson(text).messages } == ["a paragraph has at most 1000 '['"])
  }

  /// Long, but read in a moment: no step may look back over all that was read before.
  @Test(
    arguments: [
      "1. ", "# a\n", "@fig-", "@fig-loss ", "<b>", "a<b>", "`{value} a.b` ", "*a **a ", "a**b",
      "<",
      "&", "&#64;fig-a ", "@Fig-a ", "\\ref{fig-a} ",
      "```{{a}}\n```\n", "- a\n  ", "[a\n\n", "`{value}\na.b` ",
      "> `{value}\n> a.b`\n", "a\\\n`{value} a.b` ",
    ])
  func isReadInAMoment(_ piece: String) {
    let count = piece.hasPrefix("- ") ? 4_000 : 1_000_000 / piece.utf8.count
    let lesson = inAMoment { ReadLesson(String(repeating: piece, count: count)) }
    #expect(lesson.messages.filter { !$0.hasPrefix("warning: HTML") }.isEmpty)
    #expect(!inAMoment { lesson.html }.isEmpty)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func nestsYAMLTooDeeply(_ opening: String) {
    let lesson = ReadLesson("---\na: \n " + String(repeating: opening, count: 500) + "\n---\n")
    #expect(lesson.messages == ["YAML is nested more than 64 levels deep"])
  }

  @Test(arguments: [66, 500, 1_100, 1_300])
  func indentsYAMLTooDeeply(_ depth: Int) {
    let lines = (0..<depth).map { String(repeating: " ", count: $0) + "a:" }
    let lesson = ReadLesson("---\n" + lines.joined(separator: "\n") + "\n---\n")
    #expect(lesson.messages == ["YAML is nested more than 64 levels deep"])
  }

  @Test func mayNestAsDeeplyAsAnybodyNeeds() {
    let lines = (0..<20).map { String(repeating: "  ", count: $0) + "a:" }
    let lesson = ReadLesson("```{x}\n" + lines.joined(separator: "\n") + " 1\n```\n")
    #expect(lesson.messages.isEmpty)
    #expect(lesson.notebook.blocks.first?.body != nil)
  }
}
