import Execution
import Rendering
import Testing

@Suite struct ReportPageTests {
  @Test func pagesAreWellFormed() throws {
    let elements = try #require(Elements(Samples.page.html))
    #expect(elements.values("lang", of: "html") == ["en"])
    #expect(elements.all.filter { $0.name == "main" }.count == 1)
    #expect(elements.all.filter { $0.name == "h1" }.count == 1)
  }

  @Test func theProgramsWordsAreEnglishAmidOthers() throws {
    var page = Samples.page
    page.language = "de"
    let elements = try #require(Elements(page.html))
    #expect(elements.values("lang", of: "html") == ["de"])
    for name in ["a", "section", "footer"] {
      #expect(elements.values("lang", of: name) == ["en"], "\(name)")
    }
    #expect(elements.values("lang", of: "nav") == ["en", "en"])
    #expect(elements.values("lang", of: "div") == ["en", "en", "en", "en"])
  }

  @Test func theAuthorsWordsKeepTheirLanguageAmidTheProgramsOwn() throws {
    let table = Table(columns: [.init("a")], rows: [["1"]])
    let block = BlockView(
      command: "evaluate", anchor: "b",
      outputs: [.figure(Samples.lineChart), .figure(Samples.confusionMatrix), .table(table)],
      figures: [.init(number: 1, html: "Er sinkt.", alternativeText: "Sinkt."), .init(number: 2)],
      tables: [.init(number: 1, html: "Zahlen.")])
    let page = ReportPage(
      title: "t", language: "de",
      contents: [.init(level: 2, link: "<a href=\"#daten\">Daten</a>")], body: [.block(block)])
    let elements = try #require(Elements(page.html))
    #expect(elements.values("lang", of: "ul") == ["de", "de"])
    #expect(elements.values("lang", of: "desc") == ["de"])
    #expect(elements.values("lang", of: "span") == ["de", "de"])
    #expect(elements.text.contains("Figure 2. Confusion matrix"))
  }

  @Test(arguments: ["en", "en-GB"])
  func anEnglishPageSaysSoOnce(language: String) throws {
    var page = Samples.page
    page.language = language
    let elements = try #require(Elements(page.html))
    #expect(elements.all.compactMap { $0.attributes["lang"] } == [language])
  }

