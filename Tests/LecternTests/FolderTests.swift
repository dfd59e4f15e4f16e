import Foundation
import Testing

/// Folders: several lessons at once, ways between their reports, and an index.
struct FolderTests {
  private static let course: [String: String] = [
    "course/1.md":
      "---\ntitle: First & <last>\ndescription: Where it begins.\n---\n\n"
      + String(repeating: "word ", count: 231) + "\n\n" + Lessons.data,
    "course/2.md": "# Second\n\n" + Lessons.claim("points.rows = 5"),
    "course/3.md": "```{trian x}\n```\n",
    "course/4.md": Lessons.failing,
    "course/a b.md": "Last.\n",
  ]

  private func folder(_ arguments: String...) -> ProgramTest {
    var test = ProgramTest(arguments).file("course/points.csv", Lessons.points)
      .file("course/mail.csv", Lessons.mail)
    for (path, text) in Self.course { test = test.file(path, text) }
    return test
  }

  private static let written =
    ["1", "2", "4", "a b"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
    + ["output/index.html"]

  @Test func mistakesAreToldInTheOrderOfLessons() async throws {
    let names = (11...30).map { "course/\($0).md" }
    var test = ProgramTest("check", "course").exits(2)
    for name in names { test = test.file(name, "```{data points}\nsource: \(name).csv\n```\n") }
    let complaints = try await test.complains(containing: "does not exist").run().stderr
    let places = complaints.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(places.map { String($0.prefix { $0 != ":" }) } == names)
  }

  @Test func lessonsSayWhereTheyStand() async throws {
    func lesson(_ order: String) -> String { "---\n\(order)seed: 1\n---\n\nText.\n" }
    let result = try await ProgramTest(
      "render", "--quiet", "z.md", "course", "--output-dir", "reports"
    )
    .file("z.md", lesson("")).file("course/a.md", lesson("")).file(
      "course/b.md", lesson("order: 2\n")
    )
    .file("course/c.md", lesson("order: 1\n")).file("course/d.md", lesson("order: 2\n"))
    .file("course/e.md", lesson("order: no\n"))
    .exits(2).complains(containing: "'order' is a whole number").leaves(
      ["a", "b", "c", "d", "z"].flatMap { ["reports/\($0).html", "reports/\($0).results.json"] }
        + ["reports/index.html"]
    ).run()
    let index = try Report(result.text("reports/index.html"))
    #expect(index.texts(of: "h2") == ["z.md", "c.md", "b.md", "d.md", "a.md", "e.md"])
    let last = try Report(result.text("reports/a.html"))
    #expect(last.elements(ofClass: "step-title").map(\.text) == ["d.md"])
  }

  /// What an editor keeps beside a lesson that is being written, and macOS beside every file of another system's disk.
  @Test func hiddenFilesAreNoLessons() async throws {
    try await ProgramTest("run", "course").file("course/a.md", "Words.\n")
      .file("course/.#a.md", "```{trian x}\n```\n")
      .file("course/._a.md", bytes: Data([0, 5, 22, 7])).run()
  }

  @Test func foldersWithinAreNoLessons() async throws {
    try await ProgramTest("run", "course").file("course/a.md", "Words.\n")
      .file("course/notes.md/b.md", "```{trian x}\n```\n").run()
    try await ProgramTest("run", "course").exits(64)
      .complains(containing: "the folder 'course' has no lesson (.md)")
      .file("course/notes.md/b.md", "Words.\n").run()
  }

  /// Nothing is forbidden to the superuser, so strace refuses.
  @Test(
    .enabled(if: Tracer.isTested, "strace is not on the PATH"),
    arguments: ["run", "check", "render", "preview"])
  func aFolderThatCannotBeReadIsAFileProblem(_ verb: String) async throws {
    let strace = try #require(Tracer.executable, "strace is not on the PATH")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data("Words.\n".utf8), to: "course/a.md")
    let course = folder.url.appending(path: "course").path
    let ending = try await Program.run(
      [
        "-f", "-qq", "-o", "trace", "-P", course, "-e", "inject=openat:error=EACCES",
        Program.executable.path, verb, course,
      ], in: folder.url, timeLimit: 60, executable: strace)
    #expect(ending.code == 74)
    #expect(ending.stderr == "error: '\(course)' cannot be read: permission denied\n")
  }

  @Test func anIndexListsAllLessons() async throws {
    let result = try await folder("render", "--quiet", "course").exits(2)
      .complains(containing: "unknown command 'trian'").leaves(Self.written).run()
    let index = try Report(result.text("output/index.html"))
    #expect(index.outsideReferences.isEmpty)
    #expect(index.texts(of: "h2") == ["First & <last>", "Second", "3.md", "4.md", "a b.md"])
    #expect(
      index.elements(ofClass: "lesson-facts").map(\.text) == [
        "✓ done · 2 min to read", "✗ a claim does not hold · 1 min to read",
        "– not run · 1 min to read", "✗ a block failed · 1 min to read", "✓ done · 1 min to read",
      ])
    #expect(index.elements(ofClass: "lesson-description").map(\.text) == ["Where it begins."])
    // What has no report has no link either.
    let links = index.elements(named: "a").compactMap { $0.attributes["href"] }
    #expect(links == ["#lesson", "1.html", "2.html", "4.html", "a%20b.html"])
    let style = try Report(result.text("output/1.html")).texts(of: "style")
    #expect(index.texts(of: "style") == style)
  }

