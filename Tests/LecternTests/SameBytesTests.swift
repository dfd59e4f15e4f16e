import Foundation
import Testing

/// The same lesson with the same seed makes the same bytes, wherever and whenever it runs.
struct SameBytesTests {
  /// The report, the results and the log of a run, with the lesson's name taken out.
  private func made(
    by arguments: [String], lesson path: String, from folder: String = "", report: String,
    environment: [String: String] = [:]
  ) async throws -> [String] {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    let result = try await ProgramTest(["render"] + arguments)
      .file(path, EngineLessons.everything).file("elsewhere/readme.txt", "").from(folder)
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
    ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"],
    ["LANG": "C", "LC_ALL": "C"], ["TZ": "Asia/Kathmandu"],
    ["HOME": "/dev/null/nowhere"], ["COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"],
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
    func run(_ lesson: String) async throws -> Results.Block {
      try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
        .file("lesson.md", lesson).file("points.csv", Lessons.points)
        .leaves("out.json").run().results("out.json").block("run")
    }
    let other = Lessons.network.replacing("network net", with: "network other")
    let more = Lessons.training.replacing("```{network net}", with: other + "\n```{network net}")
    #expect(more.contains("{network other}"))
    #expect(try await run(Lessons.training).values == run(more).values)
  }
}
