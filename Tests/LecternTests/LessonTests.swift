import Foundation
import Testing

/// The lessons that come with the program.
struct LessonTests {
  /// A report is opened on phones and sent by mail.
  private static let greatestSize = 400_000

  private func rendered(_ lesson: URL) async throws -> ProgramTest.Result {
    let name = lesson.deletingPathExtension().lastPathComponent
    return try await ProgramTest("render", "lessons/\(name).md")
      .file("lessons/\(name).md", bytes: Data(contentsOf: lesson))
      .saysAnything().leaves("output/\(name).html", "output/\(name).results.json").run()
  }

  @Test func everyLessonRendersWithoutTrouble() async throws {
    let lessons = try Package.lessons()
    #expect(lessons.map(\.lastPathComponent).contains("\(Tutorial.name).md"))
    for lesson in lessons {
      let name = lesson.deletingPathExtension().lastPathComponent
      let result = try await rendered(lesson)
      let page = try result.text("output/\(name).html")
      let report = try Report(page)
      #expect(report.outsideReferences.isEmpty, "\(name)")
      #expect(report.elements(ofClass: "banner").isEmpty, "\(name)")
      #expect(page.utf8.count < Self.greatestSize, "\(name)")
      let blocks = try result.results("output/\(name).results.json").blocks
      #expect(blocks.allSatisfy { $0.status == "done" }, "\(name)")
    }
  }

  @Test func theTutorialHasItsFigures() async throws {
    let result = try await rendered(
      Package.root.appending(path: "notebooks/\(Tutorial.name).md"))
    let report = try Report(result.text("output/\(Tutorial.name).html"))
    let drawings = report.elements(named: "figure").filter { !$0.classes.contains("table") }
    #expect(drawings.count >= 6)
    #expect(report.texts(of: "figcaption").allSatisfy { $0.contains(/^(Figure|Table) \d+\. \S/) })
    let results = try result.results("output/\(Tutorial.name).results.json")
    let names = Set(results.blocks.compactMap(\.name))
    #expect(
      names.isSuperset(
        of: ["xor_run", "spam", "spam_test", "rates", "vanishing", "exploding"]))
  }

  @Test func lessonsAreSoundEvenStrictly() async throws {
    for lesson in try Package.lessons() {
      try await ProgramTest("check", "--strict", "lesson.md")
        .file("lesson.md", bytes: Data(contentsOf: lesson)).run()
    }
  }

  /// What lessons show of networks that fail is no failure of theirs.
  @Test func theirRunsAreSoundEvenStrictly() async throws {
    var test = ProgramTest("run", "--strict", "notebooks").saysAnything().within(seconds: 120)
    for lesson in try Package.lessons() {
      test = test.file(
        "notebooks/\(lesson.lastPathComponent)", bytes: try Data(contentsOf: lesson))
    }
    let result = try await test.run()
    #expect(result.stdout.contains("warning: Training diverged"))
  }

  @Test func theReportsThatAreKeptAreThoseThatLessonsMake() async throws {
    let kept = try FileManager.default
      .contentsOfDirectory(atPath: Package.root.appending(path: "output").path)
      .map { "output/\($0)" }
    var test = ProgramTest("render", "--quiet", "--figures", "notebooks").leaves(kept)
      .complainsAnything().within(seconds: 120)
    for lesson in try Package.lessons() {
      test = test.file(
        "notebooks/\(lesson.lastPathComponent)", bytes: try Data(contentsOf: lesson))
    }
    for (path, bytes) in try await test.run().files {
      let isSame = try Data(contentsOf: Package.root.appending(path: path)) == bytes
      #expect(isSame, "\(path) is stale: run 'lectern render --figures notebooks' again")
    }
  }
}
