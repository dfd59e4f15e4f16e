import Foundation
import Testing

/// `matrix:` in a parameter file: one run and one report for each combination of values.
struct MatrixTests {
  private static let lesson = """
    ---
    title: Points
    params:
      hidden: 3
      rate: 0.5
      word: a
      sizes: [2, 2]
    ---

    """
  private static let training =
    lesson
    + Lessons.training.replacing("[2, 3, 2]", with: "[2, $hidden, 2]")
    .replacing("0.5\nepochs", with: "$rate\nepochs")

  private func lesson(_ parameters: String, _ arguments: String...) -> ProgramTest {
    ProgramTest(arguments + ["--params", "p.yml"])
      .file("lesson.md", Self.training).file("points.csv", Lessons.points).file("p.yml", parameters)
  }

  private static let grid = "matrix:\n  hidden: [3, 4]\n  rate: [0.5, 1]\n"

  @Test func everyCombinationHasItsReport() async throws {
    let names = ["3-rate-0.5", "3-rate-1", "4-rate-0.5", "4-rate-1"].map {
      "output/lesson-hidden-\($0)"
    }
    let result = try await lesson(Self.grid, "render", "lesson.md").saysAnything()
      .leaves(names.flatMap { [$0 + ".html", $0 + ".results.json"] }).run()
    let written = result.stdout.split(separator: "\n").filter { $0.hasPrefix("wrote ") }
    #expect(written == names.map { "wrote \($0).html" }, "first list outermost")
    for (name, values) in zip(names, [["3", "0.5"], ["3", "1"], ["4", "0.5"], ["4", "1"]]) {
      let single = try await ProgramTest(
        "render", "--quiet", "lesson.md", "-p", "hidden=\(values[0])", "-p", "rate=\(values[1])"
      )
      .file("lesson.md", Self.training).file("points.csv", Lessons.points)
      .leaves("output/lesson.html", "output/lesson.results.json").run()
      #expect(result.files[name + ".html"] == single.files["output/lesson.html"])
      #expect(result.files[name + ".results.json"] == single.files["output/lesson.results.json"])
    }
  }

  @Test(arguments: [
    ("name: ${lesson}-h$hidden", ["lesson-h3", "lesson-h4"]),
    ("word: b\nname: $word $hidden", ["b 3", "b 4"]),
    ("name: é$hidden.x", ["é3.x", "é4.x"]),
  ])
  func aPatternNamesTheReports(_ pattern: String, _ names: [String]) async throws {
    try await lesson("matrix: {hidden: [3, 4]}\n\(pattern)\n", "render", "--quiet", "lesson.md")
      .leaves(names.flatMap { ["output/\($0).html", "output/\($0).results.json"] }).run()
  }

  @Test func aListCanVaryToo() async throws {
    try await lesson("matrix: {sizes: [[1, 2], [3]]}\n", "render", "--quiet", "lesson.md")
      .leaves(
        ["1-2", "3"].flatMap {
          ["output/lesson-sizes-\($0).html", "output/lesson-sizes-\($0).results.json"]
        }
      ).run()
  }

