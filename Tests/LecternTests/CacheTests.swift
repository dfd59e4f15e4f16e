import Foundation
import Testing

/// What `run` and `render` keep on disk for later runs.
@Suite struct CacheTests {
  private static let lesson = """
    # Cache

    ```{data points}
    source: points.csv
    label: kind
    ```

    ```{network net}
    layers: [2, 16, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: net
    data: points
    epochs: 200
    ```

    ```{sweep rates}
    network: {layers: [2, 16, 2], activations: [tanh, softmax]}
    data: points
    learning_rate: [0.1, 0.2]
    epochs: 200
    ```

    The loss is `{value} run.train_loss[-1] %.6f`.
    """
  private static let points = """
    x,y,kind
    0,0,even
    0,1,odd
    1,0,odd
    1,1,even
    """

  /// A folder with a lesson and its cache, in which the program runs again and again.
  private struct Workshop {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }

    func remove() { temporary.remove() }

    init() throws {
      temporary = try TemporaryFolder()
      try write("lesson.md", lesson)
      try write("points.csv", points)
    }

    func write(_ file: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: file))
    }

    /// The files of the cache.
    var entries: [URL] {
      get throws {
        try FileManager.default.contentsOfDirectory(
          at: folder.appending(path: "cache"), includingPropertiesForKeys: nil)
      }
    }

    /// Renders the lesson and says which blocks came from the cache; the report must be that of a run without one.
    func reused(_ arguments: String...) async throws -> Set<String> {
      _ = try await render(arguments + ["--cache", "cache", "--timings", "timings.json"])
      let html = try Data(contentsOf: folder.appending(path: "output/lesson.html"))
      let results = try Data(contentsOf: folder.appending(path: "output/lesson.results.json"))
      let timings = try Data(contentsOf: folder.appending(path: "timings.json"))
      _ = try await render(arguments + ["--no-cache"])
      #expect(try Data(contentsOf: folder.appending(path: "output/lesson.html")) == html)
      #expect(
        try Data(contentsOf: folder.appending(path: "output/lesson.results.json")) == results)
      return try Self.cachedBlocks(timings)
    }

    /// The blocks that a program has from the cache.
    func reused(by program: URL) async throws -> Set<String> {
      _ = try await render(["--cache", "cache", "--timings", "timings.json"], by: program)
      return try Self.cachedBlocks(Data(contentsOf: folder.appending(path: "timings.json")))
    }

    func render(
      _ arguments: [String], by program: URL = Program.executable
    ) async throws -> Program.Ending {
      let ending = try await Program.run(
        ["render", "lesson.md", "--quiet"] + arguments, in: folder, timeLimit: 30,
        executable: program)
      #expect(ending.code == 0 && ending.stderr == "")
      return ending
    }

    private static func cachedBlocks(_ timings: Data) throws -> Set<String> {
      struct Timings: Decodable {
        struct Block: Decodable {
          var name: String?
          var cached: Bool
        }
        var blocks: [Block]
      }
      let blocks = try JSONDecoder().decode(Timings.self, from: timings).blocks
      return Set(blocks.filter(\.cached).compactMap(\.name))
    }
  }

  /// The blocks of the lesson; each is kept, however little time it takes.
  private let all: Set = ["points", "net", "run", "rates"]

  @Test func anEditOfTheProseReusesEverything() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    #expect(try await workshop.reused() == [])
    #expect(try await workshop.reused() == all)
    try workshop.write(
      "lesson.md", Self.lesson.replacingOccurrences(of: "# Cache", with: "# Other\n\nwords"))
    #expect(try await workshop.reused("--threads", "1") == all)
  }

  /// Every command's log and report are those of its first run, whatever it says while it works.
  @Test func aSecondRunSaysWhatTheFirstSaid() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(EngineLessons.everything.utf8), to: "lesson.md")
    var runs: [(log: String, report: Data)] = []
    for _ in 1...2 {
      let ending = try await Program.run(
        ["render", "lesson.md", "--cache", "cache"], in: folder.url, timeLimit: 30)
      #expect(ending.code == 0)
      let output = folder.url.appending(path: "output")
      runs.append((ending.stdout, try Data(contentsOf: output.appending(path: "lesson.html"))))
      // What is there already would not be written again.
      try FileManager.default.removeItem(at: output)
    }
    #expect(runs[0] == runs[1])
  }

  @Test func anotherDataFileReusesNothingOfIt() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await workshop.reused()
    try workshop.write("points.csv", Self.points.replacingOccurrences(of: "1,1", with: "1,2"))
    #expect(try await workshop.reused() == ["net"])
    // The same bytes under another time are the same data.
    try workshop.write("points.csv", Self.points)
    #expect(try await workshop.reused() == all)
  }

  @Test func anotherOptionMakesItsBlockRunAgain() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await workshop.reused()
    let text = Self.lesson.replacingOccurrences(
      of: "data: points\nepochs: 200\n```\n\n```{sweep",
      with: "data: points\nepochs: 201\n```\n\n```{sweep")
    try workshop.write("lesson.md", text)
    #expect(try await workshop.reused() == ["points", "net", "rates"])
    #expect(try await workshop.reused("--seed", "5") == ["points"])
  }

  @Test func aSweepWithOneMoreValueIsMadeAgain() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await workshop.reused()
    // That its other runs are reused, the tests of `sweep` see.
    try workshop.write(
      "lesson.md",
      Self.lesson.replacingOccurrences(of: "[0.1, 0.2]", with: "[0.1, 0.15, 0.2]"))
    #expect(try await workshop.reused() == ["points", "net", "run"])
  }

  @Test(arguments: [0, 10, 100, -1])
  func aDamagedEntryIsIgnored(length: Int) async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await workshop.reused()
    for entry in try workshop.entries {
      var bytes = try Data(contentsOf: entry)
      if length >= 0 { bytes = bytes.prefix(length) } else { bytes[bytes.count - 1] ^= 1 }
      try bytes.write(to: entry)
    }
    #expect(try await workshop.reused() == [])
    #expect(try await workshop.reused() == all)
  }

  @Test func runsAtTheSameTimeShareTheFolder() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...4 {
        group.addTask {
          _ = try await workshop.render(
            ["--cache", "cache", "--output-dir", "output\(number)"])
        }
      }
      try await group.waitForAll()
    }
    let reports = try (1...4).map {
      try Data(contentsOf: workshop.folder.appending(path: "output\($0)/lesson.html"))
    }
    #expect(Set(reports).count == 1)
    #expect(try await workshop.reused() == all)
    #expect(try workshop.entries.allSatisfy { !$0.lastPathComponent.hasPrefix("unfinished-") })
  }

  @Test(arguments: ["{data points}", "{train run}", "{sweep rates}"])
  func aRunThatIsKilledLeavesNothingHalf(word: String) async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await Program.run(
      ["run", "lesson.md", "--cache", "cache"], in: workshop.folder,
      signal: Program.Signal(number: SIGKILL, moment: .said(word)), timeLimit: 30)
    // Whatever was kept until then is whole: the report is compared with that of a run without a cache.
    _ = try await workshop.reused()
    #expect(try await workshop.reused() == all)
  }

  /// A disk that is full after so many blocks of 512 or 1024 bytes of a file: the system writes what fits and refuses the
  /// rest. The limit holds for all files, so the report goes through pipes, for which there is none.
  @Test(arguments: [0, 1, 2, 4, 8, 64])
  func aFullDiskLosesNothingAndChangesNoByte(blocks: Int) async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    _ = try await workshop.reused()
    let before = Dictionary(
      try workshop.entries.map { ($0.lastPathComponent, try Data(contentsOf: $0)) }
    ) { first, _ in first }
    try workshop.write(
      "lesson.md", Self.lesson.replacingOccurrences(of: "[0.1, 0.2]", with: "[0.1, 0.15, 0.2]"))
    _ = try await workshop.render(["--no-cache", "--output-dir", "expected"])
    let script = """
      mkdir full && mkfifo full/lesson.html full/lesson.results.json || exit 99
      cat full/lesson.html > lesson.html & cat full/lesson.results.json > lesson.results.json &
      (trap '' XFSZ; ulimit -f \(blocks); exec '\(Program.executable.path)' render --quiet \
        --cache cache --output-dir full lesson.md)
      status=$?; wait; exit $status
      """
    let ending = try await Program.run(
      ["-c", script], in: workshop.folder, timeLimit: 30, executable: URL(filePath: "/bin/bash"))
    #expect(ending.code == 0 && ending.stdout == "" && ending.stderr == "")
    for name in ["lesson.html", "lesson.results.json"] {
      #expect(
        try Data(contentsOf: workshop.folder.appending(path: name))
          == Data(contentsOf: workshop.folder.appending(path: "expected/" + name)))
    }
    let after = try workshop.entries
    for (name, bytes) in before {
      let entry = try #require(after.first { $0.lastPathComponent == name }, "an entry is lost")
      #expect(try Data(contentsOf: entry) == bytes)
    }
    #expect(after.allSatisfy { !$0.lastPathComponent.hasPrefix("unfinished-") })
    // The limit is felt: what does not fit is not kept, and all that is kept is whole.
    if blocks == 0 { #expect(after.count == before.count) }
    #expect(try await workshop.reused().contains("rates") == (blocks == 64))
    #expect(try await workshop.reused() == all)
  }

  #if os(Linux)
    /// Some systems give all files of their programs one time.
    @Test func aProgramIsKnownByWhatTheLinkerCallsIt() async throws {
      let workshop = try Workshop()
      defer { workshop.remove() }
      let (same, other) = (
        workshop.folder.appending(path: "same"), workshop.folder.appending(path: "other")
      )
      try FileManager.default.copyItem(at: Program.executable, to: same)
      var bytes = try Data(contentsOf: Program.executable)
      // The sizes, the kind and the author of the note with 20 bytes of a name behind them.
      let note = Data([4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0] + "GNU\0".utf8)
      let name = try #require(bytes.firstRange(of: note)).upperBound
      bytes[name] ^= 1
      try bytes.write(to: other)
      #expect(chmod(other.path, 0o755) == 0)
      for program in [same, other] {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: program.path)
      }
      #expect(try await workshop.reused(by: Program.executable) == [])
      #expect(try await workshop.reused(by: same) == all)
      #expect(try await workshop.reused(by: other) == [])
    }
  #endif

  @Test func aFolderThatCannotBeMadeIsAnError() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    for folder in ["/dev/full", ""] {
      let ending = try await Program.run(
        ["render", "lesson.md", "--quiet", "--cache", folder], in: workshop.folder, timeLimit: 30)
      #expect(ending.code == 74)
      #expect(ending.stderr == "error: '\(folder)' cannot be made the folder of the cache\n")
    }
  }

  @Test func theUsersCacheIsFoundByTheXDGRules() async throws {
    let workshop = try Workshop()
    defer { workshop.remove() }
    for (variables, place) in [
      (["XDG_CACHE_HOME": workshop.folder.path + "/xdg"], "xdg/lectern"),
      (["HOME": workshop.folder.path + "/home"], "home/.cache/lectern"),
      (
        ["HOME": workshop.folder.path + "/home2", "XDG_CACHE_HOME": "relative"],
        "home2/.cache/lectern"
      ),
    ] {
      let ending = try await Program.run(
        ["run", "lesson.md", "--quiet"], in: workshop.folder, environment: variables,
        timeLimit: 30)
      #expect(ending.code == 0 && ending.stderr == "")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: workshop.folder.appending(path: place).path)
      #expect(!files.isEmpty)
    }
  }

  @Test func aCacheAndNoneExcludeEachOther() async throws {
    try await ProgramTest("run", "lesson.md", "--cache", "c", "--no-cache")
      .file("lesson.md", "text\n").exits(64)
      .complains(containing: "--cache and --no-cache exclude each other").run()
  }
}
