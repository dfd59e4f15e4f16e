import Execution
import Rendering
import Testing
import Workers

@Suite struct ReportPageTests {
  @Test func pagesAreWellFormed() throws {
    let elements = try #require(Elements(Samples.page.html))
    #expect(elements.values("lang", of: "html") == ["en"])
    #expect(elements.all.filter { $0.name == "main" }.count == 1)
    #expect(elements.all.filter { $0.name == "h1" }.count == 1)
  }

  @Test func thePagesWordsAreEnglishAmidALanguageWithoutAny() throws {
    var page = Samples.page
    page.language = "it"
    let elements = try #require(Elements(page.html))
    #expect(elements.values("lang", of: "html") == ["it"])
    for name in ["a", "section", "footer"] {
      #expect(elements.values("lang", of: name) == ["en"], "\(name)")
    }
    #expect(elements.values("lang", of: "nav") == ["en", "en"])
    #expect(elements.values("lang", of: "div") == ["en", "en", "en", "en"])
    #expect(elements.text.contains("Skip to the lesson"))
  }

  /// A page with captions of an author's.
  private func captionedPage(in language: String) throws -> Elements {
    let table = Table(columns: [.init("a")], rows: [["1"]], remark: "1 of 2 rows")
    let block = BlockView(
      command: "evaluate", anchor: "b", source: "run: a",
      outputs: [
        .figure(Samples.lineChart), .figure(Samples.confusionMatrix), .table(table), .text("a"),
        .excerpts([Excerpt(title: "text 1", pieces: [])]), .log(["a"]),
      ],
      figures: [.init(number: 1, html: "Words.", alternativeText: "Words."), .init(number: 2)],
      tables: [.init(number: 1, html: "Words.")])
    let page = ReportPage(
      title: "t", language: language,
      contents: [.init(level: 2, link: "<a href=\"#data\">Data</a>")], body: [.block(block)])
    return try #require(Elements(page.html))
  }

  @Test func theAuthorsWordsKeepTheirLanguageAmidEnglishOnes() throws {
    let elements = try captionedPage(in: "it")
    #expect(elements.values("lang", of: "ul") == ["it", "it"])
    #expect(elements.values("lang", of: "desc") == ["it"])
    #expect(elements.values("lang", of: "span") == ["it", "it"])
    #expect(elements.text.contains("Figure 2. Confusion matrix"))
  }

