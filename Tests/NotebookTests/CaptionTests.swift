import LessonTesting
import Notebook
import Testing

@Suite("Captions")
struct CaptionTests {
  private func caption(_ written: String) -> Prose? {
    ReadLesson("```{a}\n#| fig-cap: \(written)\n```\n").notebook.blocks.first?.figureCaption
  }

  private func html(_ written: String) -> String? {
    caption(written).map { caption in
      ProseHTML.render(
        caption,
        in: ProseHTML.Context(
          values: { "<\($0.expression)>" },
          targets: ["fig-loss": ProseHTML.Target(name: "Figure 1", anchor: "fig-loss")]))
    }
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

  @Test func standOnOneLine() {
    expectMistakes(
      "```{a}\n#| fig-cap: The loss,\n#|   «continued here.»\n```\n",
      ["a cell option is written '#| key: value', and a caption stands on one line"])
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
