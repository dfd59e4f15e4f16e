import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Links")
struct LinkTests {
  /// What a check says of a lesson that has others beside it, one of them with a mistake, and a folder called like one.
  private func expect(
    _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "notes.md"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("softmax.md", "# Loss {#sec-loss}\n\n## Ä\n\n```{sample s}\n```\n"), ("a b.md", "# Another"),
      ("wrong.md", "```{sample s more}\n```\n"), ("open.md", "```{sample s}\n\n# Below\n"),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let lesson = CheckedLesson(marked, commands: [SampleBlock.self], lessonFolder: folder.path)
    #expect(lesson.messages == messages, sourceLocation: sourceLocation)
    #expect(lesson.markedText == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "[a](softmax.md)", "[a](./softmax.md#sec-loss)", "[a](softmax.md#block-s)",
    "[a](softmax.md#%C3%A4)", "[a](softmax.md#)", "[a](softmax.md#top)", "[a](wrong.md#block-s)",
    "[a](open.md#below)",
    "[a](a%20b.md)", "[a](<a b.md>)",
    "[a](https://example.org/nowhere.md)", "[a](//example.org/nowhere.md)", "[a](/nowhere.md)",
    "[a](below/nowhere.md)", "[a](../nowhere.md)", "[a](data.csv)", "[a](mailto:a@b.md)",
    "[a](#)", "[a](#top)", "[a](#lesson)", "```{sample s}\n```\n[a](#block-s)", "[a](#figure-3)",
    "## A b\n\n[a](#a-b)", "## Ä\n\n[a](#%C3%A4)",
    "[a](#sec-b)\n\n## B {#sec-b}", "[a](#eq-b)\n\n$$x$$ {#eq-b}",
    "[a][b]\n\n# C\n\n[b]: #c", "[^n]\n\n[^n]: [a](#c)\n\n# C",
  ])
  func thatLeadSomewhereAreRight(_ text: String) throws {
    try expect(text, [])
  }

  @Test(arguments: [
    ("# Loss\n\n[a](«#los»)", "this page has no place '#los'; did you mean 'loss'?"),
    ("# Loss\n\n*[a](«#nowhere» \"t\")*", "this page has no place '#nowhere'"),
    (
      "[a](«softmx.md»)",
      "there is no lesson 'softmx.md' beside this one; did you mean 'softmax.md'?"
    ),
    ("See other.md: [other.md](«other.md»)", "there is no lesson 'other.md' beside this one"),
    ("`#b` [#b](<«#b»>)", "this page has no place '#b'"),
    (
      "```{sample s}\n#| include: false\n```\n[a](«#block-s»)",
      "this page has no place '#block-s'"
    ),
    ("[a](«notes.md»)", "there is no lesson 'notes.md' beside this one"),
    (
      "[a](«softmax.md#sec-los»)",
      "the lesson 'softmax.md' has no place '#sec-los'; did you mean 'sec-loss'?"
    ),
    ("*[a](«a%20b.md#nowhere»)*", "the lesson 'a b.md' has no place '#nowhere'"),
    ("[a](«other.md#b»)", "there is no lesson 'other.md' beside this one"),
    ("> - **[p](«other.md»)**", "there is no lesson 'other.md' beside this one"),
    ("«[a][b] c»\n\n[b]: other.md", "there is no lesson 'other.md' beside this one"),
    ("[^n]\n\n[^n]: [a](«#b»)", "this page has no place '#b'"),
  ])
  func thatLeadNowhereAreFound(_ text: String, _ message: String) throws {
    try expect(text, ["warning: \(message)"])
  }
}
