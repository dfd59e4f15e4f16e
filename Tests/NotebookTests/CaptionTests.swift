import LessonTesting
import Notebook
import Testing

@Suite("Captions")
struct CaptionTests {
  private func lesson(_ caption: String) -> ReadLesson {
    ReadLesson("```{a}\n#| fig-cap: \(caption)\n```\n")
  }

  private func caption(_ written: String) -> Prose? {
    lesson(written).notebook.blocks.first?.figureCaption
  }

  private func html(_ written: String) -> String? {
    caption(written).map(lesson(written).html(of:))
  }

  @Test(arguments: [
    ("The loss", "The loss"), ("'*The* loss'", "<em>The</em> loss"),
    (
      "The `loss` & **so**",
      "The <code>loss</code> &amp; <strong>so</strong>"
    ),
    ("See @fig-loss.", "See <a href=\"#fig-loss\">Figure 1</a>."),
    ("a `{value} run.loss %.2f` b", "a <span class=\"value\">&lt;run.loss&gt;</span> b"),
    ("\"`{value} run.loss` now\"", "<span class=\"value\">&lt;run.loss&gt;</span> now"),
    ("'[a](https://example.org)'", "<a href=\"https://example.org\">a</a>"),
    ("12", "12"), ("Loss: it falls # always", "Loss: it falls # always"),
    ("@fig-loss: *a*  ", "<a href=\"#fig-loss\">Figure 1</a>: <em>a</em>"),
    ("*a* & [b](#top)", "<em>a</em> &amp; <a href=\"#top\">b</a>"),
    ("`{value} run.loss` is it", "<span class=\"value\">&lt;run.loss&gt;</span> is it"),
    ("% of 'all'", "% of 'all'"), ("| a", "| a"), ("true", "true"),
    ("'It''s *so*'", "It's <em>so</em>"),
    ("\"a \\\"b\\\" \\u00e4\"", "a &quot;b&quot; ä"),
    ("\"\"", ""),
  ])
  func areProse(_ written: String, _ html: String) {
    #expect(ReadLesson("```{a}\n#| fig-cap: \(written)\n```\n").messages == [])
    #expect(self.html(written) == html)
  }

  @Test(arguments: [
    "# No heading", "1. Not first", "- no item", "\"> no quotation\"", "+ plus", "\"    no code\"",
    "\"~~~\"", "\"---\"", "\"[^a]: b\"",
  ])
  func holdNoBlocks(_ written: String) {
    let quoted = written.hasPrefix("\"") ? written : "'\(written)'"
    let blocks: [Prose.Event?] = [.thematicBreak, .enter(.blockQuote), .enter(.item)]
    let events = caption(quoted)?.events ?? []
    #expect(!events.isEmpty)
    for event in events {
      #expect(!blocks.contains(event))
      if case .enter(.heading) = event { Issue.record("a heading") }
      if case .codeBlock = event { Issue.record("a code block") }
      if case .enter(.table) = event { Issue.record("a table") }
    }
  }

  @Test func haveMath() {
    #expect(html("'With $x_1^2$.'")?.contains("<math") == true)
    #expect(html("\"With $\\\\alpha$.\"")?.contains("α") == true)
    #expect(html("Costs $5 or $6.") == "Costs $5 or $6.")
  }

  @Test(arguments: [
    ("a «[^note]»", "a caption refers to no footnote"),
    ("\"a «[^note]» \\u00e4\"", "a caption refers to no footnote"),
    (
      "a «{#fig-a}»",
      "a label stands behind a caption's quotes, or in a block's cell option 'label'"
    ),
    ("a «<b>» c", "warning: HTML is left out of the report"),
    ("'it''s «<b>» c'", "warning: HTML is left out of the report"),
    (
      "a [b](«javascript:x»)",
      "warning: a link leads to http, https or mailto addresses or to files; this 'javascript:' link is left out"
    ),
    (
      "a ![](«b.png»)",
      "warning: describe this picture for those who cannot see it: ![what it shows](…)"
    ),
    ("a `{«vaule»} run.x`", "warning: 'vaule' in braces means nothing here; did you mean 'value'?"),
  ])
  func areCheckedAtTheirPlaces(_ caption: String, _ message: String) {
    expectMistakes("```{a}\n#| tbl-cap: \(caption)\n```\n", [message])
    expectMistakes(
      "```{a}\n#| echo: true\n#| fig-cap: \(caption)\nx: 1\n```\n\nBehind.\n", [message])
  }

