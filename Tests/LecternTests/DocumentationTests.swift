import Foundation
import Testing

/// What the README and the pages in the catalog of documentation show is true.
struct DocumentationTests {
  /// The README and the pages that it leads to, as paths within the package.
  static let pages =
    ["README.md", "Sources/README.md"]
    + ["Data", "RunningLessons", "WritingLessons"].map { "\(catalog)/\($0).md" }

  /// Where articles stand in a Swift package.
  private static let catalog = "Sources/lectern/lectern.docc"

  /// The contents of all fences of a page with the info string `markdown`.
  private func examples(in page: String) throws -> [String] {
    var examples: [String] = []
    var fence: (length: Int, lines: [Substring])?
    for line in try Package.text(page).split(separator: "\n", omittingEmptySubsequences: false) {
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

  @Test func everyPageIsTested() throws {
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: Package.root.appending(path: Self.catalog).path)
    #expect(Set(pages.map { "\(Self.catalog)/\($0)" }).isSubset(of: Self.pages))
  }

  @Test func everyLessonInTheReadmeRuns() async throws {
    let lessons = try examples(in: "README.md")
    #expect(!lessons.isEmpty)
    for lesson in lessons {
      try await ProgramTest("render", "--quiet", "--strict", "lesson.md")
        .file("lesson.md", lesson)
        .leaves("output/lesson.html", "output/lesson.results.json").run()
    }
  }

  /// Examples of the other pages are parts of lessons: they lack data and blocks, and nothing else.
  @Test(arguments: pages.filter { $0.hasPrefix(catalog) })
  func examplesAreMistakenInNothingButWhatTheyLeaveOut(of page: String) async throws {
    let example = try examples(in: page).joined(separator: "\n")
    guard !example.isEmpty else { return }
    let check = try await ProgramTest("check", "--format", "json", "lesson.md")
      .file("lesson.md", example).saysAnything().exits(2).run()
    let codes = check.stdout.matches(of: /"code": "([a-z-]+)"/).map { String($0.1) }
    #expect(!codes.isEmpty)
    #expect(Set(codes).isSubset(of: ["unknown-name", "unreadable-data"]))
  }

  @Test func everyVerbThatIsShownExists() async throws {
    let verbs = Set(
      try Self.pages.flatMap { page in
        try Package.text(page).matches(of: /`lectern ([a-z]+)/).map { String($0.1) }
      })
    #expect(verbs.isSuperset(of: ["run", "render", "check", "commands"]))
    for verb in verbs where verb != "help" {
      try await ProgramTest(verb, "--help").says(containing: "USAGE: lectern \(verb)").run()
    }
  }

  @Test(arguments: pages) func everyFileThatIsLinkedIsThere(from page: String) throws {
    let folder = Package.root.appending(path: page).deletingLastPathComponent()
    let prose = try Package.text(page).replacing(/`[^`\n]*`/, with: "")
    for link in prose.matches(of: /\]\(([^)#:]+)\)/) {
      let file = folder.appending(path: String(link.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link.1)")
    }
  }
}
