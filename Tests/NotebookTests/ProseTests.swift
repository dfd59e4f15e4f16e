import LessonTesting
import Notebook
import Testing

@Suite("Prose")
struct ProseTests {
  @Test(arguments: [
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    (
      "- a\n  - b\n\n    c",
      "<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</li>\n</ul>\n"
    ),
    ("- > a", "<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>\n"),
    ("a `<b> &amp;` c", "<p>a <code>&lt;b&gt; &amp;amp;</code> c</p>\n"),
    ("a\\\nb  \nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"),
    ("\"a\" & <c", "<p>&quot;a&quot; &amp; &lt;c</p>\n"),
    ("***a***", "<p><em><strong>a</strong></em></p>\n"), ("***\n", "<hr>\n"),
  ])
  func isWrittenInCmarksLayout(_ text: String, _ html: String) {
    expectHTML(text, html)
  }

  @Test(arguments: [
    (
      "[a](https://x.org/?a=1&b=2 \"T\")",
      "<a href=\"https://x.org/?a=1&amp;b=2\" title=\"T\">a</a>"
    ),
    ("[a](#part)", "<a href=\"#part\">a</a>"), ("[a](data.csv)", "<a href=\"data.csv\">a</a>"),
    ("<ada@example.org>", "<a href=\"mailto:ada@example.org\">ada@example.org</a>"),
    ("[a](HTTPS://x.org)", "<a href=\"HTTPS://x.org\">a</a>"), ("[a](ä b)", "[a](ä b)"),
    ("[a](<ä b>)", "<a href=\"%C3%A4%20b\">a</a>"),
    ("[a](javascript:alert(1))", "a"),
    ("[a](JavaScript:alert(1))", "a"),
    ("[a](&#106;avascript:alert(1))", "a"),
    ("[a](<java\tscript:alert(1)>)", "a"),
    ("[a](<\u{1}javascript:alert(1)>)", "a"),
    ("[a](data:text/html,x)", "a"), ("[a](file:///etc)", "a"),
    ("[a](vbscript:x)", "a"), ("[a](x/y:z)", "<a href=\"x/y:z\">a</a>"),
    ("![a *b* `c`](x.png)", "<span class=\"picture\">a b c</span>"),
    ("[![a](x.png)](y)", "<a href=\"y\"><span class=\"picture\">a</span></a>"),
    ("![a ![b](x)](y)", "<span class=\"picture\">a b</span>"),
  ])
  func linksOnlyToWhatIsSafe(_ text: String, _ html: String) {
    expectHTML(text, "<p>\(html)</p>\n")
  }

  @Test(arguments: [
    ("a «<b>»c«</b>»", 2), ("«<script>»alert(1)</script>\n\ntext", 1), ("«<b>» «<b>»", 2),
    ("text\n\n  «<div>»\nx\n</div>", 1), ("> «<img src=x onerror=y>»", 1),
    ("a <!-- nothing --> b", 0), ("<!--\nnothing\n-->", 0),
  ])
  func leavesHTMLOut(_ text: String, _ count: Int) {
    let message = "warning: HTML is left out of the report"
    let lesson = ReadLesson(text)
    #expect(lesson.messages == Array(repeating: message, count: count))
    #expect(lesson.markedText == text)
    #expect(!lesson.html.contains("script") && !lesson.html.contains("<b>"))
    #expect(!lesson.html.contains("<img") && !lesson.html.contains("<!--"))
  }

  @Test func leavesHTMLOutAtItsPlace() {
    expectMistakes(
      "a «<b>»c«</b>» «<b>»d«</b>»",
      Array(repeating: "warning: HTML is left out of the report", count: 4))
  }

  @Test(arguments: [
    ("«:::» {.callout-note}\na\n:::", "':::' begins nothing here: it is shown as it is written"),
    ("a\n«::::»note\n\n- b", "'::::' begins nothing here: it is shown as it is written"),
    ("> «[!NOTE]»\n> a", "'[!NOTE]' makes no callout of a quotation: it is shown as it is written"),
    ("- > «[!tip]» a", "'[!tip]' makes no callout of a quotation: it is shown as it is written"),
    (
      "a ![b](c.png)«{width=50%}» d",
      "only a label such as {#fig-net} stands behind a picture; '{width=50%}' does nothing"
    ),
    (
      "![b](c.png)«{#fig-b .wide}»",
      "only a label such as {#fig-net} stands behind a picture; '{#fig-b .wide}' does nothing"
    ),
  ])
  func noticesMarkupOfOtherPrograms(_ text: String, _ message: String) throws {
    expectMistakes(text, ["warning: \(message)"])
    let written = try #require(text.firstMatch(of: /«(.*)»/)).1
    #expect(ReadLesson(text).html.contains(written), "shown as it is written")
  }

  @Test(arguments: [
    ":::", "a ::: b", "`::: note`", "\\::: note", "> \\[!NOTE]", "[!NOTE]", "> a [!NOTE]", "> [!]",
    "> [!a b]", "![b](c.png){#fig-b}", "![b](c.png) {a=1}", "![b](c.png)\\{a=1}", "![b](c.png){a}",
    "[b](c){a=1}", "```\n::: note\n```",
  ])
  func takesNoOtherTextForMarkupOfOtherPrograms(_ text: String) {
    #expect(ReadLesson(text).messages == [])
  }