  @Test(arguments: ["\"The loss $\\alpha$\"", "\"a\\nb\"", "\"$\\tau$\"", "'a\tb'"])
  func holdNoControlCharacters(_ written: String) {
    expectMistakes(
      "```{a}\n#| fig-cap: «\(written)»\n```\n",
      [
        "there is a control character in this: in double quotes, a backslash begins one; leave the quotes out"
      ])
  }

  @Test(arguments: [
    "The *loss*\n#|   falls", "The *loss*\r\n#|  falls", "The *loss*  \n#|\n#|     falls",
    "|\n#|   The *loss*\n#|   falls", ">-\n#|   The *loss*  \n#|\n#|   falls",
    "\n#|   The *loss*\n#|   falls", "\"The *loss*\n#|   falls\"", "'The *loss*\n#|\n#|   falls'",
    "\n#|   'The *loss*\n#|   falls'",
  ])
  func goOnInIndentedLines(_ written: String) throws {
    let lesson = ReadLesson("```{a}\n#| fig-cap: \(written)\n#| echo: false\nx: 1\n```\n")
    let block = try #require(lesson.notebook.blocks.first)
    #expect(lesson.messages == [])
    #expect(html(written) == "The <em>loss</em>\nfalls")
    #expect(block.options.figureCaption?.text == "The *loss* falls")
    #expect(!block.options.echo && block.source == "x: 1")
    let description = ReadLesson("```{a}\n#| fig-alt: \(written)\n```\n").notebook.blocks.first
    #expect(description?.options.figureAlternative == "The *loss* falls")
  }

  @Test func goOnInAnIndentedFence() {
    let lesson = ReadLesson("  ```{a}\n  #|fig-cap: a \"b\"\n  #| - c: d\n  ```\n")
    #expect(lesson.messages == [])
    #expect(lesson.notebook.blocks.first?.figureCaption?.plainText == "a \"b\" - c: d")
  }

  @Test(arguments: ["- b", "# b", "1. b", "> b", "---", "===", "| b |", "```"])
  func holdNoBlocksInOtherLines(_ line: String) {
    let caption = caption("a\n#|   \(line)")
    #expect(caption?.events == [.text("a"), .softBreak, .text(line)])
  }

  @Test(arguments: [
    ("fig-cap: The loss,\n#| «goes on here»", ", and a caption goes on in lines that are indented"),
    ("fig-cap: >\n#| «goes on here»", ", and a caption goes on in lines that are indented"),
    ("label: fig-a\n#|   «goes on here»", ""),
  ])
  func goOnInNoOtherLines(_ options: String, _ hint: String) {
    expectMistakes(
      "```{a}\n#| \(options)\n```\n", ["a cell option is written '#| key: value'\(hint)"])
  }

  @Test func endWhereAnotherOptionBegins() {
    let lesson = ReadLesson("```{a}\n#| fig-cap: a\n#|   b\n#|   echo: false\n```\n")
    #expect(lesson.notebook.blocks.first?.figureCaption?.plainText == "a b")
    #expect(lesson.notebook.blocks.first?.options.echo == false)
  }

  @Test(arguments: [
    "a\n#|   b «<b>» c", "|\n#|   a\n#|\n#|   b «<b>» c", "\"a \\u00e4\n#|   b\n#|   «<b>» c\"",
    "'it''s\n#|   a «<b>»\n#|   c'", "\"a \n#|   \\\"b «<b>» c\"",
  ])
  func areCheckedAtTheirPlacesInOtherLines(_ caption: String) {
    expectMistakes(
      "```{a}\n#| tbl-cap: \(caption)\n```\n", ["warning: HTML is left out of the report"])
    expectMistakes(
      "  ```{a}\n  #| tbl-cap: \(caption.replacing("\n#|", with: "\n  #|"))\n  ```\n",
      ["warning: HTML is left out of the report"])
  }