  @Test func pagesHaveNoScriptAndNothingFromOutside() throws {
    let html = Samples.page.html
    let elements = try #require(Elements(html))
    #expect(!elements.all.contains { ["script", "link", "iframe", "img"].contains($0.name) })
    for element in elements.all {
      for (name, value) in element.attributes where name != "xmlns" {
        #expect(!value.contains("://"))
        #expect(!name.hasPrefix("on"))
      }
    }
    #expect(
      elements.values("content", of: "meta").contains(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
  }

  @Test func idsAreUnique() throws {
    let ids = try #require(Elements(Samples.page.html)).all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func hostileTextStaysText() throws {
    let hostile = Samples.hostile
    var block = BlockView(
      command: hostile, name: hostile, anchor: "block", source: "key: \(hostile) # \(hostile)",
      outputs: [
        .log([hostile]), .text(hostile), .note(Note(.error, hostile)),
        .table(Table(columns: [.init(hostile)], rows: [[hostile]], remark: hostile)),
        .claims([Claim(text: hostile, found: hostile, verdict: .fails)]),
        .figure(Samples.chart([1], label: hostile)),
      ], status: .failed(messages: [hostile]))
    block.figures = [.init(alternativeText: hostile)]
    let page = ReportPage(
      title: hostile, author: hostile, description: hostile, language: hostile,
      body: [.block(block)], facts: [.init(name: hostile, value: hostile)],
      failures: [.init(message: hostile, anchor: hostile)])
    let elements = try #require(Elements(page.html))
    #expect(!elements.all.contains { $0.name == "script" })
    #expect(elements.text.contains("<script>alert('1')</script> & \"quotes\" "))
    #expect(elements.values("class", of: "span").contains("key"))
  }

  @Test func longLogsFoldToTheirEnds() throws {
    let html = Samples.page.html
    #expect(html.contains("<summary>12 more lines</summary>"))
    #expect(html.contains("Epoch 4/20 - loss: 0.5815</code></pre><details>"))
  }

  @Test func claimsSayTheirVerdictInWords() {
    let html = Samples.page.html
    for words in ["Holds: ", "Does not hold: ", "Skipped: ", "found 0.05"] {
      #expect(html.contains(words))
    }
  }

  @Test func blocksSayHowTheyEnded() {
    #expect(Samples.page.html.contains("<strong>This block did not run:</strong> it needs"))
    let failed = BlockView(
      command: "train", anchor: "b", status: .failed(messages: ["no such file", "line 3"]))
    let html = ReportPage(title: "t", body: [.block(failed)]).html
    #expect(html.contains("<strong>This block failed:</strong> no such file</p><p>line 3</p>"))
  }

  @Test func figuresAndTablesTakeTheirOwnCaptionsInOrder() throws {
    let table = Table(columns: [.init("a")], rows: [["1"]])
    let block = BlockView(
      command: "evaluate", anchor: "b",
      outputs: [.figure(Samples.lineChart), .table(table), .figure(Samples.confusionMatrix)],
      figures: [.init(number: 4, anchor: "fig-a", html: "First."), .init(number: 5)],
      tables: [.init(number: 2, anchor: "tbl-a", html: "Second.")])
    let elements = try #require(Elements(ReportPage(title: "t", body: [.block(block)]).html))
    #expect(elements.values("id", of: "figure") == ["fig-a", "tbl-a"])
    for caption in ["Figure 4. First.", "Figure 5.", "Table 2. Second."] {
      #expect(elements.text.contains(caption))
    }
  }

  @Test func numbersUnderAFigureAreThinnedPast200Rows() {
    let figure = Samples.chart((0..<1260).map { Double($0) * 0.1 })
    let block = BlockView(command: "plot", anchor: "b", outputs: [.figure(figure)])
    let html = ReportPage(title: "t", body: [.block(block)]).html
    #expect(html.split(separator: "<tr>").count == 202)
    #expect(html.contains("200 of 1260 rows, evenly spaced"))
    #expect(html.contains("<td>1260</td>") && html.contains("<table class=\"ends\">"))
  }

  @Test func onlyWideCodeTakesTheFocus() throws {
    func focusable(_ source: String) throws -> Bool {
      let block = BlockView(command: "train", anchor: "b", source: source)
      let elements = try #require(Elements(ReportPage(title: "t", body: [.block(block)]).html))
      return elements.values("tabindex", of: "pre") == ["0"]
    }
    #expect(try !focusable("epochs: 5"))
    #expect(try focusable("title: " + String(repeating: "long ", count: 20)))
  }

  @Test func numbersOfDifferentLengthsArePadded() throws {
    let table = Table(
      columns: [.init("a"), .init("b", .end)],
      rows: [["1.25", "1"], ["2", "12.25"], ["3", "nan"], ["4", "-3.2e-7"], ["5", ""]])
    let block = BlockView(command: "show", anchor: "b", outputs: [.table(table)])
    let html = ReportPage(title: "t", body: [.block(block)]).html
    let elements = try #require(Elements(html))
    #expect(elements.values("data-padding", of: "td") == [".2e-7", "-7"])
    #expect(html.contains("<td class=\"end\">nan</td>") && html.contains("<td>1.25</td>"))
  }

  @Test func onlyAPageThatStaysAsItIsHasADigest() {
    let page = ReportPage(title: "t", body: [], facts: [.init(name: "Seed", value: "1")])
    #expect(
      page.html.split(separator: "\n").filter { $0.contains("id=\"report.digest\"") }.count == 1)
    var frame = PageFrame.report
    frame.hasDigest = false
    #expect(!page.html(in: frame).contains("digest"))
  }

  @Test func anEmptyPageIsAPageToo() {
    #expect(Elements(ReportPage(title: "", body: []).html) != nil)
  }
}
