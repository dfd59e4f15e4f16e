import Foundation
import Testing

/// What headings say in the list of contents and in titles.
struct HeadingTests {
  private func report(_ lesson: String) async throws -> Report {
    let test = ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", lesson).file("points.csv", Lessons.points)
      .leaves("output/lesson.html", "output/lesson.results.json")
    return try Report(await test.run().text("output/lesson.html"))
  }

  @Test func contentsSayWhatTheHeadingsSay() async throws {
    let report = try await report(
      Lessons.data + """
        ## There are `{value} points.rows %.1f` rows

        ## `{value} points.rows`

        ### The *loss* $\\lambda$ of [a link](#b), by @eq-a[^n]

        ##

        ## B

        $$x$$ {#eq-a}

        [^n]: A note.
        """)
    let contents = report.elements(ofClass: "contents")
    let words = [
      "There are 4.0 rows", "4", "The loss λ\\lambda of a link, by Equation 1", "B",
    ]
    #expect(contents.count == 2)
    #expect(contents.allSatisfy { $0.text.hasSuffix(words.joined()) })
    let links = report.elements(named: "a").filter { words.contains($0.text) }
    #expect(links.map(\.text) == words + words)
    #expect(
      links.prefix(4).compactMap { $0.attributes["href"] }
        == ["#there-are-rows", "#section", "#the-loss-lambda-of-a-link-by-eq-a", "#b"])
    #expect(report.elements(named: "em").count == 3)
  }

  @Test func aFirstHeadingIsATitleWithItsValues() async throws {
    let report = try await report("# Rows: `{value} points.rows`\n\n" + Lessons.data)
    #expect(report.texts(of: "title") == ["Rows: 4"])
    #expect(report.texts(of: "h1") == ["Rows: 4"])
  }

  @Test(arguments: [
    ("On $\\lambda$ and *b*", "On \\lambda and b", "<h1>On <math>"),
    ("$\\lambda$", "\\lambda", "<h1 aria-label=\"\\lambda\"><math>"),
    ("By [a *link*](#top)[^n]", "By a link", "<h1>By a <em>link</em></h1>"),
  ])
  func aTitleHasItsMarkup(_ heading: String, _ words: String, _ html: String) async throws {
    let lesson = "# \(heading)\n\n[^n]\n\n[^n]: A note.\n"
    let report = try await report(lesson)
    #expect(report.texts(of: "title") == [words])
    #expect(report.source.contains(html))
  }

  @Test func anIndexHasTheValuesInTitlesAndNeighboursDoNot() async throws {
    let result = try await ProgramTest("render", "--quiet", "course")
      .file("course/points.csv", Lessons.points)
      .file("course/a.md", "# Rows: `{value} points.rows`\n\n" + Lessons.data)
      .file("course/b.md", "# Next\n")
      .leaves(
        "output/a.html", "output/a.results.json", "output/b.html", "output/b.results.json",
        "output/index.html"
      ).run()
    let next = try Report(result.text("output/b.html"))
    #expect(next.elements(ofClass: "step-title").map(\.text) == ["Rows: …"])
    #expect(
      try Report(result.text("output/index.html")).texts(of: "h2") == ["Rows: 4", "Next"])
  }
}
