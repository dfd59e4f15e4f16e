import Testing

/// The options that say how lessons are run.
struct RunOptionTests {
  @Test func theLogReadsLikeKeras() async throws {
    let result = try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
      .saysAnything().run()
    let lines = result.stdout.split(separator: "\n")
    #expect(lines[0] == "{data points}" && lines[2] == "{network net}" && lines[4] == "{train run}")
    for (epoch, line) in lines[5...].enumerated() {
      let pattern = #/Epoch (\d)/3 - loss: \d\.\d{4} - acc: [01]\.\d{4}/#
      #expect(line.wholeMatch(of: pattern)?.1 == "\(epoch + 1)")
    }
    #expect(lines.count == 8)
  }

  @Test func quietSaysOnlyWhatIsWrong() async throws {
    try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
      .leaves("output/lesson.html", "output/lesson.results.json").run()
  }

  @Test func aFolderStandsForItsLessonsInOrder() async throws {
    let result = try await ProgramTest("render", "course")
      .file("course/b.md", Lessons.data).file("course/a.md", Lessons.network)
      .file("course/B.md", "Words.\n").file("course/notes.txt", "").file("course/deep/c.md", "`")
      .file("course/points.csv", Lessons.points)
      .saysAnything()
      .leaves(
        "output/a.html", "output/a.results.json", "output/b.html", "output/b.results.json",
        "output/B.html", "output/B.results.json", "output/index.html"
      ).run()
    let written = result.stdout.split(separator: "\n").filter { $0.hasPrefix("wrote ") }
    #expect(written == ["wrote output/B.html", "wrote output/a.html", "wrote output/b.html"])
  }

  /// A block that fails, one that needs it, and one that does not.
  private static let failing =
    Lessons.failing + "```{evaluate score}\nrun: run\n```\n\n```{show}\nvalue: mail\n```\n"

  private func statuses(_ arguments: String...) async throws -> [String] {
    try await ProgramTest(["run", "--quiet", "lesson.md", "--results", "out.json"] + arguments)
      .file("lesson.md", Self.failing).file("mail.csv", Lessons.mail)
      .exits(1).complains(containing: "lesson.md:18:10: error: ").leaves("out.json")
      .run().results("out.json").blocks.map(\.status)
  }

  @Test func independentBlocksRunOnAfterAFailure() async throws {
    #expect(try await statuses() == ["done", "done", "done", "failed", "not run", "done"])
  }

  @Test func failFastRunsNothingMore() async throws {
    #expect(
      try await statuses("--fail-fast")
        == ["done", "done", "done", "failed", "not run", "not run"])
  }

  @Test func aLostStreamFailsWhateverDrawsFromItLater() async throws {
    let lesson =
      "---\nrandom_stream: notebook\n---\n\n"
      + Self.failing + "```{data demo}\nsource: builtin:gaussian\n```\n"
    let blocks = try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", lesson).file("mail.csv", Lessons.mail)
      .exits(1).complains(containing: "share one random stream").leaves("out.json")
      .run().results("out.json").blocks
    #expect(try #require(blocks.last).status == "not run")
    #expect(blocks[5].status == "done", "showing draws nothing")
  }

  @Test func strictTakesWarningsForErrors() async throws {
    let doubtful = "A <b>word</b>.\n\n" + Lessons.network
    for verb in ["check", "run"] {
      let plain = try await Program.ending(of: doubtful, [verb])
      #expect(plain.code == 0 && plain.stderr.contains("lesson.md:1:3: warning: "))
      let strict = try await Program.ending(of: doubtful, [verb, "--strict"])
      #expect(strict.code == 2 && strict.stdout.isEmpty)
      #expect(strict.stderr == plain.stderr.replacing(" warning: ", with: " error: "))
    }
    let sound = try await Program.ending(of: Lessons.network, ["check", "--strict"])
    #expect(sound.code == 0 && sound.stderr.isEmpty)
  }

  @Test func seedReplacesTheLessons() async throws {
    let result = try await ProgramTest(
      "run", "--quiet", "lesson.md", "--seed", "4294967295", "--results", "out.json"
    )
    .file("lesson.md", "---\nseed: 3\n---\n\n" + Lessons.network).leaves("out.json").run()
    #expect(try result.results("out.json").seed == 4_294_967_295)
  }
}