  @Test func reportsLeadToTheirNeighbours() async throws {
    let result = try await folder("render", "--quiet", "course").exits(2)
      .complains(containing: "error: ").leaves(Self.written).run()
    for (name, expected) in [
      ("1", ["index.html", "2.html"]), ("2", ["index.html", "1.html", "4.html"]),
      ("4", ["index.html", "2.html", "a%20b.html"]), ("a b", ["index.html", "4.html"]),
    ] {
      let report = try Report(result.text("output/\(name).html"))
      let links = report.elements(named: "a").filter { $0.attributes["rel"] != nil }
      #expect(links.compactMap { $0.attributes["href"] } == expected, "\(name)")
      #expect(report.outsideReferences.isEmpty)
    }
    let second = try Report(result.text("output/2.html"))
    #expect(second.elements(ofClass: "step-title").map(\.text) == ["First & <last>", "4.md"])
  }

  @Test func linksBetweenLessonsLeadToTheirReports() async throws {
    let lesson = "[b](b.md) [c](./a%20c.md#part) [d](below/d.md) [e](data.csv) [f](#end)\n\n# End\n"
    for target in ["course", "course/a.md"] {
      let reports = target == "course" ? ["a", "a c", "b"] : ["a"]
      let result = try await ProgramTest("render", "--quiet", target)
        .file("course/a.md", lesson).file("course/b.md", "# B\n").file("course/a c.md", "# Part\n")
        .complains(containing: "no file 'below/d.md'", "no file 'data.csv'")
        .leaves(
          reports.flatMap { ["output/\($0).html", "output/\($0).results.json"] }
            + (target == "course" ? ["output/index.html"] : [])
        ).run()
      let report = try Report(result.text("output/a.html"))
      let links = report.elements(named: "a").filter { $0.text.count == 1 && $0.text != "#" }
      #expect(
        links.compactMap { $0.attributes["href"] }
          == ["b.html", "a%20c.html#part", "below/d.md", "data.csv", "#end"])
    }
  }

  @Test(arguments: ["1", "2", "3", "8"])
  func theNumberOfThreadsChangesNothing(_ threads: String) async throws {
    func render(_ threads: String) async throws -> ProgramTest.Result {
      try await folder("render", "course", "--threads", threads).exits(2).saysAnything()
        .complains(containing: "error: ").leaves(Self.written).run()
    }
    let one = try await render("1")
    let many = try await render(threads)
    #expect(one.stdout == many.stdout && one.stderr == many.stderr)
    #expect(one.files == many.files)
  }

  @Test func aReportByItselfLeadsNowhere() async throws {
    let result = try await folder("render", "--quiet", "course/1.md", "course/a b.md")
      .leaves(
        ["1", "a b"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
      ).run()
    let report = try Report(result.text("output/1.html"))
    #expect(report.elements(named: "nav").isEmpty)
  }

  /// A folder in which the program runs again and again.
  private func workshop(
    _ body: (URL, ([String]) async throws -> Program.Ending) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, text) in Self.course where path != "course/3.md" {
      try folder.write(Data(text.utf8), to: path)
    }
    try folder.write(Data(Lessons.points.utf8), to: "course/points.csv")
    try folder.write(Data(Lessons.mail.utf8), to: "course/mail.csv")
    try await body(folder.url) { arguments in
      try await Program.run(["render"] + arguments, in: folder.url, timeLimit: 30)
    }
  }

  @Test func aFileThatIsAsItShouldBeStays() async throws {
    try await workshop { folder, render in
      _ = try await render(["course"])
      func stamps() throws -> [String: Date?] {
        let output = folder.appending(path: "output")
        let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
        return Dictionary(
          try names.map { name in
            let url = output.appending(path: name)
            return (
              name,
              try url.resourceValues(forKeys: [.contentModificationDateKey])
                .contentModificationDate
            )
          }
        ) { first, _ in first }
      }
      let before = try stamps()
      let again = try await render(["course"])
      #expect(again.stdout.contains("output/1.html is as it was\n"))
      #expect(!again.stdout.contains("wrote "))
      #expect(try stamps() == before)
      try Data("Changed.\n".utf8).write(to: folder.appending(path: "course/a b.md"))
      let changed = try await render(["course"])
      #expect(changed.stdout.contains("wrote output/a b.html\n"))
      #expect(changed.stdout.matches(of: #/wrote /#).count == 1)
      let after = try stamps()
      #expect(after.filter { $0.value != before[$0.key] }.keys.sorted() == ["a b.html"])
    }
  }

  @Test func theIndexIsKeptTrueByALessonByItself() async throws {
    try await workshop { folder, render in
      _ = try await render(["course"])
      let file = folder.appending(path: "output/index.html")
      let mended = Lessons.claim("points.rows = 4")
      try Data("# Mended\n\n\(mended)".utf8).write(to: folder.appending(path: "course/2.md"))
      _ = try await render(["course/2.md"])
      let index = try Report(String(decoding: Data(contentsOf: file), as: UTF8.self))
      #expect(index.texts(of: "h2") == ["First & <last>", "Mended", "4.md", "a b.md"])
      let states = index.elements(ofClass: "state").map(\.text)
      #expect(states == ["✓ done", "✓ done", "✗ a block failed", "✓ done"])
      let kept = try Data(contentsOf: file)
      _ = try await render(["course"])
      #expect(try Data(contentsOf: file) == kept, "what a call for the folder would have made")
    }
  }

  @Test func anotherPageOfThatNameIsLeftAlone() async throws {
    try await workshop { folder, render in
      let file = folder.appending(path: "output/index.html")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: file)
      _ = try await render(["course/1.md"])
      #expect(try Data(contentsOf: file) == Data("mine".utf8))
    }
  }

  @Test func aLessonCalledIndexIsTheIndex() async throws {
    let result = try await ProgramTest("render", "--quiet", "course")
      .file("course/index.md", "# My own\n").file("course/one.md", "One.\n")
      .leaves(
        ["index", "one"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
      ).run()
    #expect(try Report(result.text("output/index.html")).texts(of: "h1") == ["My own"])
  }

  @Test func anInterruptionLosesNoIndex() async throws {
    let result = try await ProgramTest("render", "course", "--threads", "1")
      .file("course/a.md", "Words.\n").file("course/b.md", Lessons.endless)
      .file("course/c.md", "Later.\n").saysAnything().send(SIGINT, afterSaying: "Epoch 1")
      .exits(130).complains(containing: "not run: the run was interrupted")
      .leaves(["a", "b"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }).run()
    #expect(result.files["output/index.html"] == nil)
  }

  @Test func hostileNamesAndTitlesStayText() async throws {
    let result = try await ProgramTest("render", "--quiet", "course")
      .file("course/<b>&\"'.md", "---\ntitle: |\n  <script>\n  two lines\n---\n")
      .file("course/java:x.md", "One.\n")
      .leaves(
        ["<b>&\"'", "java:x"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
          + ["output/index.html"]
      ).run()
    let index = try Report(result.text("output/index.html"))
    #expect(index.texts(of: "h2") == ["<script> two lines", "java:x.md"])
    let links = index.elements(named: "a").compactMap { $0.attributes["href"] }
    #expect(links == ["#lesson", "%3Cb%3E%26%22%27.html", "java%3Ax.html"])
  }
}
