import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Links")
struct LinkTests {
  /// A lesson that has others beside it, one of them with a mistake, a folder called like one, and some other files.
  private func check(_ marked: String) throws -> CheckedLesson {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "notes.md"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("softmax.md", "# Loss {#sec-loss}\n\n## Ä\n\n```{sample s}\n```\n"), ("a b.md", "# Another"),
      ("wrong.md", "```{sample s more}\n```\n"), ("open.md", "```{sample s}\n\n# Below\n"),
      ("data.csv", "a,b\n"), ("notes.md/a b.txt", "ä"), ("softmax.html", "An earlier report."),
      ("large.bin", String(repeating: "a", count: 2_000_001)),
      ("big.bin", String(repeating: "a", count: 2_000_000)),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return CheckedLesson(marked, commands: [SampleBlock.self], lessonFolder: folder.path)
  }

  private func expect(
    _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let lesson = try check(marked)
    #expect(lesson.messages == messages, sourceLocation: sourceLocation)
    #expect(lesson.markedText == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "[a](softmax.md)", "[a](./softmax.md#sec-loss)", "[a](softmax.md#block-s)",
    "[a](softmax.md#%C3%A4)", "[a](softmax.md#)", "[a](softmax.md#top)", "[a](wrong.md#block-s)",
    "[a](open.md#below)",
    "[a](a%20b.md)", "[a](<a b.md>)",
    "[a](https://example.org/nowhere.md)", "[a](//example.org/nowhere.md)", "[a](/nowhere.md)",
    "[a](data.csv)", "[a](notes.md/a%20b.txt)", "[a](mailto:a@b.md)", "[a](?a=b)",
    "[a](index.html)", "[a](softmax.html)", "[a](softmax.results.json)", "[a](a%20b.fig-loss.svg)",
    "[a](softmax-rate-0.1.html#top)",
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
    (
      "[a](«dta.csv#row=2» 't')",
      "there is no file 'dta.csv' beside this lesson; did you mean 'data.csv'?"
    ),
    ("*[a](<«a c.txt»>)*", "there is no file 'a c.txt' beside this lesson"),
    ("[a](«notes.md/nowhere.md»)", "there is no file 'notes.md/nowhere.md' beside this lesson"),
    ("[a](«a%00.txt»)", "there is no file 'a\0.txt' beside this lesson"),
    (
      "[a](«www.example.org/a»)",
      "there is no file 'www.example.org/a' beside this lesson; did you mean 'https://www.example.org/a'?"
    ),
    ("[a](«other.html»)", "there is no file 'other.html' beside this lesson"),
    ("[a](«../nowhere.md»)", "'../nowhere.md' is outside the lesson's folder: \(Self.isLeftOut)"),
    ("[a](«notes.md/»)", "'notes.md/' is a folder: \(Self.isLeftOut)"),
    (
      "[a](«large.bin»)",
      "'large.bin' is larger than 2 MB, too much for a report: \(Self.isLeftOut)"
    ),
  ])
  func thatLeadNowhereAreFound(_ text: String, _ message: String) throws {
    try expect(text, ["warning: \(message)"])
  }

  private static let isLeftOut =
    "the page does not hold it, and its link is right only in the lesson's folder"

  @Test func toOtherFilesMakeThemPartOfThePage() throws {
    let plan = try check(
      "[a](data.csv) [b](./data.csv#row=1) [c](notes.md/a%20b.txt) [d](softmax.md) [e](large.bin)"
    ).plan
    #expect(
      plan.linkedFiles.mapValues(\.name)
        == ["data.csv": "data.csv", "./data.csv": "data.csv", "notes.md/a%20b.txt": "a b.txt"])
    #expect(plan.linkedFiles["notes.md/a%20b.txt"]?.bytes == Array("ä".utf8))
  }

  /// A file beside the lesson that has the name of a report is not looked at, whoever wrote it.
  @Test func toWhatRunsMakeLeaveItOutsideThePage() throws {
    #expect(try check("[a](softmax.html)").plan.linkedFiles.isEmpty)
  }

  @Test func makeThePageOnlySoLarge() throws {
    let four = Array(repeating: "[a](big.bin)", count: 4).joined(separator: " ")
    #expect(try check(four).messages.isEmpty)
    let text = "\(four) [b](«data.csv») [a](«big.bin») [b](data.csv)"
    let more = "\(four) [a](«big.bin») [a](big.bin) [b](data.csv)"
    let words = "linked files make up more than 8 MB: \(Self.isLeftOut)"
    try expect(
      text + " [c](<notes.md/a b.txt>)",
      ["data.csv", "big.bin"].map { "warning: with '\($0)', \(words)" })
    try expect(more, ["warning: with 'big.bin', \(words)"])
    #expect(try check(more).plan.linkedFiles.keys.sorted() == ["data.csv"])
  }
}
