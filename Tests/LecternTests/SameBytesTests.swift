import Foundation
import Testing

/// The same lesson with the same seed makes the same bytes, wherever and whenever it runs.
struct SameBytesTests {
  private static let lesson = """
    ---
    title: Rings
    params:
      rows: 60
    ---

    ```{data rings}
    source: builtin:circles
    rows: $rows
    noise: 0.1
    ```

    ```{split parts}
    data: rings
    stratify: true
    ```

    ```{network net}
    layers: [2, 8, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: net
    data: parts
    epochs: 5
    ```

    ```{evaluate score}
    run: run
    ```

    ```{plot}
    lines: run.train_loss
    ```

    Accuracy: `{value} score.accuracy %.3f`.

    """

  /// The report, the results and the log of a run, with the lesson's name taken out.
  private func made(
    by arguments: [String], lesson path: String, from folder: String = "", report: String,
    environment: [String: String] = [:]
  ) async throws -> [String] {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    let result = try await ProgramTest(["render"] + arguments)
      .file(path, Self.lesson).file("elsewhere/readme.txt", "").from(folder)
      .environment(environment).saysAnything()
      .leaves("\(report).html", "\(report).results.json").run()
    return [
      try result.text("\(report).html"),
      try result.text("\(report).results.json").replacing("\(name).md", with: "LESSON"),
      result.stdout.replacing("\(name).html", with: "REPORT"),
    ]
  }

  @Test func aSecondRunMakesTheSameBytes() async throws {
    let first = try await made(by: ["a.md"], lesson: "a.md", report: "output/a")
    let second = try await made(by: ["a.md"], lesson: "a.md", report: "output/a")
    #expect(first == second)
  }

  @Test func theFolderAndTheNameDoNotMatter() async throws {
    let first = try await made(by: ["a.md"], lesson: "a.md", report: "output/a")
    let second = try await made(
      by: ["../lessons/deep/b.md", "--output-dir", "output"], lesson: "lessons/deep/b.md",
      from: "elsewhere", report: "elsewhere/output/b")
    #expect(first == second)
  }

  @Test(arguments: [
    ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"], ["TZ": "Asia/Kathmandu"],
    ["HOME": "/nowhere"], ["COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"],
  ])
  func theSurroundingsDoNotMatter(_ environment: [String: String]) async throws {
    let first = try await made(by: ["a.md"], lesson: "a.md", report: "output/a")
    let second = try await made(
      by: ["a.md"], lesson: "a.md", report: "output/a", environment: environment)
    #expect(first == second)
  }

  @Test func anotherSeedMakesOtherNumbers() async throws {
    let first = try await made(by: ["a.md"], lesson: "a.md", report: "output/a")
    let second = try await made(by: ["a.md", "--seed", "1"], lesson: "a.md", report: "output/a")
    #expect(first[1] != second[1])
    #expect(second[1].contains(#""seed": 1,"#))
    let zero = try await made(by: ["a.md", "--seed", "0"], lesson: "a.md", report: "output/a")
    #expect(first == zero)
  }

  @Test func aBlockMoreChangesNoOtherResult() async throws {
    let more = Self.lesson.replacing(
      "```{network net}",
      with: "```{network other}\nlayers: [2, 2]\nactivations: [softmax]\n```\n\n```{network net}")
    func run(_ lesson: String) async throws -> Results {
      try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
        .file("lesson.md", lesson).leaves("out.json").run().results("out.json")
    }
    #expect(try await run(Self.lesson).block("run").values == run(more).block("run").values)
  }
}
