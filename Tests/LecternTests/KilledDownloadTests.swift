import Foundation
import HubTesting
import Testing

/// The program is killed in the middle of a download, as by a power cut, or the disk fails it. Whatever the moment, nothing
/// damaged is left that a later run takes for the data, and the later run succeeds.
@Suite struct KilledDownloadTests {
  private static let points =
    "x,y,kind\n"
    + (0..<20_000).map { "\($0 % 7),\($0 % 11),\($0 % 2 == 0 ? "even" : "odd")\n" }
    .joined()
  private static let lesson = """
    ```{data points}
    source: hf:owner/name
    label: kind
    ```
    """
  private static let arguments = [
    "run", "lesson.md", "--no-cache", "--results", "results.json", "--quiet",
  ]

  /// Folders in which the program runs, with the hub that it asks.
  private final class Workshop {
    let hub: StandInHub
    /// The results of a run to which nothing happens.
    private(set) var results = Data()

    init() async throws {
      hub = try StandInHub(files: ["points.csv": Array(points.utf8)])
      let folder = try folder()
      defer { folder.remove() }
      #expect(try await run(in: folder.url).code == 0)
      results = try Data(contentsOf: folder.url.appending(path: "results.json"))
    }

    deinit {
      hub.stop()
    }

    func folder() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.write(Data(lesson.utf8), to: "lesson.md")
      return folder
    }

    /// Runs the program, perhaps at the hands of another one.
    func run(
      in folder: URL, by executable: URL? = nil, _ words: [String] = [],
      signal: Program.Signal? = nil
    ) async throws -> Program.Ending {
      let environment = [
        "HF_ENDPOINT": hub.endpoint, "HF_HUB_CACHE": folder.path + "/hub", "HF_HUB_OFFLINE": "",
      ]
      return try await Program.run(
        words + (executable == nil ? [] : [Program.executable.path]) + arguments, in: folder,
        environment: environment, signal: signal, timeLimit: 30,
        executable: executable ?? Program.executable)
    }

    /// What a run has left is whole, and is enough for the next.
    ///
    /// - Returns: whether there are data.
    func checkRemains(in folder: URL, _ words: String) async throws -> Bool {
      let entries = entries(of: folder.appending(path: "hub"))
      for entry in entries {
        #expect(try Data(contentsOf: entry) == Data(points.utf8), "\(words): \(entry.path)")
      }
      let ending = try await run(in: folder)
      #expect(ending.code == 0, "\(words): \(ending.stderr)")
      let again = try Data(contentsOf: folder.appending(path: "results.json"))
      #expect(again == results, "\(words)")
      return !entries.isEmpty
    }

    /// The files of the cache that programs take for data.
    private func entries(of cache: URL) -> [URL] {
      files(in: cache).filter { file in
        file.path.contains("/blobs/") && file.pathExtension != "part"
          || file.path.contains("/snapshots/") && file.lastPathComponent == "points.csv"
      }
    }
  }

  @Test(arguments: [0, 1, 1_000, points.utf8.count / 2, points.utf8.count - 1])
  func aKilledDownloadGoesOnWhereItWas(bytes: Int) async throws {
    let workshop = try await Workshop()
    let folder = try workshop.folder()
    defer { folder.remove() }
    let hub = workshop.hub
    let former = hub.transfers
    hub.hangNextTransfer(after: bytes)
    let kill = Program.Signal(
      number: SIGKILL,
      moment: .found {
        try hub.transfers > former && Self.bytesOfParts(in: folder.url) == bytes
      })
    #expect(try await workshop.run(in: folder.url, signal: kill).code == nil)
    let words = "killed after \(bytes) bytes"
    #expect(try await !workshop.checkRemains(in: folder.url, words))
    #expect(hub.firstBytes == (bytes == 0 ? [] : [bytes]))
  }

  /// Each call of a kind in turn, until there are no more.
  @Test(
    .enabled(if: Tracer.isTested, "strace is not on the PATH"),
    arguments: [
      ("write", "signal=KILL"), ("fsync", "signal=KILL"), ("rename", "signal=KILL"),
      ("symlink", "signal=KILL"), ("mkdir", "signal=KILL"), ("fsync", "error=EIO"),
      ("rename", "error=EIO"), ("symlink", "error=EIO"), ("mkdir", "error=ENOSPC"),
      ("flock", "error=ENOLCK"),
    ])
  func aFaultAtAnyCallLeavesNothingHalf(_ call: String, _ fault: String) async throws {
    let strace = try #require(Tracer.executable, "strace is not on the PATH")
    let workshop = try await Workshop()
    var hits = 0
    for number in 1...100 {
      let folder = try workshop.folder()
      defer { folder.remove() }
      let ending = try await workshop.run(
        in: folder.url, by: strace,
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=\(call)",
          "-e", "inject=\(call):\(fault):when=\(number)",
        ])
      let words = "\(fault) at \(call) \(number)"
      let trace = try String(contentsOf: folder.url.appending(path: "trace"), encoding: .utf8)
      let isKilled = ending.code == nil || ending.code == 128 + SIGKILL
      guard isKilled || trace.contains("(INJECTED)") else { break }
      hits += 1
      if fault.hasPrefix("error") {
        #expect(ending.code == 0 || ending.code == 1 || ending.code == 74, "\(words)")
        #expect((ending.code == 0) == ending.stderr.isEmpty, "\(words): \(ending.stderr)")
      }
      _ = try await workshop.checkRemains(in: folder.url, words)
    }
    #expect(hits > 0 && hits < 100)
  }

  /// The system writes what fits of a file and refuses the rest.
  @Test(arguments: [8, 64])
  func aFullDiskIsOneError(blocks: Int) async throws {
    let workshop = try await Workshop()
    let folder = try workshop.folder()
    defer { folder.remove() }
    let ending = try await workshop.run(
      in: folder.url, by: URL(filePath: "/bin/bash"),
      ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""])
    #expect(ending.code == 1)
    #expect(ending.stderr.contains("File too large"), "\(ending.stderr)")
    #expect(try await !workshop.checkRemains(in: folder.url, "full after \(blocks) blocks"))
  }

  /// How much there is of files that have not come to their end.
  private static func bytesOfParts(in folder: URL) throws -> Int {
    try files(in: folder).filter { $0.pathExtension == "part" }
      .reduce(0) { try $0 + ($1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
  }

  /// All that is in a folder and the folders in it.
  private static func files(in folder: URL) -> [URL] {
    FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
  }
}
