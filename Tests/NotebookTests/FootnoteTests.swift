import LessonTesting
import Notebook
import Testing

@Suite("Footnotes and tasks")
struct FootnoteTests {
  @Test func leadThereAndBack() {
    expectHTML(
      "a[^x] b[^x]\n\n[^x]: Text *here*.\n",
      """
      <p>a<sup class="footnote" id="footnote.1.1"><a href="#footnote.1" aria-label="Footnote 1">1</a></sup> \
      b<sup class="footnote" id="footnote.1.2"><a href="#footnote.1" aria-label="Footnote 1">1</a></sup></p>
      <section class="footnotes" aria-label="Footnotes">
      <ol>
      <li id="footnote.1">
      <p>Text <em>here</em>. <a href="#footnote.1.1" class="way-back" aria-label="Back to the text">↩</a> \
      <a href="#footnote.1.2" class="way-back" aria-label="Back to the text, place 2">↩<sup>2</sup></a></p>
      </li>
      </ol>
      </section>

      """)
  }

  private func footnotes(_ text: String) -> [String] {
    ReadLesson(text).notebook.footnotes.map { footnote in
      footnote.prose.plainText
    }
  }

  @Test(arguments: [
    ("a[^x] b[^y]\n\n[^y]: Y\n[^x]: X", ["X", "Y"]), ("[^x]: X\n\na[^x]", ["X"]),
    ("[^x]: word\n\na[^x]", ["word"]), ("text[^x]\n[^x]: X", ["X"]),
    ("a[^x]\n\n[^x]: X\n    more\n\n    Y", ["X moreY"]), ("> a[^x]\n>\n> [^x]: X", ["X"]),
    ("- a[^x]\n\n  [^x]: X", ["X"]), ("a[^x]\n\n[^x]:\n    X", [" X"]),
    ("# a[^x]\n\n| b[^y] |\n|---|\n\n[^x]: X\n[^y]: Y", ["X", "Y"]),
    ("a[^x]\n\n[^x]: X[^y]\n\n[^y]: Y[^x]", ["X", "Y"]),
    ("a[^x]\n\n```{train b}\n```\n\n[^x]: X", ["X"]),
    ("1) a[^x]\n\n[^x]: X\n\n1) b", ["X"]),
  ])
  func areNumberedByTheirReferences(_ text: String, _ found: [String]) {
    #expect(footnotes(text) == found)
    #expect(ReadLesson(text).diagnostics.allSatisfy { $0.code == .unclosedBlock })
  }

  @Test(arguments: ["`a[^x]`", "```\n[^x]: a\n```", "\\[^x]", "[^a b]: c", "[^]", "[^x](y)"])
  func areNothingElse(_ text: String) {
    let lesson = ReadLesson(text)
    #expect(lesson.messages.isEmpty && lesson.notebook.footnotes.isEmpty)
  }

  @Test func leaveListsAsTheyAre() {
    #expect(
      ReadLesson("- a\n- b[^x]\n\n[^x]: X").html.hasPrefix("<ul>\n<li>a</li>\n<li>b<sup"))
    #expect(ReadLesson("a[^x]\n\n[^x]: X\n\n1) b").html.contains("<ol>\n<li>"))
  }

  @Test func saysWhichAreMissingDoubleOrUnused() {
    expectMistakes(
      "a«[^nte]» b[^note] «[^q]»\n\n[^note]: c\n\n«[^note]»: d\n\n«[^rest]»: e",
      [
        "there is no footnote 'nte'; did you mean 'note'?", "there is no footnote 'q'",
        "there already is a footnote 'note'", "warning: nothing refers to footnote 'rest'",
      ])
  }

  @Test func areNoLinksWithinLinks() {
    let html = ReadLesson("[a[^x] @fig-loss](y)\n\n[^x]: X").html
    #expect(html.contains("<a href=\"y\">a<sup class=\"footnote\">1</sup> Figure 1</a>"))
  }

  @Test func tasksHaveBoxesWithNames() {
    expectHTML(
      "- [ ] a *b*\n- [x] c\n- d\n- [ ]e\n- `[ ]` f\n",
      """
      <ul>
      <li class="task"><label><input type="checkbox" disabled> a <em>b</em></label></li>
      <li class="task"><label><input type="checkbox" disabled checked> c</label></li>
      <li>d</li>
      <li>[ ]e</li>
      <li><code>[ ]</code> f</li>
      </ul>

      """)
  }

  @Test func tasksMayHaveParagraphs() {
    expectHTML(
      "1. [X] a\n\n   b\n",
      "<ol>\n<li class=\"task\">\n<p><label><input type=\"checkbox\" disabled checked> a</label></p>\n"
        + "<p>b</p>\n</li>\n</ol>\n")
  }
}
