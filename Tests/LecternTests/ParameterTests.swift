import Foundation
import Testing

/// Parameters from the command line and from files, and the folders that their paths start from.
struct ParameterTests {
  private static let lesson = """
    ---
    params:
      corpus: points.csv
      rate: 0.5
    ---

    ```{data points}
    source: $corpus
    label: class
    ```

    """

  private static func points(rows: Int) -> String {
    "x,class\n" + (0..<rows).map { "\($0),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
  }

  private func lesson(_ arguments: String...) -> ProgramTest { lesson(arguments) }

  /// Files of one name in three folders, told apart by their numbers of rows.
  private func lesson(_ arguments: [String]) -> ProgramTest {
    ProgramTest(["run"] + arguments)
      .file("lessons/lesson.md", Self.lesson)
      .file("lessons/points.csv", Self.points(rows: 2))
      .file("here/points.csv", Self.points(rows: 4))
      .file("values/points.csv", Self.points(rows: 6))
      .file("values/values.yml", "corpus: points.csv\n")
      .from("here")
  }

  @Test func aDefaultStartsFromTheLessonsFolder() async throws {
    try await lesson("../lessons/lesson.md").says(containing: "points.csv: 2 rows").run()
  }

  @Test func aValueOfTheCommandLineStartsFromTheCurrentFolder() async throws {
    try await lesson("../lessons/lesson.md", "-p", "corpus=points.csv")
      .says(containing: "points.csv: 4 rows").run()
    try await lesson("../lessons/lesson.md", "--param", "corpus=./points.csv")
      .says(containing: "points.csv: 4 rows").run()
  }

  @Test func aValueOfAParameterFileStartsFromThatFilesFolder() async throws {
    try await lesson("../lessons/lesson.md", "--params", "../values/values.yml")
      .says(containing: "points.csv: 6 rows").run()
  }

  /// In results, too, it is no text.
  @Test(arguments: [("yes", true), ("True", true), ("on", true), ("no", false), ("false", false)])
  func aTruthValueIsOneInEverySpelling(_ given: String, _ value: Bool) async throws {
    let result = try await ProgramTest(
      "run", "--quiet", "lesson.md", "--results", "r.json", "-p", "full=\(given)"
    )
    .file(
      "lesson.md",
      "---\nparams: {full: \(!value)}\n---\n\n```{expect}\n- $full = \(value)\n```\n"
    )
    .leaves("r.json").run()
    #expect(try result.text("r.json").contains("\"full\": \(value)"))
  }

  @Test func theItemsOfAListStartWhereTheListIsGiven() async throws {
    let listing = Self.lesson.replacing("corpus: points.csv", with: "corpus: [points.csv]")
    let places: [([String], Int)] = [
      ([], 2), (["-p", "corpus=[points.csv]"], 4), (["--params", "../values/list.yml"], 6),
    ]
    for (arguments, rows) in places {
      try await lesson(["../lessons/lesson.md"] + arguments)
        .file("lessons/lesson.md", listing)
        .file("values/list.yml", "corpus: [points.csv]\n")
        .says(containing: "points.csv: \(rows) rows").run()
    }
  }

  @Test func theCommandLineWinsOverTheFileAndTheLastValueWins() async throws {
    try await lesson(
      "../lessons/lesson.md", "-p", "corpus=../values/points.csv", "--params",
      "../values/values.yml", "-p", "corpus=points.csv"
    )
    .says(containing: "points.csv: 4 rows").run()
  }

  @Test func mistakesInAParameterFileHaveTheirPlace() async throws {
    try await lesson("../lessons/lesson.md", "--params", "bad.yml")
      .file("here/bad.yml", "corpus: points.csv\nrat: 1\nrate: fast\n")
      .exits(2)
      .complains(
        """
        bad.yml:2:1: error: unknown parameter 'rat'; did you mean 'rate'?
          rat: 1
          ^^^
        bad.yml:3:7: error: parameter 'rate' is a number, not 'fast'
          rate: fast
                ^^^^

        """
      )
      .run()
  }

  @Test func ofMistakesOfOneKindInAParameterFileTheFirstHundredAreShown() async throws {
    let lines = (1...150).map { "p\($0): 1\n" }.joined()
    let check = ProgramTest("check", "a.md", "--params", "p.yml")
      .file("a.md", "Words.\n").file("p.yml", lines).exits(2)
    let said = try await check.complains(
      containing: "p.yml:100:1: error: ", "\np.yml: and 50 more of 'unknown-parameter'\n"
    ).run()
    #expect(said.stderr.components(separatedBy: "error: unknown parameter").count == 101)
    let json = try await ProgramTest("check", "a.md", "--params", "p.yml", "--format", "json")
      .file("a.md", "Words.\n").file("p.yml", lines).exits(2).says(containing: "'p150'").run()
    #expect(json.stdout.split(separator: "\n").count == 150)
  }

  @Test func ofMistakesOfOneKindOnTheCommandLineTheFirstHundredAreShown() async throws {
    let said = try await ProgramTest(
      ["run", "a.md"] + (1...101).flatMap { ["-p", "p\($0)=1"] }
    )
    .file("a.md", "Words.\n").exits(64)
    .complains(containing: "\nand 1 more of 'unknown-parameter'\n").run()
    #expect(said.stderr.components(separatedBy: "error: unknown parameter").count == 101)
  }

  @Test func aReportShowsNoFolderOfAParameter() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(.init(Self.points(rows: 8).utf8), to: "far/points.csv")
    let path = folder.url.appending(path: "far/points.csv").path
    let result = try await lesson(
      "../lessons/lesson.md", "-p", "corpus=\(path)", "--results", "r.json"
    )
    .says(containing: "points.csv: 8 rows").leaves("here/r.json").run()
    #expect(try result.results("here/r.json").params["corpus"] == .text("points.csv"))
  }

