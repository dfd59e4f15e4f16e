import Foundation
import Testing

/// What the README shows is true.
struct ReadmeTests {
  /// The contents of all fences with the info string `markdown`.
  private func examples() throws -> [String] {
    var examples: [String] = []
    var fence: (length: Int, lines: [Substring])?
    for line in try Package.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let length = line.prefix { $0 == "`" }.count
      let info = line.dropFirst(length)
      if let open = fence {
        if length >= open.length, info.isEmpty {
          examples.append(open.lines.map { $0 + "\n" }.joined())
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if length >= 3, info == "markdown" {
        fence = (length, [])
      }
    }
    #expect(fence == nil, "a fence is not closed")
    return examples
  }

  @Test func everyLessonInTheReadmeRuns() async throws {
    let lessons = try examples().filter { $0.hasPrefix("---\n") || $0.contains(/(?m)^`{3,}\{\w/) }
    #expect(!lessons.isEmpty)
    for lesson in lessons {
      try await ProgramTest("render", "--quiet", "--strict", "lesson.md")
        .file("lesson.md", lesson)
        .leaves("output/lesson.html", "output/lesson.results.json").run()
    }
  }

  @Test func everyVerbInTheReadmeExists() async throws {
    let verbs = Set(
      try Package.text("README.md").matches(of: /`lectern ([a-z]+)/).map { String($0.1) })
    #expect(verbs.isSuperset(of: ["run", "render", "check", "commands"]))
    for verb in verbs where verb != "help" {
      try await ProgramTest(verb, "--help").says(containing: "USAGE: lectern \(verb)").run()
    }
  }

  @Test func everyFileThatTheReadmeShowsIsThere() throws {
    let links = try Package.text("README.md").matches(of: /\]\(([^)#:]+)\)/)
    #expect(!links.isEmpty)
    for link in links {
      let file = Package.root.appending(path: String(link.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link.1)")
    }
  }
}
