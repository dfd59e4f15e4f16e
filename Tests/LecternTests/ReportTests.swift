import Foundation
import Testing

/// What a report holds, and what it keeps out.
struct ReportTests {
  private func report(
    _ lesson: String, _ change: (ProgramTest) -> ProgramTest = { $0 }
  ) async throws -> Report {
    let test = ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", lesson).file("points.csv", Lessons.points).file("mail.csv", Lessons.mail)
      .leaves("output/lesson.html", "output/lesson.results.json")
    return try Report(await change(test).run().text("output/lesson.html"))
  }

  private static let whole =
    "---\ntitle: The whole\nauthor: A. Teacher\n---\n\n# A & B < C\n\n" + Lessons.training + """
      ```{evaluate score}
      run: run
      ```

      As @fig-loss shows, `{value} score.accuracy %.2f` of `{value} points.rows` are right.
      A [link](https://example.com/page).

      ```{plot}
      #| label: fig-loss
      #| fig-cap: How it falls.
      lines: run.train_loss
      ```

      ```{show}
      #| label: tbl-points
      value: points
      ```

      """

  @Test func aReportNeedsNothingButItself() async throws {
    let report = try await report(Self.whole)
    #expect(report.outsideReferences.isEmpty)
    #expect(!report.source.lowercased().contains("<script"))
    let policy = report.elements(named: "meta")
      .first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(
      policy?.attributes["content"]
        == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    #expect(
      report.elements(named: "a").contains { $0.attributes["href"] == "https://example.com/page" })
  }

  @Test func whatProseNumbersIsCounted() async throws {
    let lesson = """
      ## One {#sec-one}

      See @sec-two, @eq-b, @tbl-b, @fig-a and @fig-loss.

      $$a$$ {#eq-a}

      $$b$$ {#eq-b}

      ### Two {#sec-two}

      ![a dot](dot.svg "A dot"){#fig-a}

      | a |
      |---|
      | 1 |

      Table: Words {#tbl-b}


      """
    let test = ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", lesson + Self.whole.components(separatedBy: "# A & B < C\n\n")[1])
      .file("points.csv", Lessons.points)
      .file("dot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
      .leaves("output/lesson.html", "output/lesson.results.json")
    let report = try Report(await test.run().text("output/lesson.html"))
    #expect(report.outsideReferences.isEmpty)
    #expect(
      report.texts(of: "p").contains("See Section 1.1, Equation 2, Table 1, Figure 1 and Figure 3.")
    )
    #expect(report.texts(of: "h3").contains("1.1 Two"))
    #expect(report.texts(of: "figcaption").first == "Figure 1. A dot")
    #expect(report.texts(of: "caption").first == "Table 1. Words")
    let picture = report.elements(named: "img").first
    #expect(picture?.attributes["alt"] == "a dot")
    #expect(picture?.attributes["src"]?.hasPrefix("data:image/svg+xml;base64,PHN2Zy") == true)
  }

