import Foundation
import HubTesting
import Testing

/// The program is killed in the middle of a download, as by a power cut. Whatever the moment, nothing damaged is left that a
/// later run takes for the data, and the later run succeeds.
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
  /// How many moments there are, from the start of the program to after its end.
  private static let moments = 40

  /// Runs the program in a folder; killed after some seconds, if it has not ended before.
  private func run(
    in folder: URL, from hub: StandInHub, killedAfter seconds: Double? = nil
  ) async throws -> Program.Ending {
    let arguments = ["run", "lesson.md", "--no-cache", "--results", "results.json", "--quiet"]
    let environment = [
      "HF_ENDPOINT": hub.endpoint, "HF_HUB_CACHE": folder.path + "/hub", "HF_HUB_OFFLINE": "",
    ]
    guard let seconds else {
      return try await Program.run(
        arguments, in: folder, environment: environment, timeLimit: 30)
    }
    let timeout = try #require(Program.executable(onPath: "timeout"), "timeout is not on the PATH")
    return try await Program.run(
      ["-s", "KILL", "\(seconds)", Program.executable.path] + arguments, in: folder,
      environment: environment, timeLimit: 30, executable: timeout)
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Data(Self.lesson.utf8), to: "lesson.md")
    return folder
  }

  /// The files of the cache that programs take for data, by their paths.
  private func entries(of cache: URL) -> [URL] {
    let all =
      FileManager.default.enumerator(at: cache, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    return all.filter { file in
      file.path.contains("/blobs/") && file.pathExtension != "part"
        || file.path.contains("/snapshots/") && file.lastPathComponent == "points.csv"
    }
  }

  @Test func aKilledDownloadLeavesNothingHalf() async throws {
    let hub = try StandInHub(files: ["points.csv": Array(Self.points.utf8)], fault: .slow)
    defer { hub.stop() }
    let first = try folder()
    defer { first.remove() }
    let start = ContinuousClock.now
    #expect(try await run(in: first.url, from: hub).code == 0)
    let whole = (.now - start) / .seconds(1)
    let results = try Data(contentsOf: first.url.appending(path: "results.json"))

    var kills = 0
    var unfinished = 0
    for moment in 1...Self.moments {
      let folder = try folder()
      defer { folder.remove() }
      let seconds = whole * 1.05 * Double(moment) / Double(Self.moments)
      if try await run(in: folder.url, from: hub, killedAfter: seconds).code != 0 { kills += 1 }
      let entries = entries(of: folder.url.appending(path: "hub"))
      if entries.isEmpty { unfinished += 1 }
      for entry in entries {
        #expect(try Data(contentsOf: entry) == Data(Self.points.utf8), "\(entry.path) is damaged")
      }
      let ending = try await run(in: folder.url, from: hub)
      #expect(ending.code == 0, "killed after \(seconds) s: \(ending.stderr)")
      let again = try Data(contentsOf: folder.url.appending(path: "results.json"))
      #expect(again == results, "killed after \(seconds) s")
    }
    // Most of the time is spent on the download, so most moments are in it.
    #expect(kills > Self.moments / 2 && unfinished > Self.moments / 3)
    #expect(hub.firstBytes.contains { $0 > 0 }, "no download went on where it was killed")
  }
}