  @Test func outputsAreEnglishAmidThePagesWords() throws {
    let elements = try captionedPage(in: "de-CH")
    let languages = elements.all.compactMap { element in
      element.attributes["lang"].map { "\(element.name) \($0)" }
    }
    #expect(
      languages == [
        "html de-CH", "details en",  // the source
        "div en", "desc de-CH", "p en", "table en",  // the first figure, its names and its numbers
        "div en", "span en", "table en",  // the second one with its title
        "table en", "p en", "div en", "ol en", "pre en",
      ])
    #expect(elements.text.contains("Abbildung 2: Confusion matrix"))
    #expect(elements.text.contains("Tabelle 1: Words."))
  }

  /// Everything that a page can say of a block, of claims and of remarks.
  private static let blocks: [ReportPage.Part] = [
    .block(
      BlockView(
        command: "a", anchor: "a",
        outputs: [
          .note(Note(.information, "x")), .note(Note(.warning, "x")), .note(Note(.error, "x")),
          .claims([
            Claim(text: "x", found: nil, verdict: .holds),
            Claim(text: "x", expected: "2", found: "1", verdict: .fails),
            Claim(text: "x", expected: "3", found: nil, verdict: .fails),
            Claim(text: "x", found: nil, verdict: .skipped),
          ]),
        ])),
    .block(BlockView(command: "a", anchor: "b", status: .failed(messages: []))),
    .block(BlockView(command: "a", anchor: "c", status: .notRun(messages: ["x"]))),
    .block(BlockView(command: "a", anchor: "d", status: .pending)),
  ]

  @Test(arguments: [
    (
      "en",
      """
      Note: x
      Warning: x
      Error: x
      ✓Holds: x\u{20}
      ✗Does not hold: x found 1, expected 2
      ✗Does not hold: x expected 3
      –Skipped: x skipped: its condition does not apply
      This block failed.
      This block did not run: x
      This block has not finished yet.
      """
    ),
    (
      "de",
      """
      Hinweis: x
      Warnung: x
      Fehler: x
      ✓Trifft zu: x\u{20}
      ✗Trifft nicht zu: x ermittelt: 1, erwartet: 2
      ✗Trifft nicht zu: x erwartet: 3
      –Übersprungen: x übersprungen, weil die Bedingung nicht erfüllt ist
      Dieser Block ist fehlgeschlagen.
      Dieser Block wurde nicht ausgeführt: x
      Dieser Block ist noch nicht fertig.
      """
    ),
    (
      "fr",
      """
      Remarque\u{A0}: x
      Avertissement\u{A0}: x
      Erreur\u{A0}: x
      ✓Vérifiée\u{A0}: x\u{20}
      ✗Démentie\u{A0}: x obtenu\u{A0}: 1, attendu\u{A0}: 2
      ✗Démentie\u{A0}: x attendu\u{A0}: 3
      –Ignorée\u{A0}: x ignorée, car sa condition n’est pas remplie
      Ce bloc a échoué.
      Ce bloc n’a pas été exécuté\u{A0}: x
      Ce bloc n’est pas encore terminé.
      """
    ),
    (
      "es",
      """
      Nota: x
      Advertencia: x
      Error: x
      ✓Se cumple: x\u{20}
      ✗No se cumple: x obtenido: 1, esperado: 2
      ✗No se cumple: x esperado: 3
      –Omitida: x omitida porque no se da su condición
      Este bloque ha fallado.
      Este bloque no se ha ejecutado: x
      Este bloque aún no ha terminado.
      """
    ),
  ])
  func blocksSpeakTheLanguageOfThePage(_ language: String, _ expected: String) throws {
    let page = ReportPage(title: "t", language: language, body: Self.blocks)
    let html = try #require(page.html.split(separator: "<main id=\"lesson\">").last)
    let main = String(html.prefix(upTo: try #require(html.firstRange(of: "</main>")).lowerBound))
    let lines = try #require(Elements("<main>\(main)</main>")).text
      .split(separator: "\n").joined(separator: "\n")
    #expect(lines == expected)
  }

  @Test(arguments: [
    ("en", "Something in this run did not go well:", "2 things in this run did not go well:"),
    (
      "de", "In diesem Lauf ist ein Problem aufgetreten:",
      "In diesem Lauf sind 2 Probleme aufgetreten:"
    ),
    (
      "fr", "Un problème est survenu pendant cette exécution\u{A0}:",
      "2 problèmes sont survenus pendant cette exécution\u{A0}:"
    ),
    (
      "es", "Ha surgido un problema en esta ejecución:",
      "Han surgido 2 problemas en esta ejecución:"
    ),
  ])
  func failuresAreCounted(_ language: String, _ one: String, _ two: String) {
    let failure = ReportPage.Failure(message: "x", anchor: "a")
    for (count, words) in [(1, one), (2, two)] {
      let page = ReportPage(
        title: "t", language: language, body: [],
        failures: Array(repeating: failure, count: count))
      #expect(page.html.contains("<p>\(words)</p>"))
    }
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

  /// Threads share the parts of a page, and each drawing has ids of its own all the same.
  @Test func drawingsAreNumberedFromTopToBottom() throws {
    let figure = Output.figure(Samples.lineChart)
    let pictures = Output.pictures(PictureSheet(title: "", entries: []))
    let body = [[figure, figure], [.text("none")], [pictures], [figure]].enumerated().map {
      ReportPage.Part.block(BlockView(command: "plot", anchor: "b\($0)", outputs: $1))
    }
    let page = ReportPage(title: "t", body: [.prose(html: "<p>Text</p>")] + body)
    let ids = try #require(Elements(page.html)).all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for number in 1...4 {
      #expect(ids.contains { $0.hasPrefix("drawing.\(number)") }, "drawing \(number)")
    }
    #expect(!ids.contains { $0.hasPrefix("drawing.5") })
    for threads in 2...3 {
      #expect(page.html(in: .report, pool: WorkerPool(threads: threads)) == page.html)
    }
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

  @Test func ofVeryLongLogsTheMiddleIsLeftOut() {
    func html(_ count: Int) -> String {
      let lines = (1...count).map { "line \($0) of the log" }
      let block = BlockView(command: "train", anchor: "run", outputs: [.log(lines)])
      return ReportPage(title: "Log", body: [.block(block)]).html
    }
    let whole = html(4_008)
    #expect(whole.contains("line 2005 of the log") && !whole.contains("left out"))
    let cut = html(50_009)
    #expect(cut.contains("<p class=\"remark\">46\u{202F}001 lines are left out.</p>"))
    #expect(cut.contains("line 2004 of the log") && !cut.contains("line 2005 of the log"))
    #expect(cut.contains("line 48006 of the log") && !cut.contains("line 48005 of the log"))
    #expect(cut.contains("<summary>50\u{202F}001 more lines</summary>"))
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

  /// Where a caption has no words of the author, it has the title, and the drawing has none above it.
  @Test(arguments: [nil, "How it falls."])
  func theTitleOfAFigureStandsOnce(caption: String?) throws {
    let block = BlockView(
      command: "plot", anchor: "b",
      outputs: [.figure(Samples.lineChart), .figure(Samples.confusionMatrix)],
      figures: [
        .init(number: 1, anchor: "fig-a", html: caption), .init(number: 2, html: caption),
      ])
    let elements = try #require(Elements(ReportPage(title: "t", body: [.block(block)]).html))
    let headlines = elements.values("class", of: "text").filter { $0 == "title" }
    #expect(headlines.count == (caption == nil ? 0 : 2))
    #expect(
      elements.text.contains("Figure 1. Training and validation loss") == (caption == nil))
  }

  @Test func numbersUnderAFigureAreThinnedPast200Rows() {
    let figure = Samples.chart((0..<1260).map { Double($0) * 0.1 })
    let block = BlockView(command: "plot", anchor: "b", outputs: [.figure(figure)])
    let html = ReportPage(title: "t", body: [.block(block)]).html
    #expect(html.split(separator: "<tr>").count == 202)
    #expect(html.contains("200 of 1260 rows, evenly spaced"))
    #expect(html.contains("<td>1260</td>") && html.contains("<table class=\"ends\">"))
  }

  /// Paper keeps what is short together.
  @Test(arguments: [(16, false), (17, true)])
  func longSourcesAndTablesMayGoOnOverleaf(lines: Int, areLong: Bool) throws {
    let table = Table(columns: [.init("a")], rows: Array(repeating: ["1"], count: lines))
    let source = Array(repeating: "a: 1\n", count: lines).joined()
    let block = BlockView(
      command: "show", anchor: "b", source: source, outputs: [.table(table)])
    let elements = try #require(
      Elements(ReportPage(title: "t", body: [.block(block)]).html))
    let suffix = areLong ? " long" : ""
    #expect(elements.values("class", of: "details") == ["source" + suffix])
    #expect(elements.values("class", of: "figure") == ["table" + suffix])
  }

  /// Below a drawing that may be wider than the window, with the pattern of each line.
  @Test func namesAtTheEndsOfLinesStandBelowThemToo() throws {
    func names(_ figure: Figure) throws -> [[String: String]] {
      let block = BlockView(command: "plot", anchor: "b", outputs: [.figure(figure)])
      let page = ReportPage(title: "t", body: [.block(block)])
      return try #require(Elements(page.html)).all
        .filter { $0.name == "span" && $0.attributes["style"] != nil }.map(\.attributes)
    }
    let lines = try names(Samples.lineChart)
    #expect(lines.map { $0["class"] } == [nil, "dashed"])
    let points = ["a", "b"].enumerated().map { index, label in
      Series(label: label, x: [1, 2], y: [1, 2], color: .category(index))
    }
    #expect(try names(Samples.chart(points, by: .points)).map { $0["data-letter"] } == ["●", "■"])
    // Each plot of several has its names, a list of names is below the plots, and one series needs no name.
    for figure in [Samples.multiples, Samples.bars, Samples.confusionMatrix, Samples.chart([1])] {
      #expect(try names(figure).isEmpty)
    }
  }

  @Test func whatTheNamesTellApartHasTheLanguageOfItsAuthor() throws {
    var figure = Samples.lineChart
    figure.seriesTitle = "Teil"
    func names(of words: [String]) throws -> String {
      figure.wordsOfAuthor = words
      let block = BlockView(command: "plot", anchor: "b", outputs: [.figure(figure)])
      let page = ReportPage(title: "t", language: "de", body: [.block(block)]).html
      return String(try #require(page.split(separator: "class=\"names\"").last))
    }
    #expect(try names(of: ["Teil"]).contains("<span lang=\"de\">Teil</span>:"))
    #expect(try names(of: []).contains(">Teil:"))
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

  /// Counts stand by their units though their shares have fewer digits, and powers of ten stand below each other.
  @Test(arguments: [
    (["600 (100.0\u{A0}%)", "112 (18.7\u{A0}%)", "54 (9.0\u{A0}%)"], ["0", "00"]),
    (["1.6e-08", "2e-08", "0"], [".6e-08"]), (["28 × 28 pixels", "0.5", "1"], [".5"]),
  ])
  func numbersWithMoreToSayLineUpToo(_ cells: [String], _ paddings: [String]) throws {
    let table = Table(columns: [.init("a"), .init("b", .end)], rows: cells.map { ["", $0] })
    let block = BlockView(command: "show", anchor: "b", outputs: [.table(table)])
    let elements = try #require(Elements(ReportPage(title: "t", body: [.block(block)]).html))
    #expect(elements.values("data-padding", of: "td") == paddings)
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