  /// Folders are no part of a report, and neither of what leads to it.
  @Test func filesInFoldersAreCalledByTheirNumbers() async throws {
    let lesson = "---\nparams: {points: none.csv}\n---\n" + Lessons.data
    let result = try await ProgramTest("render", "course", "--params", "p.yml").saysAnything()
      .file("course/a.md", lesson.replacing("points.csv", with: "$points"))
      .file("p.yml", "matrix: {points: [x/points.csv, y/points.csv, points.csv]}\n")
      .file("x/points.csv", Lessons.points).file("y/points.csv", Lessons.points)
      .file("points.csv", Lessons.points)
      .leaves(
        ["1", "2", "points.csv"].flatMap {
          ["output/a-points-\($0).html", "output/a-points-\($0).results.json"]
        } + ["output/index.html"]
      ).run()
    let index = try Report(result.text("output/index.html"))
    #expect(
      index.texts(of: "h2") == [
        "a.md (points=points.csv (1))", "a.md (points=points.csv (2))", "a.md (points=points.csv)",
      ])
    #expect(result.stdout.contains("a.md with points=points.csv (2)\n"))
    #expect(!result.stdout.contains("x/"))
  }

  @Test func whatTheCommandLineGivesDoesNotVary() async throws {
    try await lesson(Self.grid, "render", "--quiet", "lesson.md", "-p", "hidden=5")
      .leaves(
        ["0.5", "1"].flatMap {
          ["output/lesson-rate-\($0).html", "output/lesson-rate-\($0).results.json"]
        }
      ).run()
    try await lesson(
      Self.grid, "run", "lesson.md", "-p", "hidden=5", "-p", "rate=1", "--results", "r.json"
    )
    .saysAnything().leaves("r.json").run()
  }

  @Test func runSaysWhichCombinationItIsAbout() async throws {
    let result = try await lesson("matrix: {hidden: [3, 4]}\n", "run", "lesson.md").saysAnything()
      .run()
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("lesson.md with ") }.count == 2)
    #expect(lines.first == "lesson.md with hidden=3" && lines.contains("[2, 4, 2], 22 parameters"))
  }

  @Test(arguments: [
    ("run", "--results", "'lectern render' writes results for each"),
    ("run", "--timings", "set what varies to one value with -p"),
    ("render", "--timings", "set what varies to one value with -p"),
  ])
  func oneFileIsForOneRun(_ verb: String, _ option: String, _ advice: String) async throws {
    try await lesson(Self.grid, verb, "lesson.md", option, "r.json").exits(64)
      .complains(
        containing: "Error: \(option) is for one run, and with the matrix there are 4; \(advice)\n"
      ).run()
  }

  @Test func aMistakeInOneCombinationKeepsAllFromRunning() async throws {
    let result = try await lesson(
      "matrix: {hidden: [3, 0], rate: [0.5, 1]}\n", "run", "lesson.md"
    )
    .exits(2).complains(
      containing: "lesson.md:14:13: error: ",
      "note: with hidden=0, rate=0.5 and 1 other combinations"
    ).run()
    #expect(result.stderr.matches(of: /error:/).count == 1, "said once, not for each combination")
    let everywhere = try await lesson(Self.grid, "check", "lesson.md")
      .file("lesson.md", Self.training.replacing("epochs", with: "epoch")).exits(2)
      .complains(containing: "unknown option 'epoch'").run()
    #expect(!everywhere.stderr.contains("note:"))
  }

  @Test func aClaimThatDoesNotHoldNamesItsCombination() async throws {
    try await lesson("matrix: {rate: [0.5, 1]}\n", "run", "--quiet", "lesson.md")
      .file("lesson.md", Self.training + "\n```{expect}\n- $rate < 0.7\n```\n").exits(3)
      .complains(containing: "this does not hold: $rate < 0.7", "  note: with rate=1").run()
  }

  /// A parameter file with marks around the words that its one mistake is about, and the message.
  @Test(arguments: [
    ("matrix:\n  «hiden»: [3, 4]\n", "unknown parameter 'hiden'; did you mean 'hidden'?"),
    ("matrix:\n  hidden: [3, «four»]\n", "parameter 'hidden' is a whole number, not 'four'"),
    ("matrix:\n  sizes: [[1], «2»]\n", "parameter 'sizes' is a list, not '2'"),
    ("matrix:\n  hidden: «3»\n", "'hidden' has a list of values in the matrix, not '3'"),
    ("matrix:\n  «hidden»:\n", "'hidden' has a list of values in the matrix, nothing is given"),
    ("matrix:\n  hidden: «[]»\n", "'hidden' has no values in the matrix"),
    ("matrix:\n  hidden: [3, 4, «3»]\n", "'hidden' lists a value twice"),
    ("matrix:\n  hidden: [3, «03»]\n", "'hidden' lists a value twice"),
    ("matrix:\n  rate: [1e-1, 0.2, «.10»]\n", "'rate' lists a value twice"),
    ("matrix:\n  sizes: [[1, 2], [12], «[1, 2]»]\n", "'sizes' lists a value twice"),
    (
      "matrix:\n  hidden: [3, «\"4\"»]\n",
      "parameter 'hidden' is a whole number, not '4' in quotes, which is text"
    ),
    ("matrix: «[3, 4]»\n", "'matrix' maps parameters to lists of values; this is a list"),
    ("«matrix»:\n", "'matrix' maps parameters to lists of values; this is nothing"),
    ("matrix: «{}»\n", "the matrix names no parameter"),
    (
      "hidden: 3\nmatrix:\n  «hidden»: [3, 4]\n",
      "'hidden' has one value above and a list in the matrix"
    ),
    ("«name»: x\n", "unknown parameter 'name'; the lesson has hidden, rate, word or sizes"),
    (
      "matrix: {hidden: [3, 4]}\nname: ${lesson}-«$hiden»\n",
      "unknown parameter 'hiden'; did you mean 'hidden'?"
    ),
    (
      "matrix: {hidden: [3, 4]}\nname: «x$word»\n",
      "two reports are called 'xa': those with hidden=3 and with hidden=4"
    ),
    ("matrix: {hidden: [3, 4]}\nname: «a/$hidden»\n", "'a/3' is no name for a file"),
    ("matrix: {hidden: [3, 4]}\nname: «.$hidden»\n", "'.3' is no name for a file"),
    (
      "matrix: {hidden: [3, 4]}\nname: «[a, b]»\n",
      "'name' is text such as ${lesson}-$rate, not a list"
    ),
    (
      "matrix: {hidden: [3, 4]}\nname: «$sizes»\n", "a list cannot stand inside text"
    ),
    (
      "matrix: {hidden: [3, 4]}\nname: «x$sizes»\n",
      "parameter 'sizes' is a list and cannot stand inside text"
    ),
    (
      "«matrix»: {word: [a, b c, a/b]}\n",
      "'lesson-word-a/b' is no name for a file; say with 'name' what reports are called"
    ),
    (
      "«matrix»:\n  hidden: [\(list(1...30))]\n  rate: [\(list(1...30))]\n",
      "the matrix has more than 500 combinations"
    ),
  ])
  func aMistakeIsSaidAtItsPlaceAndNothingRuns(_ marked: String, _ message: String) async throws {
    let text = marked.filter { !"«»".contains($0) }
    let before = marked.prefix { $0 != "«" }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    // Alone, a pattern that is a list is no pattern at all.
    for verb in ["run", "render"] {
      let result = try await lesson(text, verb, "lesson.md").exits(2)
        .complains(containing: "p.yml:\(line):\(column): error: \(message)\n").run()
      #expect(result.stderr.matches(of: /error:/).count == 1, "\(result.stderr)")
    }
  }

  private static func list(_ numbers: ClosedRange<Int>) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  @Test func aParameterMayBeCalledMatrixOrName() async throws {
    let lesson = "---\nparams:\n  matrix: [1]\n  name: a\n  other: 1\n---\n\nText.\n"
    func test(_ parameters: String) -> ProgramTest {
      ProgramTest("run", "lesson.md", "--results", "r.json", "--params", "p.yml")
        .file("lesson.md", lesson).file("p.yml", parameters)
    }
    let result = try await test("matrix: [2, 3]\nname: b\n").leaves("r.json").run()
    let params = try result.results("r.json").params
    #expect(params["name"] == .text("b"))
    try await test("matrix: {other: [1, 2]}\nname: b\n").exits(2)
      .complains(containing: "p.yml:2:1: error: beside a matrix, 'name' says what").run()
  }

  @Test func aLessonOfAFolderVariesInWhatItHas() async throws {
    let result = try await ProgramTest(
      "render", "--quiet", "course", "--params", "p.yml", "-p", "word=c"
    )
    .file("course/a.md", "Words.\n")
    .file("course/b.md", "---\nparams: {hidden: 3}\n---\n\n`{value} $hidden`\n")
    .file("course/c.md", "---\nparams: {word: a}\n---\n\n`{value} $word`\n")
    .file("p.yml", "matrix: {hidden: [3, 4]}\n")
    .leaves(
      ["a", "b-hidden-3", "b-hidden-4", "c"].flatMap {
        ["output/\($0).html", "output/\($0).results.json"]
      } + ["output/index.html"]
    ).run()
    let index = try Report(result.text("output/index.html"))
    #expect(
      index.texts(of: "h2") == ["a.md", "b.md (hidden=3)", "b.md (hidden=4)", "c.md"])
    #expect(try result.results("output/c.results.json").params["word"] == .text("c"))
  }

  /// Its reports are called by what it has, as if there were no pattern.
  @Test func aPatternIsNothingToALessonThatLacksAParameterOfIt() async throws {
    let test = ProgramTest("render", "--quiet", "course", "--params", "p.yml")
      .file("course/a.md", "Words.\n")
      .file(
        "course/b.md", "---\nparams: {hidden: 3, rate: 1.5}\n---\n\n`{value} $hidden * $rate`\n"
      )
      .file("course/c.md", "---\nparams: {rate: 1.5}\n---\n\n`{value} $rate`\n")
    let parameters = "matrix: {rate: [0.5, 2]}\nname: ${lesson}-h$hidden-r$rate\n"
    try await test.file("p.yml", parameters)
      .leaves(
        ["a", "b-h3-r0.5", "b-h3-r2", "c-rate-0.5", "c-rate-2"].flatMap {
          ["output/\($0).html", "output/\($0).results.json"]
        } + ["output/index.html"]
      ).run()
    // What no lesson has is a mistake all the same.
    try await test.file("p.yml", parameters.replacing("$hidden", with: "$hiden")).exits(2)
      .complains(
        containing: "p.yml:2:18: error: unknown parameter 'hiden'; did you mean 'hidden'?\n"
      ).run()
  }

  /// Where the parameter has its values elsewhere, it is clear what the word means beside a matrix.
  @Test(arguments: [
    ("matrix: {name: [b, c]}\nname: ${lesson}-$name\n", [String](), ["lesson-b", "lesson-c"]),
    ("matrix: {other: [2, 3]}\nname: $name-$other\n", ["-p", "name=d"], ["d-2", "d-3"]),
  ])
  func aPatternIsNoValueOfAParameterOfItsName(
    _ parameters: String, _ arguments: [String], _ names: [String]
  ) async throws {
    let lesson = "---\nparams:\n  name: a\n  other: 1\n---\n\n`{value} $name` `{value} $other`\n"
    let verb = ["render", "--quiet", "lesson.md", "--params", "p.yml"]
    try await ProgramTest(verb + arguments).file("lesson.md", lesson).file("p.yml", parameters)
      .leaves(names.flatMap { ["output/\($0).html", "output/\($0).results.json"] }).run()
  }

  @Test func aPreviewShowsOneCombination() async throws {
    let preview = try await LivePreview(
      "---\nparams: {word: a}\n---\n\nThe word is `{value} $word`.\n",
      files: ["p.yml": "matrix: {word: [a, b]}\n"], "--params", "p.yml")
    defer { preview.close() }
    try await preview.wait { try preview.stderr.contains("p.yml:1:1: error: a preview shows one") }
    #expect(try preview.stderr.contains("the matrix has 2; choose one with -p word=…"))
    try preview.save("word: b\n", to: "p.yml")
    try await preview.wait { try preview.refreshes.last?.contains("ran nothing") == true }
  }
}