  @Test func showsValuesOfTheRun() {
    expectHTML(
      "It is `{value} spam.loss[-1] %.4f`, *`{value} a.b`*.",
      "<p>It is <span class=\"value\">&lt;spam.loss[-1]&gt;</span>, "
        + "<em><span class=\"value\">&lt;a.b&gt;</span></em>.</p>\n")
  }

  @Test func knowsTheWordsOfAValue() throws {
    let source = ReadLesson("Ä `a` and ``{value}  x + $y  %.1f%% `` and `{values}`").notebook
    let events = try #require(source.parts.first).events
    let values = events.compactMap { if case .value(let value) = $0 { value } else { nil } }
    let value = try #require(values.first)
    #expect(values.count == 1)
    #expect(value.expression == "x + $y" && value.format == "%.1f%%")
    #expect(source.source.string(in: value.expressionRange) == "x + $y")
    #expect(value.formatRange.map(source.source.string) == "%.1f%%")
  }

  @Test(arguments: ["vaule", "valu", "Value", "values"])
  func codeThatIsMeantForAValueIsNoticed(_ word: String) {
    let message = "warning: '\(word)' in braces means nothing here; did you mean 'value'?"
    expectMistakes(
      "It is `{«\(word)»} a.b`, `{value} a.b`, `{valid} a.b`, `{\(word)}` and\n"
        + "`{«\(word)»} a.b %.4f`.\n", [message, message])
  }

  @Test func citesFiguresAndTables() {
    expectHTML(
      "See @fig-loss, (@fig-loss-) and @tbl-none.",
      "<p>See <a href=\"#fig-loss\">Figure 1</a>, (<a href=\"#fig-loss\">Figure 1</a>-) and"
        + " @tbl-none.</p>\n")
  }

  @Test(arguments: [
    "ada@fig-loss.org", "@fig-", "@figure", "`@fig-loss`", "@ fig-loss", "a1@fig-loss",
  ])
  func takesNothingElseForACitation(_ text: String) {
    #expect(!ReadLesson(text).html.contains("href=\"#fig-loss\""))
  }

  @Test func citesTheSameLabelAtEachOfItsPlaces() throws {
    let notebook = ReadLesson("@fig-a x @fig-b @fig-a\n@fig-a").notebook
    let events = try #require(notebook.parts.first).events
    let ranges = events.compactMap { event -> Int? in
      if case .reference(let reference) = event { reference.range?.lower } else { nil }
    }
    #expect(ranges == [0, 9, 16, 23])
  }

  /// What reads like the citation and is none stands before it.
  @Test(arguments: [
    "x `@fig-loss`,", "`a @fig-loss\nb`", "`` ` @fig-loss ``", "`[fig-loss]` `@Fig-loss`",
    "ada@fig-loss.org", "<ada@fig-loss.org>", "ada\\@fig-loss", "[x](https://x.org/@fig-loss)",
    "[x](https://x.org \"@fig-loss\")", "[x](data.csv '@fig-loss')", "![x](a.png \"@fig-loss\")",
    "a <!-- @fig-loss -->", "$@fig-loss$", "- a `@fig-loss`\n\n  b `@fig-loss`\n  c",
    "> `@fig-loss`\n> ada@fig-loss",
  ])
  func takesOnlyTheEscapedCitationForText(_ before: String) {
    let html = ReadLesson(before + " \\@fig-loss. @fig-loss").html
    #expect(html.contains(" @fig-loss. <a href=\"#fig-loss\">Figure 1</a></p>"), "\(html)")
    #expect(html.matches(of: /Figure 1/).count == 1)
  }

  @Test(arguments: [
    "`@fig-a` ", "ada@fig-a.org ", "[x](https://x.org/@fig-a) ", "a `@fig-ab` b ", "\\@fig-a ",
  ])
  func knowsTheOwnPlaceOfACitation(_ before: String) throws {
    let notebook = ReadLesson(before + "@fig-a").notebook
    let events = try #require(notebook.parts.first).events
    let ranges = events.compactMap { event -> SourceRange? in
      if case .reference(let reference) = event { reference.range } else { nil }
    }
    let start = before.utf8.count
    #expect(ranges == [SourceRange(start, start + "@fig-a".utf8.count)])
  }

  @Test func givesEveryHeadingAnAnchorOfItsOwn() {
    expectHTML(
      "# A & `b`!\n\n## a b\n\n### A b 2\n\n# a-b\n\n# ***\n\nÜber uns\n===\n",
      """
      <h1 id="a-b">A &amp; <code>b</code>!</h1>
      <h2 id="a-b-2">a b</h2>
      <h3 id="a-b-2-2">A b 2</h3>
      <h1 id="a-b-3">a-b</h1>
      <h1 id="section">***</h1>
      <h1 id="über-uns">Über uns</h1>

      """)
  }

  @Test func keepsAnAnchorThatAnotherHeadingWouldTake() {
    expectHTML(
      "# a 2\n\n# a\n\n# a\n",
      "<h1 id=\"a-2\">a 2</h1>\n<h1 id=\"a\">a</h1>\n<h1 id=\"a-3\">a</h1>\n")
  }
}

extension Notebook.Part {
  /// The events of prose; none of a block.
  fileprivate var events: [Prose.Event] {
    if case .prose(let prose) = self { prose.events } else { [] }
  }
}
