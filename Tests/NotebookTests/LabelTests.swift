import LessonTesting
import Notebook
import Testing

@Suite("Labels and pictures in prose")
struct LabelTests {
  private func labels(_ text: String) -> [String] {
    ReadLesson(text).notebook.prose.flatMap { $0.labels.map(\.name) }
  }

  @Test(arguments: [
    ("## A *b* {#sec-a}", ["sec-a"]), ("A\n=== \n", []), ("A {#sec-a}\n===\n", ["sec-a"]),
    ("$$ x $$ {#eq-a}", ["eq-a"]), ("$$\nx\n$$ {#eq-a_b-c}", ["eq-a_b-c"]),
    ("$$x$${#eq-a} is", ["eq-a"]),
    ("![a](b.png){#fig-a}", ["fig-a"]), ("> ![a](b.png){#fig-a}", ["fig-a"]),
    ("Table: a {#tbl-a}\n\n| a |\n|---|", ["tbl-a"]), ("`{#fig-a}`", []), ("a {#b} c", []),
  ])
  func belongToWhatStandsBeforeThem(_ text: String, _ found: [String]) {
    #expect(labels(text) == found)
    #expect(ReadLesson(text).messages.isEmpty)
  }

  @Test func areAnchors() {
    expectHTML("## A `b` {#sec-a}", "<h2 id=\"sec-a\">A <code>b</code></h2>\n")
    expectHTML(
      "## Sec A\n\n## Lesson",
      "<h2 id=\"section-sec-a\">Sec A</h2>\n<h2 id=\"lesson-2\">Lesson</h2>\n")
  }

  @Test(arguments: [
    (
      "text «{#fig-a}» text",
      "a label stands behind a heading, an equation, a picture or the caption of a table"
    ),
    (
      "$x$ «{#eq-a}»",
      "a label stands behind a heading, an equation, a picture or the caption of a table"
    ),
    ("## A «{#a}»", "the label of a section is 'sec-' and letters, digits, '-' or '_', not 'a'"),
    (
      "> $$x$$ «{#fig-a}»",
      "the label of an equation is 'eq-' and letters, digits, '-' or '_', not 'fig-a'"
    ),
    ("a ![b](c.png)«{#fig-a}»", "a picture with a label stands in a paragraph of its own"),
  ])
  func saysWhichAreOutOfPlace(_ text: String, _ message: String) {
    expectMistakes(text, [message])
  }

  @Test(arguments: [
    (
      "![a](«https://x.org/a.png»)",
      "a report loads nothing, so a picture is a file beside the lesson; this one is left out"
    ),
    (
      "![a](«//x.org/a.png»)",
      "a report loads nothing, so a picture is a file beside the lesson; this one is left out"
    ),
    ("![](«a.png»)", "describe this picture for those who cannot see it: ![what it shows](…)"),
    (
      "[a](«javascript:alert(1)»)",
      "a link leads to http, https or mailto addresses or to files; this 'javascript:' link is left out"
    ),
    (
      "> a <«vbscript:x»> b",
      "a link leads to http, https or mailto addresses or to files; this 'vbscript:' link is left out"
    ),
  ])
  func warnsOfWhatIsLeftOut(_ text: String, _ message: String) {
    expectMistakes(text, ["warning: " + message])
    let html = ReadLesson(text).html
    #expect(!html.contains("href") && !html.contains("src"))
  }

  @Test(arguments: ["a \\ref{fig-loss} b", "[fig-loss]", "*@Fig-loss*.", "@fig:loss"])
  func whatResemblesACitationIsShownAsItIsWritten(_ text: String) {
    let words = text.replacing("*", with: "")
    #expect(ReadLesson(text).html.replacing(/<[^>]*>/, with: "") == words + "\n")
    #expect(ReadLesson("# " + text).notebook.prose.first?.plainText == words)
  }

  @Test func hasNoCharactersThatPlaceholdersConsistOf() {
    let text = "a «" + String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self) + "»0"
    expectMistakes(text, ["here is a character that Unicode reserves for the inside of programs"])
  }

  /// Long, but read in a moment.
  @Test(
    arguments: [
      "$a ", "$a$ ", "$$ ", "$$\n", "$$ `a`\n", "`` ` $", "[^a]: [^b] x\n\n", "| a |\n|---|\n\n",
      "{#fig-x} ", "![a](b){#fig-x}\n\n", "$x_i$ ", "{#", "Table: x\n\n| a |\n|---|\n\n",
      "> $$ x\n",
    ])
  func isReadInAMoment(_ piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let html = inAMoment { ReadLesson(text).html }
    #expect(!html.isEmpty || piece.hasPrefix("[^"))
  }
}
