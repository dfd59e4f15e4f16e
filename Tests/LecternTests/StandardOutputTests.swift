import Foundation
import Testing

/// What happens when nobody can read what the program says.
struct StandardOutputTests {
  private func lesson(_ arguments: String...) -> ProgramTest {
    ProgramTest(arguments).file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
  }

  @Test func aReaderThatHasSeenEnoughIsNoTrouble() async throws {
    try await lesson("run", "lesson.md").output(to: .closedPipe).run()
    try await ProgramTest("commands").output(to: .closedPipe).run()
    try await ProgramTest("--help").output(to: .closedPipe).run()
  }

  @Test func theReportIsWrittenThoughNobodyReadsTheLog() async throws {
    try await lesson("render", "lesson.md").output(to: .closedPipe)
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    try await lesson("run", "lesson.md", "--results", "out.json").output(to: .closedPipe)
      .leaves("out.json").run()
  }

  @Test func aFailureIsToldThoughNobodyReadsTheLog() async throws {
    try await ProgramTest("run", "lesson.md", "--results", "out.json").output(to: .closedPipe)
      .file("lesson.md", Lessons.failing).file("mail.csv", Lessons.mail)
      .exits(1).complains(containing: "the network takes 100 inputs").leaves("out.json").run()
  }

  #if os(Linux)
    /// A pipe may be set to refuse what it has no room for, by a program that shares it: here by `dd`.
    @Test(arguments: ["--format json 2>&1", "2>&1 >/dev/null"])
    func aReaderThatIsSlowGetsEverything(_ rest: String) async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      for number in 1...20 {
        let mistakes = String(repeating: "`{value} nobody.rows`\n\n", count: 100)
        try folder.write(Data(mistakes.utf8), to: "course/lesson\(number).md")
      }
      func ending(readBy reader: String) async throws -> Program.Ending {
        try await Program.run(
          [
            "-c",
            "{ \(reader == "cat" ? "" : "dd if=/dev/null oflag=nonblock status=none;") "
              + "'\(Program.executable.path)' check course \(rest); echo $? >code; } | \(reader)",
          ], in: folder.url, timeLimit: 60, executable: URL(filePath: "/bin/bash"))
      }
      let expected = try await ending(readBy: "cat").stdout
      #expect(expected.utf8.count > 1 << 17, "more than a pipe holds")
      #expect(try await ending(readBy: "{ sleep 0.2; cat; }").stdout == expected)
      #expect(try folder.contents()["code"] == Data("2\n".utf8))
    }

    @Test func aFullDeviceIsAFileProblem() async throws {
      let calls = [["run", "lesson.md"], ["commands"], ["commands", "train"], ["--version"]]
      for arguments in calls {
        try await ProgramTest(arguments).output(to: .file("/dev/full"))
          .file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
          .exits(74).complains("error: standard output cannot be written\n").run()
      }
    }

    @Test func aQuietRunNeedsNoStandardOutput() async throws {
      try await lesson("run", "--quiet", "lesson.md").output(to: .file("/dev/full")).run()
    }
  #endif
}
