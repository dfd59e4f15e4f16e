import Testing

/// A command line that means nothing ends with 64, before anything runs.
struct UsageTests {
  private func lesson(_ arguments: [String]) -> ProgramTest {
    ProgramTest(arguments)
      .file("lesson.md", "---\nparams:\n  rate: 0.5\n  name: a\n---\n\n" + Lessons.data)
      .file("other.md", Lessons.data).file("points.csv", Lessons.points)
      .file("empty/readme.txt", "")
      .exits(64)
  }

  @Test(arguments: [
    ["run"], ["run", "lesson.md", "--explode"],
    ["run", "lesson.md", "--seed", "many"], ["run", "lesson.md", "--seed", "-1"],
    ["run", "lesson.md", "--seed", "4294967296"], ["run", "lesson.md", "-p"],
    ["commands", "explode"],
  ])
  func anUnknownWordIsRefused(_ arguments: [String]) async throws {
    try await lesson(arguments).complains(containing: "Error: ").run()
  }

  @Test func anUnknownVerbIsRefusedWithASuggestion() async throws {
    try await lesson(["rendr", "lesson.md"])
      .complains(containing: "unknown verb 'rendr'; did you mean 'render'?", "Usage: lectern")
      .run()
    try await lesson(["lesson.md"]).complains(containing: "Error: unknown verb 'lesson.md'\n").run()
    try await lesson(["help", "chek"])
      .complains(containing: "unknown verb 'chek'; did you mean 'check'?").run()
  }

  @Test func aPreviewSaysThatItTakesOneLesson() async throws {
    let help = try await ProgramTest("help", "preview")
      .says(
        containing: "USAGE: lectern preview [<options>] <lesson>\n",
        "The lesson, or a folder with a single one."
      )
      .run()
    #expect(!help.stdout.contains("lessons"))
    try await ProgramTest("help", "render")
      .says(containing: "<lessons> ...\n", "Lessons, or folders of lessons.").run()
  }

  @Test(arguments: [
    ("run", "--seed", "The value '-1' is invalid for '--seed <seed>'"),
    ("run", "--threads", "--threads is a number from 1 to 1024, not -1"),
    ("preview", "--port", "The value '-1' is invalid for '--port <port>'"),
  ])
  func aNumberBelowZeroIsNoOption(_ verb: String, _ option: String, _ message: String)
    async throws
  {
    try await lesson([verb, "lesson.md", option, "-1"])
      .complains(containing: "Error: \(message)\n").run()
  }

  @Test func aParameterNeedsANameAndAValue() async throws {
    for parameter in ["rate", "=0.5", ""] {
      try await lesson(["run", "lesson.md", "-p", parameter])
        .complains(containing: "a parameter is given as name=value, not '\(parameter)'")
        .run()
    }
  }

  @Test func anUnknownParameterIsRefusedWithASuggestion() async throws {
    try await lesson(["run", "lesson.md", "-p", "rat=1"])
      .complains(containing: "unknown parameter 'rat'; did you mean 'rate'?")
      .run()
  }

  @Test func aParameterKeepsItsType() async throws {
    try await lesson(["run", "lesson.md", "-p", "rate=fast"])
      .complains(containing: "parameter 'rate' is a number, not 'fast'")
      .run()
    try await lesson(["run", "lesson.md", "-p", "rate=nan"])
      .complains(containing: "parameter 'rate' is a number, not 'nan'")
      .run()
  }

  @Test(arguments: ["--results", "--timings"])
  func oneFileIsForOneLesson(_ option: String) async throws {
    try await lesson(["run", "lesson.md", "other.md", option, "out.json"])
      .complains(containing: "for one lesson, and there are 2")
      .run()
  }

  /// `--results *.md` names the first of two lessons, and leaves the other.
  @Test(arguments: [
    ["run", "--results", "other.md", "lesson.md"], ["run", "--timings", "other.md", "lesson.md"],
    ["render", "--timings", "other.MD", "lesson.md"],
  ])
  func aLessonIsNotWrittenOver(_ arguments: [String]) async throws {
    try await lesson(arguments)
      .complains(containing: "\(arguments[1]) writes JSON, and '\(arguments[2])' is called like")
      .run()
  }

  @Test(arguments: [
    ["run", "--results", "-", "lesson.md"], ["run", "--timings", "-", "lesson.md"],
    ["render", "--timings", "-", "lesson.md"],
  ])
  func standardOutputIsNoFile(_ arguments: [String]) async throws {
    try await lesson(arguments)
      .complains(containing: "\(arguments[1]) takes a file, and '-' is none: standard output has")
      .run()
  }

  @Test(arguments: ["a.json", "./a.json", "empty/../a.json", "none/../a.json", ".//a.json"])
  func oneFileIsForOneOption(_ other: String) async throws {
    try await lesson(["run", "lesson.md", "--results", "a.json", "--timings", other])
      .complains(containing: "--results and --timings would write the same file").run()
  }

  @Test func aStreamIsForAllOptions() async throws {
    try await lesson(["run", "lesson.md", "--results", "/dev/null", "--timings", "/dev/null"])
      .exits(0).saysAnything().run()
  }

  @Test func twoReportsOfOneNameAreRefused() async throws {
    try await lesson(["render", "lesson.md", "copy/lesson.md"]).file("copy/lesson.md", "")
      .complains(containing: "lesson.md and copy/lesson.md would write the same report")
      .run()
  }

  @Test func aFolderWithoutLessonsIsRefused() async throws {
    for verb in ["run", "render", "check"] {
      try await lesson([verb, "empty"])
        .complains(containing: "the folder 'empty' has no lesson (.md)")
        .run()
    }
  }

  @Test func helpAndVersionAreAnswersNotMistakes() async throws {
    try await ProgramTest("--help").says(containing: "USAGE: lectern", "render", "check").run()
    try await ProgramTest("run", "--help").says(containing: "--results", "--fail-fast").run()
    let version = try await ProgramTest("--version").saysAnything().run()
    #expect(version.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func commandsExplainsEveryCommand() async throws {
    let list = try await ProgramTest("commands").saysAnything().run()
    let names = list.stdout.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    let required: Set<Substring> = [
      "data", "split", "tfidf", "network", "train", "evaluate", "sweep", "plot", "show", "predict",
      "expect",
    ]
    #expect(required.isSubset(of: names))
    for name in names {
      try await ProgramTest("commands", String(name)).says(containing: String(name)).run()
    }
  }
}