  @Test(arguments: ["a $x +\n#|   «\\alhpa»$", "'a $x +\n#|\n#|   «\\alhpa»$'"])
  func haveMathInOtherLines(_ caption: String) {
    expectMistakes(
      "```{a}\n#| fig-cap: \(caption)\n```\n",
      ["warning: unknown macro '\\alhpa'; did you mean '\\alpha'?"])
  }

  @Test(arguments: ["`{value} max(run.a,\n#|   run.b) %.2f`", "'`{value} 1 +\n#|   run.b %.2f`'"])
  func haveValuesInOtherLines(_ caption: String) throws {
    let lesson = ReadLesson("```{a}\n#| fig-cap: \(caption)\n```\n")
    let value = try #require(
      lesson.notebook.prose.flatMap(\.events).compactMap { event in
        if case .value(let value) = event { value } else { nil }
      }.first)
    let written = lesson.notebook.source.string(in: value.expressionRange)
    #expect(written.replacing("\n#|", with: "   ") == value.expression)
    #expect(value.formatRange.map { lesson.notebook.source.string(in: $0) } == "%.2f")
  }

  @Test(arguments: ["#|   a\n", "#|   $a$ `b`\n", "#|\n#|   a\n"])
  func areReadInAMoment(_ line: String) {
    let lines = String(repeating: line, count: 300_000 / line.utf8.count)
    let lesson = inAMoment { ReadLesson("```{a}\n#| fig-cap: |\n\(lines)```\n") }
    #expect(lesson.messages == [])
  }

  @Test(arguments: ["fig-cap:", "fig-cap: ''", "fig-cap: 'a' b", "{fig-cap: a}", "fig-cap:a"])
  func areOtherwiseReadAsYAML(_ line: String) {
    let block = ReadLesson("```{a}\n#| \(line)\n```\n").notebook.blocks.first
    #expect(
      block?.figureCaption?.plainText
        == (line == "{fig-cap: a}" ? "a" : line == "fig-cap: ''" ? "" : nil))
  }

  @Test func placesOfValuesCountEscapes() throws {
    let lesson = ReadLesson("```{a}\n#| fig-cap: \"ä \\\"x\\\" `{value} run.loss %.2f`\"\n```\n")
    let value = try #require(
      lesson.notebook.prose.flatMap(\.events).compactMap { event in
        if case .value(let value) = event { value } else { nil }
      }.first)
    let source = lesson.notebook.source
    #expect(source.string(in: value.expressionRange) == "run.loss")
    #expect(value.formatRange.map(source.string) == "%.2f")
  }

  @Test func ofPicturesAreProse() {
    expectHTML(
      "![what **it** shows](a.png \"The *loss*\"){#fig-a}",
      """
      <figure class="picture" id="fig-a">
      <span class="picture">what it shows</span>
      <figcaption>The <em>loss</em></figcaption>
      </figure>

      """)
    expectHTML(
      "![what **it** shows](a.png){#fig-a}",
      """
      <figure class="picture" id="fig-a">
      <span class="picture">what it shows</span>
      <figcaption>what <strong>it</strong> shows</figcaption>
      </figure>

      """)
    expectMistakes(
      "![a](b.png \"It $x$ «<b>» c\"){#fig-a}", ["warning: HTML is left out of the report"])
    expectMistakes("![a](b.png \"Nothing <b> here\")", [])
  }

  @Test(arguments: [
    "![a <b](b.png \"a «<b>» c\"){#fig-a}", "![a](<b.png> 'a\\'s «<b>» c'){#fig-a}",
    "![b.png](b.png (\\* &auml;&amp; \"x\" «<b>» c)){#fig-a}",
    "![a](b.png\n  \"a\n  b $x$ «<b>» c\"){#fig-a}",
    "> ![a](b.png\n> \"a &\n>   b «<b>» c\"){#fig-a}",
    "![a](b.png \"\\\"a\\\" $\\_x\\alpha$ «<b>» c\"){#fig-a}",
  ])
  func ofPicturesAreCheckedAtTheirPlaces(_ text: String) {
    expectMistakes(text, ["warning: HTML is left out of the report"])
  }
}
