import Testing

/// Data and lessons may hold anything; a report shows it as text.
struct HostileTextTests {
  private static let attack = #"</td></svg><script>alert(1)</script><img src=x onerror="alert(2)">"#

  @Test func textOfDataIsShownAndNotRun() async throws {
    let quoted = "\"" + Self.attack.replacing("\"", with: "\"\"") + "\""
    let csv = "label,text\n\(quoted),\(quoted)\nham,see & you\n\(quoted),win now\nham,see money\n"
    let lesson =
      Lessons.failing
      .replacing("max_features: 100\n", with: "").replacing(
        "[100, 2]", with: "[auto, 2]\ndata: words")
        + """
        ```{show}
        value: mail
        ```

        ```{evaluate score}
        run: run
        ```

        The first class is `{value} score.report`.

        """
    let result = try await ProgramTest("render", "lesson.md")
      .file("lesson.md", lesson).file("mail.csv", csv)
      .saysAnything().leaves("output/lesson.html", "output/lesson.results.json").run()
    let report = try Report(result.text("output/lesson.html"))
    #expect(report.outsideReferences.isEmpty)
    #expect(report.elements(named: "img").isEmpty)
    #expect(report.source.contains("&lt;script&gt;alert(1)"))
    #expect(report.texts(of: "td").contains(Self.attack))
    _ = try result.results("output/lesson.results.json")
  }

  @Test func markupInProseIsNotPassedOn() async throws {
    let lesson = """
      ---
      title: "<script>alert(0)</script>"
      author: "<b>&</b>"
      ---

      <script>alert(1)</script>

      A <img src=x onerror=alert(2)> and [a link](javascript:alert(3)), [another](data:text/html,x),
      ![remote](//example.com/x.png) <svg onload=alert(4)>.

      # A heading <iframe src=x></iframe>

      ```{data points}
      #| tbl-cap: <i onclick=alert(5)>
      features: [[0], [1]]
      labels: ["<script>", "</style>"]
      ```

      ```{show}
      #| label: tbl-points
      #| tbl-cap: "<i onclick=alert(5)>"
      value: points
      ```

      """
    let result = try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", lesson).complains(containing: " warning: ")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    let report = try Report(result.text("output/lesson.html"))
    #expect(report.outsideReferences.isEmpty)
    let links = report.elements.compactMap { $0.attributes["href"] }
    #expect(links.allSatisfy { $0.hasPrefix("#") }, "of both links, only the words are left")
    #expect(report.texts(of: "p").contains { $0.contains("a link, another") })
  }

  @Test func controlCharactersReachNeitherTerminalNorReport() async throws {
    let csv =
      "label,text\nspam\u{1B}[31m,win \u{1B}]0;title\u{7} now\n\u{202E}ham,see \u{202B}you\n"
    let lesson =
      "```{data mail}\nsource: mail.csv\ntext: text\nlabel: label\n```\n\n```{show}\nvalue: mail\n```\n"
    let result = try await ProgramTest("render", "lesson.md")
      .file("lesson.md", lesson).file("mail.csv", csv)
      .saysAnything().leaves("output/lesson.html", "output/lesson.results.json").run()
    let report = try Report(result.text("output/lesson.html"))
    #expect(result.stdout.contains("win ") && report.source.contains("win "))
    for text in [result.stdout, report.source, try result.text("output/lesson.results.json")] {
      #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
    #expect(report.source.contains("see you"))
    #expect(!report.source.unicodeScalars.contains { 0x202A...0x202E ~= $0.value })
  }

  @Test func controlCharactersInNamesDoNotReachTheTerminal() async throws {
    try await ProgramTest("check", "no\u{1B}[31m.md", "a\nb.md", "c\u{9B}d\u{202E}.md").exits(74)
      .complains(
        """
        error: 'no<U+001B>[31m.md' does not exist
        error: 'a<U+000A>b.md' does not exist
        error: 'c<U+009B>d<U+202E>.md' does not exist

        """
      ).run()
    try await ProgramTest("ru\u{1B}n").exits(64)
      .complains(containing: "unknown verb 'ru<U+001B>n'; did you mean 'run'?\n").run()
    try await ProgramTest("render", "a\u{1B}b.md").file("a\u{1B}b.md", "Words.\n")
      .says("wrote output/ab.html\n")
      .leaves("output/a\u{1B}b.html", "output/a\u{1B}b.results.json").run()
  }
}
