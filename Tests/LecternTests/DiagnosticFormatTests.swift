import Foundation
import Testing

/// `lectern check --format json`: what is wrong, for programs.
struct DiagnosticFormatTests {
  private struct Object: Decodable, Equatable {
    struct Place: Decodable, Equatable {
      var line: Int
      var column: Int
    }
    struct Range: Decodable, Equatable {
      var start: Place
      var end: Place
    }
    var file: String?
    var range: Range?
    var severity: String
    var code: String
    var message: String
    var notes: [String]
    var replacement: String?
  }

  private static let mistaken = Lessons.training.replacing("learning_rate:", with: "learning_rat:")

  /// Data that nothing reads.
  private static let idle = Lessons.data + "```{show}\nvalue: 1\n```\n"

  private func objects(in text: String) throws -> [Object] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(Object.self, from: Data($0.utf8))
    }
  }

  @Test func aMistakeIsOneObjectOnOneLine() async throws {
    let result = try await ProgramTest("check", "--format", "json", "lesson.md")
      .file("lesson.md", Self.mistaken).file("points.csv", Lessons.points)
      .exits(2).saysAnything().run()
    let range = Object.Range(
      start: .init(line: 12, column: 1), end: .init(line: 12, column: 13))
    #expect(
      try objects(in: result.stdout) == [
        Object(
          file: "lesson.md", range: range, severity: "error", code: "unknown-option",
          message: "unknown option 'learning_rat' in 'train'; did you mean 'learning_rate'?",
          notes: [], replacement: "learning_rate")
      ])
    let keys = result.stdout.matches(of: #/"([a-z]+)": /#).map { String($0.1) }
    #expect(keys.first == "file" && Set(keys).count == 11)
  }

  @Test func columnsCountCharacters() async throws {
    let result = try await ProgramTest("check", "--format=json", "lesson.md")
      .file("lesson.md", "Zürich 🦉 `{value} nobody.rows`\n")
      .exits(2).saysAnything().run()
    let range = try #require(objects(in: result.stdout).first?.range)
    #expect(range.start.column == 19 && range.end.column == 25)
  }

  @Test func aFolderIsCheckedInOneGo() async throws {
    let result = try await ProgramTest("check", "--format", "json", "course")
      .file("course/a.md", "```{trian x}\n```\n").file("course/b.md", "All well.\n")
      .file("course/c.md", Self.idle).file("course/points.csv", Lessons.points)
      .exits(2).saysAnything().run()
    let found = try objects(in: result.stdout)
    #expect(found.map(\.file) == ["course/a.md", "course/c.md"])
    #expect(found.map(\.code) == ["unknown-command", "unused-block"])
    #expect(found.map(\.severity) == ["error", "warning"])
  }

  @Test func aSoundLessonSaysNothing() async throws {
    try await ProgramTest("check", "--format", "json", "lesson.md")
      .file("lesson.md", Lessons.training).file("points.csv", Lessons.points).run()
  }

  @Test func textIsTheDefaultAndHasNoCodes() async throws {
    let text = """
      lesson.md:12:1: error: unknown option 'learning_rat' in 'train'; did you mean 'learning_rate'?
        learning_rat: 0.5
        ^^^^^^^^^^^^

      """
    for format in [[], ["--format", "text"]] {
      try await ProgramTest(["check", "lesson.md"] + format)
        .file("lesson.md", Self.mistaken).file("points.csv", Lessons.points)
        .exits(2).complains(text).run()
    }
  }

  /// People see the first of each kind, programs everything.
  @Test func whatComesTenThousandTimesIsShownAHundredTimes() async throws {
    let lesson = String(repeating: "<b>", count: 10_000) + "\n\n```{trian x}\n```\n"
    let text = try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
      .exits(2).complains(containing: "lesson.md:3:5: error: unknown command 'trian'").run()
    let lines = text.stderr.split(separator: "\n")
    #expect(lines.count { $0.contains(": warning: HTML is left out of the report") } == 100)
    #expect(lines.last == "lesson.md: and 9900 more of 'html-left-out'")
    let json = try await ProgramTest("check", "--format", "json", "lesson.md")
      .file("lesson.md", lesson).exits(2).saysAnything().run()
    #expect(try objects(in: json.stdout).count { $0.code == "html-left-out" } == 10_000)
    #expect(json.stderr == "")
  }

  @Test func mistakesInParametersAreObjectsToo() async throws {
    let lesson = "---\nparams: {rate: 1}\n---\n\n`{value} $rate`\n"
    let result = try await ProgramTest(
      "check", "--format", "json", "lesson.md", "--params", "p.yml", "-p", "rat=1", "-p", "rate"
    )
    .file("lesson.md", lesson).file("p.yml", "rate: 2\nrats: 3\n").exits(64).saysAnything().run()
    let found = try objects(in: result.stdout)
    #expect(found.map(\.file) == [nil, nil, "p.yml"])
    #expect(found.map(\.code) == ["bad-parameter", "unknown-parameter", "unknown-parameter"])
    #expect(found[2].range?.start.line == 2 && found[2].replacement == "rate")
    #expect(found[0].range == nil && found[0].replacement == nil)
  }

  @Test func otherFormatsAreRefused() async throws {
    try await ProgramTest("check", "--format", "xml", "lesson.md").file("lesson.md", "")
      .exits(64).complains(containing: "xml").run()
  }

  @Test func adviceIsForChecksAndNotForRuns() async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.idle).file("points.csv", Lessons.points)
      .complains(
        "lesson.md:1:10: warning: nothing reads 'points'\n  ```{data points}\n           ^^^^^^\n"
      )
      .run()
    try await ProgramTest("check", "--strict", "lesson.md")
      .file("lesson.md", Self.idle).file("points.csv", Lessons.points)
      .exits(2).complains(containing: "error: nothing reads 'points'").run()
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Self.idle).file("points.csv", Lessons.points).run()
  }
}
