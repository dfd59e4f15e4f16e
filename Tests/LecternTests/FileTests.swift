import Foundation
import Testing

/// Files that cannot be read or written end with 74, and nothing is ever written by halves.
struct FileTests {
  private func lesson(_ arguments: String...) -> ProgramTest {
    ProgramTest(arguments).file("lesson.md", Lessons.data).file("points.csv", Lessons.points)
  }

  @Test(arguments: ["run", "render", "check"])
  func aMissingLessonIsAFileProblem(_ verb: String) async throws {
    try await ProgramTest(verb, "lesson.md")
      .exits(74).complains("error: 'lesson.md' does not exist\n")
      .run()
  }

  @Test(arguments: ["run", "render", "check", "preview"])
  func aLessonWithoutItsEndingIsSuggested(_ verb: String) async throws {
    for (path, end) in [("sums", "; did you mean 'sums.md'?"), ("points", "")] {
      try await lesson(verb, path).file("sums.md", Lessons.data)
        .exits(74).complains("error: '\(path)' does not exist\(end)\n")
        .run()
    }
  }

  @Test func theOtherLessonsRunAllTheSame() async throws {
    try await lesson("run", "missing.md", "lesson.md")
      .exits(74)
      .says(containing: "points.csv: 4 rows").complains("error: 'missing.md' does not exist\n")
      .run()
  }

  @Test func aMissingParameterFileIsAFileProblem() async throws {
    try await lesson("run", "lesson.md", "--params", "values.yml")
      .exits(74).complains("error: 'values.yml' does not exist\n")
      .run()
  }

  @Test(arguments: [
    ("lesson.md", Int32(74), "error: 'lesson.md' is larger than 64 MB, too much for a text\n"),
    ("points.csv", 2, "the data file 'points.csv' is larger than 4 GB, too much for data\n"),
  ])
  func aFileThatIsTooLargeIsNotRead(_ file: String, _ code: Int32, _ message: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    // A hole, which takes no room on the disk.
    try #require(truncate(folder.url.appending(path: file).path, 1 << 40) == 0)
    let ending = try await Program.run(["check", "lesson.md"], in: folder.url, timeLimit: 30)
    #expect(ending.code == code)
    #expect(ending.stderr.contains(message), "\(ending.stderr)")
  }

  @Test func resultsThatCannotBeWrittenAreAFileProblem() async throws {
    try await lesson("run", "--quiet", "lesson.md", "--results", "points.csv/out.json")
      .exits(74)
      .complains(
        "error: 'points.csv/out.json' cannot be written: a part of its path is no folder\n"
      )
      .run()
  }

  @Test func resultsDoNotReplaceAFolder() async throws {
    try await lesson("run", "--quiet", "lesson.md", "--results", "folder")
      .file("folder/kept.txt", "")
      .exits(74).complains("error: 'folder' cannot be written: a folder has its name\n")
      .run()
  }

  #if os(Linux)
    @Test func aFullDiskIsSaidToBeFull() async throws {
      try await lesson("run", "--quiet", "lesson.md", "--results", "/dev/full")
        .exits(74).complains("error: '/dev/full' cannot be written: the disk is full\n")
        .run()
    }
  #endif