  @Test func aReportShowsNoFolderOfAListOfPlaces() async throws {
    let lesson = Self.lesson.replacing("corpus: points.csv", with: "corpus: [points.csv]")
    let result = try await ProgramTest(
      "render", "--quiet", "lesson.md", "-p", "corpus=[/secluded/points.csv, points.csv]"
    )
    .file("lesson.md", lesson).file("points.csv", Self.points(rows: 4))
    .leaves("output/lesson.html", "output/lesson.results.json").run()
    for file in result.files.keys {
      #expect(try !result.text(file).contains("secluded"), "\(file)")
    }
    #expect(
      try result.results("output/lesson.results.json").params["corpus"]
        == .list([.text("points.csv"), .text("points.csv")]))
  }

  @Test func aMistakeShownInAReportNamesNoFolder() async throws {
    let lesson = Self.lesson.replacing("source:", with: "#| error: true\nsource:")
    for path in ["/secluded/points.csv", "../secluded/points.csv"] {
      let result = try await ProgramTest("render", "lesson.md", "-p", "corpus=\(path)")
        .file("lesson.md", lesson).says(
          containing: "lesson.md:9:9: error: the data file 'points.csv' does not exist\n",
          "  note: it is looked for at '\(path)'"
        )
        .leaves("output/lesson.html", "output/lesson.results.json").run()
      for file in result.files.keys {
        #expect(try !result.text(file).contains("secluded"), "\(file)")
      }
    }
  }

  @Test func aListIsWrittenInBrackets() async throws {
    let lesson = """
      ---
      params:
        sizes: [2, 3, 2]
      ---

      ```{network net}
      layers: $sizes
      activations: [tanh, softmax]
      ```

      """
    try await ProgramTest("run", "lesson.md", "-p", "sizes=[2, 5, 2]").file("lesson.md", lesson)
      .says("{network net}\n[2, 5, 2], 27 parameters\n\n").run()
  }

  private static let needy = "---\nparams: {rate: 1, word: a}\n---\n\n`{value} $word`\n"

  private func two(_ arguments: String...) -> ProgramTest {
    ProgramTest(arguments).file("a.md", "Words.\n").file("b.md", Self.needy)
      .file("p.yml", "word: b\n")
  }

  @Test func whatOnlyAnotherLessonHasIsNothingToALesson() async throws {
    try await two("run", "a.md", "b.md", "-p", "rate=2", "--params", "p.yml").run()
    try await two("run", "a.md", "--params", "p.yml").exits(2)
      .complains(containing: "p.yml:1:1: error: unknown parameter 'word'; the lesson has none")
      .run()
    try await two("run", "b.md", "a.md", "-p", "rat=2").exits(64)
      .complains("error: unknown parameter 'rat'; did you mean 'rate'?\n").run()
  }

  @Test func aListOfOtherEntriesIsWrongUsage() async throws {
    try await ProgramTest("check", "lesson.md", "-p", "sizes=[a]")
      .file("lesson.md", "---\nparams: {sizes: [1, 2]}\n---\n")
      .exits(64)
      .complains(
        containing: "error: parameter 'sizes' is a list, each entry a whole number, not 'a'\n"
      ).run()
  }

  @Test func aMistakeInTheParametersKeepsEveryLessonFromRunning() async throws {
    try await two("run", "a.md", "b.md", "-p", "rate=fast").file("a.md", Lessons.endless)
      .exits(64).complains("error: parameter 'rate' is a whole number, not 'fast'\n").run()
  }

  @Test func decimalsForAWholeNumberAreToldHowTheLessonMayTakeThem() async throws {
    try await two("run", "a.md", "b.md", "-p", "rate=0.3").file("a.md", Lessons.endless)
      .exits(64).complains(
        "error: parameter 'rate' is a whole number, not '0.3'; it takes decimals if the lesson declares it as 1.0\n"
      ).run()
  }

  @Test func aCheckFindsMistakesInParametersAndLessonsAtOnce() async throws {
    try await two("check", "b.md", "--params", "bad.yml").file("bad.yml", "rate: fast\n")
      .file("b.md", Self.needy + "`{value} nobody.rows`\n").exits(2)
      .complains(containing: "bad.yml:1:7: error: ", "b.md:6:10: error: unknown name 'nobody'")
      .run()
  }
}
