import Foundation
import Testing

/// Ctrl-C ends a run soon and in order.
struct InterruptionTests {
  private func interrupted(_ arguments: String...) -> ProgramTest {
    ProgramTest(arguments)
      .file("lesson.md", Lessons.endless)
      .send(SIGINT, afterSaying: "Epoch 1/")
      .within(seconds: 60)
      .exits(130)
      .says(containing: "{train run}\nEpoch 1/10000000 - loss: ")
  }

  @Test func ctrlCEndsALongTraining() async throws {
    let result = try await interrupted("run", "lesson.md")
      .complains(containing: "not run: the run was interrupted").run()
    #expect(try #require(result.secondsAfterSignal) < 3)
  }

  @Test func theReportSaysWhatRan() async throws {
    let result = try await interrupted("render", "lesson.md")
      .complains(containing: "not run: the run was interrupted")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    let blocks = try result.results("output/lesson.results.json").blocks
    #expect(blocks.map(\.status) == ["done", "done", "not run", "not run"])
    #expect(blocks[2].message == "not run: the run was interrupted")
    let report = try result.text("output/lesson.html")
    #expect(report.contains("did not run: the run was interrupted"))
  }

  @Test func resultsAreWrittenForWhatRan() async throws {
    let result = try await interrupted("run", "lesson.md", "--results", "out.json")
      .complains(containing: "interrupted").leaves("out.json").run()
    #expect(try result.results("out.json").block("xor").status == "done")
  }

  @Test func sigtermEndsTheProgramAndLeavesNothing() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.endless.utf8), to: "lesson.md")
    let ending = try await Program.run(
      ["render", "lesson.md"], in: folder.url,
      signal: Program.Signal(number: SIGTERM, moment: .said("Epoch 1/")), timeLimit: 60)
    #expect(ending.code == nil && !ending.ranOutOfTime)
    #expect(try folder.contents().keys.sorted() == ["lesson.md"])
  }

  @Test func theNextLessonDoesNotStart() async throws {
    let result = try await interrupted("run", "lesson.md", "next.md", "--threads", "1")
      .file("next.md", Lessons.data).file("points.csv", Lessons.points)
      .complains(containing: "interrupted").run()
    #expect(!result.stdout.contains("points.csv: 4 rows"))
  }
}