  @Test func aLinkThatLeadsNowhereIsNoLesson() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (link, target) in ["away.md": "nothing.md", "itself.md": "itself.md"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
      let ending = try await Program.run(["check", link], in: folder.url, timeLimit: 30)
      #expect(ending.code == 74)
      #expect(ending.stderr == "error: '\(link)' is a link that leads nowhere\n")
    }
  }

  @Test func anOutputFolderThatIsAFileIsAFileProblem() async throws {
    try await lesson("render", "--quiet", "lesson.md", "--output-dir", "points.csv")
      .exits(74).complains(containing: "'points.csv/lesson.html' cannot be written")
      .run()
  }

  @Test func aFolderThatNobodyMayWriteToIsAFileProblem() async throws {
    // The kernel's own folder refuses everybody, the superuser too.
    try await lesson("render", "--quiet", "lesson.md", "--output-dir", "/proc/lectern")
      .exits(74).complains(containing: "'/proc/lectern/lesson.html' cannot be written")
      .run()
  }

  /// A training may take hours, and its report would be lost.
  @Test(arguments: [
    ["render", "--output-dir", "file"], ["render", "--output-dir", "file/below"],
    ["render", "--timings", "folder"], ["run", "--results", "folder"],
    ["run", "--results", "file/r.json"], ["run", "--timings", "file/below/t.json"],
  ])
  func nothingRunsWhereNothingCanBeWritten(_ arguments: [String]) async throws {
    try await ProgramTest(arguments + ["lesson.md"]).file("lesson.md", Lessons.endless)
      .file("file", "").file("folder/kept.txt", "").exits(74)
      .complains(containing: "error: '\(arguments[2])", "cannot be written: ").run()
  }

  /// There need not be such a folder.
  @Test(arguments: ["new/", "folder/", "file/"], ["--results", "--timings"])
  func theNameOfAFolderIsRefusedBeforeAnythingRuns(_ path: String, _ option: String) async throws {
    try await ProgramTest("run", "lesson.md", option, path).file("lesson.md", Lessons.endless)
      .file("file", "").file("folder/kept.txt", "").exits(74)
      .complains("error: '\(path)' is the name of a folder\n").run()
  }

  @Test func aFileProblemWinsOverAFailedBlock() async throws {
    try await ProgramTest("run", "--quiet", "lesson.md", "--results", "mail.csv/out.json")
      .file("lesson.md", Lessons.failing).file("mail.csv", Lessons.mail)
      .exits(74).complains(containing: "'mail.csv/out.json' cannot be written")
      .run()
  }

  @Test func resultsMakeTheirFolderAndReplaceAnOlderFile() async throws {
    let first = try await lesson("run", "--quiet", "lesson.md", "--results", "new/out.json")
      .leaves("new/out.json").run()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try folder.write(Data(repeating: 0x20, count: 100_000), to: "out.json")
    let ending = try await Program.run(
      ["run", "--quiet", "lesson.md", "--results", "out.json"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 0)
    #expect(try folder.contents()["out.json"] == first.files["new/out.json"])
  }

  @Test func aFileKeepsItsPermissions() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try folder.write(Data(), to: "out.json")
    let results = folder.url.appending(path: "out.json").path
    #expect(chmod(results, 0o600) == 0)
    let ending = try await Program.run(
      ["run", "--quiet", "lesson.md", "--results", "out.json"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: results)
    #expect(attributes[.posixPermissions] as? Int == 0o600 && attributes[.size] as? Int != 0)
  }

  /// A link to a file that is there, to one that is to come, and to such a link.
  @Test func aLinkIsFollowed() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try folder.write(Data("old".utf8), to: "elsewhere/old.json")
    let links = ["to-old": "elsewhere/old.json", "to-new": "elsewhere/new/new.json"]
    let manager = FileManager.default
    for (link, target) in links.merging(["to-link": "to-new"], uniquingKeysWith: { $1 }) {
      try manager.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    for (link, target) in [("to-old", "old.json"), ("to-link", "new/new.json")] {
      let ending = try await Program.run(
        ["run", "--quiet", "lesson.md", "--results", link], in: folder.url, timeLimit: 30)
      #expect(ending.code == 0 && ending.stderr == "")
      let written = try Data(contentsOf: folder.url.appending(path: "elsewhere/" + target))
      let results = try Results(String(decoding: written, as: UTF8.self))
      #expect(try results.block("points").status == "done")
    }
    for link in links.keys {
      let path = folder.url.appending(path: link).path
      #expect(try manager.destinationOfSymbolicLink(atPath: path) == links[link])
    }
  }

  /// A link to a file that is there and one that is to come, and a file of a linked folder.
  @Test func aLinkIsTheSameFileForAllOptions() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try folder.write(Data("old".utf8), to: "elsewhere/old.json")
    let links = ["to-old": "elsewhere/old.json", "to-new": "new/new.json", "linked": "elsewhere"]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    func ending(_ results: String, _ timings: String) async throws -> Program.Ending {
      try await Program.run(
        ["run", "--quiet", "lesson.md", "--results", results, "--timings", timings],
        in: folder.url, timeLimit: 30)
    }
    for (results, timings) in [
      ("to-old", "elsewhere/old.json"), ("to-new", "new/new.json"),
      ("linked/out.json", "elsewhere/out.json"), ("linked/../out.json", "out.json"),
    ] {
      let ending = try await ending(results, timings)
      #expect(ending.code == 64, "\(results), \(timings)")
      #expect(ending.stderr.contains("--results and --timings would write the same file"))
    }
    #expect(try await ending("linked/out.json", "out.json").code == 0)
  }

  /// Where a link leads is said from its own folder, wherever that is.
  @Test func aLinkInALinkedFolderIsFollowed() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try folder.write(Data(), to: "far/away/kept.txt")
    for (link, target) in ["near": "far/away", "far/away/link": "../out.json"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    let ending = try await Program.run(
      ["run", "--quiet", "lesson.md", "--results", "near/link"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 0)
    let written = ["out.json", "far/out.json", "far/away/out.json"].filter { path in
      FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
    }
    #expect(written == ["far/out.json"])
  }

  #if os(Linux)
    /// Runs the program without a superuser's power to write to every file.
    private func runWithoutPower(_ arguments: [String], in folder: TemporaryFolder) async throws
      -> Program.Ending
    {
      var command = [Program.executable.path] + arguments
      if geteuid() == 0 {
        let setpriv = try #require(Program.executable(onPath: "setpriv"), "it is not on the PATH")
        command = [setpriv.path, "--bounding-set", "-dac_override"] + command
      }
      return try await Program.run(
        Array(command.dropFirst()), in: folder.url, timeLimit: 30,
        executable: URL(filePath: command[0]))
    }

    /// Timings are others each time.
    @Test func protectedTimingsAreRefusedBeforeAnythingRuns() async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try folder.write(Data(Lessons.endless.utf8), to: "lesson.md")
      try folder.write(Data("precious".utf8), to: "times.json")
      #expect(chmod(folder.url.appending(path: "times.json").path, 0o444) == 0)
      let ending = try await runWithoutPower(
        ["run", "lesson.md", "--timings", "times.json"], in: folder)
      #expect(ending.code == 74 && ending.stdout.isEmpty)
      #expect(ending.stderr == "error: 'times.json' is protected against writing\n")
    }

    /// Nothing is to be written, so that nobody has to be allowed to.
    @Test func reportsThatStayMayBeProtectedWithTheirFolder() async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
      try folder.write(Data(Lessons.points.utf8), to: "points.csv")
      let output = folder.url.appending(path: "output").path
      let arguments = ["render", "--quiet", "lesson.md"]
      let first = try await runWithoutPower(arguments, in: folder)
      #expect(first.code == 0, "\(first.stderr)")
      #expect(chmod(output + "/lesson.html", 0o444) == 0 && chmod(output, 0o555) == 0)
      defer { chmod(output, 0o755) }
      let second = try await runWithoutPower(arguments, in: folder)
      #expect(second.code == 0 && second.stderr.isEmpty, "\(second.stderr)")
    }

    /// The folder alone would allow to replace it.
    @Test func aProtectedFileStaysAsItIs() async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
      try folder.write(Data(Lessons.points.utf8), to: "points.csv")
      try folder.write(Data("precious".utf8), to: "out.json")
      #expect(chmod(folder.url.appending(path: "out.json").path, 0o444) == 0)
      let ending = try await runWithoutPower(
        ["run", "--quiet", "lesson.md", "--results", "out.json"], in: folder)
      #expect(ending.code == 74, "\(ending.stderr)")
      #expect(ending.stderr == "error: 'out.json' is protected against writing\n")
      #expect(try folder.contents()["out.json"] == Data("precious".utf8))
    }
  #endif

  @Test func aLinkToItselfIsAFileProblem() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "out.json").path, withDestinationPath: "out.json")
    let ending = try await Program.run(
      ["run", "--quiet", "lesson.md", "--results", "out.json"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 74)
    #expect(ending.stderr == "error: 'out.json' cannot be written: its links lead in a circle\n")
  }

  @Test func aPipeIsWrittenToAndNotReplaced() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Lessons.data.utf8), to: "lesson.md")
    try folder.write(Data(Lessons.points.utf8), to: "points.csv")
    let pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open at both ends, so that neither the program nor this test waits for the other.
    let reader = open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    let ending = try await Program.run(
      ["run", "--quiet", "lesson.md", "--results", "pipe"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 0)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(reader, &bytes, bytes.count)
    let results = try Results(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
    #expect(try results.block("points").status == "done")
    let kind = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
  }

  @Test func runWritesNothingUnlessAsked() async throws {
    try await lesson("run", "lesson.md").saysAnything().run()
  }

  @Test func renderWritesItsTwoFilesIntoTheOutputFolder() async throws {
    try await lesson("render", "--quiet", "lesson.md")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    try await lesson("render", "lesson.md", "--output-dir", "a/b/")
      .leaves("a/b/lesson.html", "a/b/lesson.results.json")
      .says(containing: "wrote a/b/lesson.html\n").run()
  }

  @Test func runAndRenderWriteTheSameResults() async throws {
    let run = try await lesson("run", "--quiet", "lesson.md", "--results", "out.json")
      .leaves("out.json").run()
    let render = try await lesson("render", "--quiet", "lesson.md")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    #expect(run.files["out.json"] == render.files["output/lesson.results.json"])
  }
}