  /// The page may be moved, or read by somebody who has nothing else.
  @Test func filesThatTheProseLinksToArePartOfThePage() async throws {
    let test = ProgramTest("render", "--quiet", "course/lesson.md")
      .file(
        "course/lesson.md",
        """
        The [data](points.csv "All of them"), [again](<below/a & "b.txt>); [their figure](lesson.fig-a.svg).

        \(Lessons.data)
        ```{show}
        #| label: tbl-a
        #| tbl-cap: From [here](points.csv).
        value: points
        ```

        """
      )
      .file("course/points.csv", Lessons.points).file("course/below/a & \"b.txt", "ä")
      .leaves("output/lesson.html", "output/lesson.results.json")
    let report = try Report(await test.run().text("output/lesson.html"))
    let points =
      "data:application/octet-stream;base64,\(Data(Lessons.points.utf8).base64EncodedString())"
    let links = report.elements(named: "a").filter { $0.attributes["download"] != nil }
    #expect(links.map(\.text) == ["data", "again", "here"])
    #expect(
      links.map { $0.attributes["href"] } == [
        points, "data:application/octet-stream;base64,w6Q=", points,
      ])
    #expect(links.map { $0.attributes["download"] } == ["points.csv", "a & \"b.txt", "points.csv"])
    #expect(links[0].attributes["title"] == "All of them")
    #expect(
      report.elements(named: "a").contains { $0.attributes["href"] == "lesson.fig-a.svg" })
    #expect(report.outsideReferences.isEmpty)
  }

  @Test func captionsAreProse() async throws {
    let lesson =
      Lessons.training + """
        ```{plot}
        #| label: fig-loss
        #| fig-cap: "After `{value} later.epoch[-1]` **epochs** ($n \\\\le 3$), as in @tbl-points; [more](#end)."
        lines: run.train_loss
        ```

        ```{show}
        #| label: tbl-points
        #| tbl-cap: 'All `{value} points.rows %d` of them: <not bold>, & as in @fig-loss.'
        value: points
        ```

        ```{train later}
        network: net
        data: points
        epochs: 4
        ```

        # End

        """
    let report = try await report(lesson) { $0.complains(containing: "HTML is left out") }
    let captions = report.elements(named: "figcaption")
    #expect(
      captions.map(\.text) == [
        "Figure 1. After 4 epochs (n≤3n \\le 3), as in Table 1; more.",
        "Table 1. All 4 of them: , & as in Figure 1.",
      ])
    let links = report.elements(named: "a").compactMap { $0.attributes["href"] }
    for link in ["#tbl-points", "#end", "#fig-loss"] { #expect(links.contains(link)) }
    #expect(report.texts(of: "strong") == ["epochs"])
    #expect(report.outsideReferences.isEmpty)
  }

  @Test func whatIsWrongInACaptionIsFoundAtItsPlace() async throws {
    let lesson =
      Lessons.training + """
        ```{plot}
        #| fig-cap: "A \\"quoted\\" `{value} run.los[-1]`, see @fig-lss"
        lines: run.train_loss
        ```

        """
    let result = try await ProgramTest("check", "lesson.md")
      .file("lesson.md", lesson).file("points.csv", Lessons.points)
      .complains(containing: "error: ").exits(2).run()
    let line = try #require(lesson.split(separator: "\n").first { $0.contains("fig-cap") })
    for (words, message) in [
      ("los[", "'run', a run, has no 'los'"), ("@fig-lss", "nothing is labelled 'fig-lss'"),
    ] {
      let place = try #require(line.range(of: words)).lowerBound
      let column = line.distance(from: line.startIndex, to: place) + 1
      #expect(result.stderr.contains(":\(column): error: \(message)"), "\(result.stderr)")
    }
  }

  @Test func theDigestIsThatOfTheRestOfThePage() async throws {
    let result = try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", Self.whole).file("points.csv", Lessons.points)
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    let page = try result.text("output/lesson.html")
    let report = try Report(page)
    let shown = try report.element("report.digest").text
    // The command that the page itself gives.
    let command = try #require(report.texts(of: "code").last)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (content, isWhole) in [
      (page, true), (page.replacing("How it falls", with: "How it rises"), false),
    ] {
      try folder.write(Data(content.utf8), to: "lesson.html")
      let ending = try await Program.run(
        ["-c", command.replacing("FILE", with: "lesson.html")], in: folder.url, timeLimit: 10,
        executable: URL(filePath: "/bin/sh"))
      let digest = try #require(ending.stdout.firstMatch(of: /[0-9a-f]{64}/)).output
      #expect(shown.contains(digest) == isWhole)
    }
  }

  @Test func theTutorialsReportIsSmall() async throws {
    let result = try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", Package.text("notebooks/\(Tutorial.name).md"))
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    #expect(try result.text("output/lesson.html").utf8.count < 250_000)
  }

  @Test func theFootTellsHowTheReportCameAbout() async throws {
    let lesson = "---\nseed: 7\nparams:\n  first: 1\n  second: two\n---\n\n" + Lessons.data
    let result = try await ProgramTest("render", "--quiet", "lesson.md", "-p", "second=three")
      .file("lesson.md", lesson).file("points.csv", Lessons.points)
      .complainsAnything().leaves("output/lesson.html", "output/lesson.results.json").run()
    let report = try Report(result.text("output/lesson.html"))
    let facts = Dictionary(
      zip(report.texts(of: "dt"), report.texts(of: "dd")), uniquingKeysWith: { first, _ in first })
    #expect(facts["Seed"] == "7")
    #expect(facts["Parameter first"] == "1")
    #expect(facts["Parameter second"] == "three (given for this run)")
    #expect(
      facts["Data points"]?.wholeMatch(of: /points\.csv, SHA-256 [0-9a-f]{64}/) != nil,
      "\(facts["Data points"] ?? "")")
    #expect(facts["Lectern"]?.isEmpty == false)
  }

  @Test func headingsAndFiguresHaveLinksToThemselves() async throws {
    let report = try await report(Self.whole)
    let link = try #require(report.elements(ofClass: "anchor").first)
    #expect(link.attributes["href"] == "#a-b-c")
    #expect(link.attributes["aria-labelledby"] == "a-b-c")
    #expect(try report.element("a-b-c").text == "A & B < C", "the link is no part of the heading")
    let numbers = report.elements(ofClass: "number").filter { $0.name == "a" }
    #expect(numbers.map(\.text) == ["Figure 1.", "Figure 2.", "Table 1."])
    #expect(numbers[1].attributes["href"] == "#fig-loss")
  }

  @Test func theLanguageIsTheLessons() async throws {
    let report = try await report("---\nlang: pt-BR\n---\n\nOlá.\n")
    #expect(report.elements.first?.attributes["lang"] == "pt-BR")
    #expect(try await self.report("Hello.\n").elements.first?.attributes["lang"] == "en")
  }

  @Test func codeOfTheProseIsHighlighted() async throws {
    let code = "def f(x):\n    return \"<a>\" & x  # why\n"
    let report = try await report("```python\n\(code)```\n\n```{{train spam}}\nepochs: 5\n```\n")
    #expect(report.texts(of: "code").prefix(2) == [String(code.dropLast()), "epochs: 5"])
    #expect(report.elements(ofClass: "keyword").map(\.text) == ["def", "return"])
    #expect(report.elements(ofClass: "header").map(\.text) == ["train spam"])
  }

  /// As a block that runs.
  @Test(arguments: [(16, "source"), (18, "source long")])
  func aLongBlockThatIsShownMayGoOnOverleaf(lines: Int, style: String) async throws {
    let body = "value: 1\n" + Array(repeating: "# words\n", count: lines - 1).joined()
    let report = try await report("```{show}\n\(body)```\n\n```{{show}}\n\(body)```\n")
    #expect(report.elements(ofClass: "source").map { $0.attributes["class"] } == [style, style])
  }

  @Test func valuesStandInTheProse() async throws {
    let report = try await report(Self.whole)
    let paragraph = try #require(report.texts(of: "p").first { $0.hasPrefix("As ") })
    #expect(paragraph.hasPrefix("As Figure 2 shows, 1.00 of 4 are right."))
  }

  @Test func figuresAndTablesAreNumberedAndCited() async throws {
    let report = try await report(Self.whole)
    #expect(
      report.texts(of: "figcaption") == [
        "Figure 1. Confusion matrix, train part", "Figure 2. How it falls.", "Table 1.",
      ])
    #expect(
      report.elements(named: "table").last?.attributes["aria-labelledby"] == "tbl-points.caption")
    #expect(try report.element("fig-loss").name == "figure")
    #expect(report.elements(named: "a").contains { $0.attributes["href"] == "#fig-loss" })
    #expect(report.texts(of: "title").first == "The whole")
    #expect(report.texts(of: "h2").contains("A & B < C"))
  }

  @Test func everyInternalLinkHasItsTarget() async throws {
    let report = try await report(Self.whole)
    let ids = report.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in report.elements.compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test func aFailedBlockAndThoseThatNeedItAreShown() async throws {
    let lesson =
      Lessons.failing + "```{evaluate score}\nrun: run\n```\n\nIt is `{value} score.accuracy`.\n"
    let report = try await report(lesson) { $0.exits(1).complains(containing: "100 inputs") }
    let banner = try #require(report.elements(ofClass: "banner").first).text
    #expect(banner.contains("The block {train run} on line 17 failed."))
    #expect(banner.contains("The block {evaluate score} on line 21 did not run."))
    let failed = try report.element("block-run")
    #expect(failed.classes.contains("failed"))
    #expect(failed.text.contains("the network takes 100 inputs, but 'words' has 5 columns"))
    let notRun = try report.element("block-score")
    #expect(notRun.classes.contains("not-run"))
    #expect(notRun.text.hasSuffix("This block did not run: 'run' has no result"))
    #expect(report.texts(of: "p").contains("It is –."))
  }

  @Test func aClaimThatDoesNotHoldIsShownWithWhatWasFound() async throws {
    let lesson = Lessons.claim("points.rows = 5").replacing(
      "rows = 5\n", with: "rows = 5\n- points.rows = 4\n")
    let report = try await report(lesson) { $0.exits(3).complains(containing: "points.rows = 5") }
    #expect(report.elements(ofClass: "banner").count == 1)
    let claims = report.texts(of: "li").filter { $0.contains("points.rows") }
    #expect(report.elements(ofClass: "note").isEmpty, "the claims say it already")
    #expect(
      claims == ["✗Does not hold: points.rows = 5 found 4", "✓Holds: points.rows = 4 found 4"])
  }

  @Test func aReportWithoutTroubleHasNoBanner() async throws {
    let report = try await report(Self.whole)
    #expect(report.elements(ofClass: "banner").isEmpty)
  }

  @Test func whatAnAuthorHidesIsNotThere() async throws {
    func block(_ option: String) -> String {
      Lessons.training.replacing("train run}", with: "train run}\n#| \(option)")
    }
    let hidden = try await report(block("include: false"))
    #expect(!hidden.source.contains("Epoch 1/3") && !hidden.source.contains("block-run"))
    let bare = try await report(block("echo: false")).element("block-run").text
    #expect(bare.contains("Epoch 1/3") && !bare.contains("learning_rate"))
    let silent = try await report(block("output: false")).element("block-run").text
    #expect(!silent.contains("Epoch 1/3") && silent.contains("learning_rate"))
    let all = try await report("---\nexecute:\n  echo: false\n---\n\n" + Lessons.training)
    #expect(!all.source.contains("learning_rate"))
  }

  @Test func aHiddenBlockThatDidNotGoWellSaysWhy() async throws {
    let hidden = Lessons.failing.replacing("train run}\n", with: "train run}\n#| include: false\n")
    let lesson = hidden + "```{evaluate score}\n#| include: false\nrun: run\n```\n"
    let report = try await report(lesson) { $0.exits(1).complains(containing: "100 inputs") }
    #expect(
      try report.element("block-run").text == """
        This block failed: line 19, column 10: \
        the network takes 100 inputs, but 'words' has 5 columns
        """)
    #expect(
      try report.element("block-score").text == "This block did not run: 'run' has no result")
    let links = report.elements(named: "a").compactMap { $0.attributes["href"] }
    #expect(links.contains("#block-run") && links.contains("#block-score"))
  }

  @Test func aHiddenClaimThatDoesNotHoldIsSaid() async throws {
    let lesson = Lessons.claim("points.rows = 5").replacing(
      "{expect}\n", with: "{expect}\n#| include: false\n- points.rows = 4\n")
    let report = try await report(lesson) { $0.exits(3).complains(containing: "points.rows = 5") }
    let block = try #require(report.elements(ofClass: "failed").first).text
    #expect(block.hasSuffix("this does not hold: points.rows = 5 (found 4)"))
    #expect(!block.contains("points.rows = 4"))
  }

  @Test func whatAnAuthorHidesStaysHiddenWithAnExpectedError() async throws {
    let lesson = Lessons.failing.replacing(
      "train run}\n", with: "train run}\n#| include: false\n#| error: true\n")
    let report = try await report(lesson)
    #expect(!report.source.contains("block-run"))
  }

  @Test func anExpectedErrorIsPartOfTheLesson() async throws {
    let lesson = Lessons.failing.replacing("train run}", with: "train run}\n#| error: true")
    let report = try await report(lesson)
    #expect(try report.element("block-run").text.contains("the network takes 100 inputs"))
    #expect(report.elements(ofClass: "banner").isEmpty)
  }

  @Test func blocksThatAreShownOnlyDoNotRun() async throws {
    let text = "```{{train}}\nx: <y>\n```\n\n```train\nz\n```\n\n    {data d}\n"
    let report = try await report(text) { $0.complains(containing: "this is shown and not run") }
    #expect(report.texts(of: "code").contains { $0.contains("x: <y>") })
    #expect(report.elements(ofClass: "block").isEmpty)
  }
}
