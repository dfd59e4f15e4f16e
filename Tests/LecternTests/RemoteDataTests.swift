import Foundation
import HubTesting
import Testing

/// Lessons whose data are on the hub or the web.
@Suite struct RemoteDataTests {
  private static let points = "x,y,kind\n0,0,even\n0,1,odd\n1,0,odd\n1,1,even\n"

  private static func lesson(_ source: String, _ more: String = "") -> String {
    """
    ```{data points}
    source: \(source)
    label: kind
    \(more)
    ```

    There are `{value} points.rows` points of `{value} points.source`.
    """
  }

  /// A hub, and a cache that belongs to nobody else.
  private final class Place {
    let hub: StandInHub
    /// Not marked as a test's, since messages may name it.
    private let cache = FileManager.default.temporaryDirectory.path + "/hub-\(UUID().uuidString)"

    init(_ files: [String: String], fault: StandInHub.Fault = .none) throws {
      hub = try StandInHub(files: files.mapValues { Array($0.utf8) }, fault: fault)
    }

    deinit {
      hub.stop()
      try? FileManager.default.removeItem(atPath: cache)
    }

    var environment: [String: String] {
      [
        "HF_ENDPOINT": hub.endpoint, "HF_HUB_CACHE": cache, "HF_HUB_ETAG_TIMEOUT": "1",
        "HF_HUB_DOWNLOAD_TIMEOUT": "1", "XDG_CACHE_HOME": cache, "HF_HUB_OFFLINE": "",
      ]
    }
  }

  @Test func aDataSetOfTheHubIsFetchedOnceAndIsEnoughOffline() async throws {
    let place = try Place(["points.csv": Self.points])
    let source = "hf:owner/name"
    let test = ProgramTest("render", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson(source)).environment(place.environment)
    let online = try await test.leaves("output/lesson.html", "output/lesson.results.json").run()
    #expect(
      try online.text("output/lesson.html")
        .contains("hf:owner/name@\(StandInHub.commit)"))
    #expect(try online.text("output/lesson.html").contains("SHA-256"))
    let requests = place.hub.requests.count
    let offline = try await ProgramTest("render", "lesson.md", "--quiet", "--offline")
      .file("lesson.md", Self.lesson(source)).environment(place.environment)
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    #expect(offline.files == online.files)
    #expect(place.hub.requests.count == requests)
  }

  @Test func aCheckFetchesNothing() async throws {
    let place = try Place(["points.csv": Self.points])
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson("hf:owner/name", "text: word"))
      .environment(place.environment).run()
    #expect(place.hub.requests.isEmpty)
  }

  @Test func whatCannotBeHadIsOneErrorAtItsPlace() async throws {
    let place = try Place(["points.csv": Self.points])
    try await ProgramTest("run", "lesson.md", "--quiet", "--offline")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(place.environment)
      .exits(1)
      .complains(
        containing:
          "lesson.md:2:9: error: hf:owner/name is not on this machine, and Lectern is offline",
        "  source: hf:owner/name", "run once without --offline"
      ).run()
    let faulty = try Place(["points.csv": Self.points], fault: .missing)
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(faulty.environment)
      .exits(1)
      .complains(
        containing: "lesson.md:2:9: error: hf:owner/name cannot be fetched: 127.0.0.1 answered 404"
      )
      .run()
  }

  @Test(arguments: ["hf:name", "hf:owner/name:../x.csv"])
  func aSourceThatNamesNothingIsFoundByTheCheck(_ source: String) async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson(source)).exits(2)
      .complains(containing: "lesson.md:2:9: error: ").run()
  }

  @Test func theFirstSourceThatCanBeHadIsTakenAndNamed() async throws {
    let place = try Place(["points.csv": Self.points], fault: .missing)
    let sources = "[hf:owner/name, absent.csv, points.csv]"
    let result = try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson(sources)).file("points.csv", Self.points)
      .environment(place.environment).saysAnything().run()
    #expect(result.stdout.contains("404"))
    #expect(
      result.stdout.contains(
        "the data file 'absent.csv' does not exist; points.csv is used instead"))
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file(
        "lesson.md",
        Self.lesson("[hf:owner/name, builtin:moons]").replacing("label: kind", with: "rows: 4")
      )
      .environment(place.environment).run()
  }

  @Test func noSourceThatCanBeHadIsAFailureWithAllReasons() async throws {
    let place = try Place(["points.csv": Self.points], fault: .missing)
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson("[hf:owner/name, absent.csv]"))
      .environment(place.environment).exits(1)
      .complains(containing: "none of the sources can be had", "404", "'absent.csv' does not exist")
      .run()
  }

  @Test func piecesOfASplitAreOneDataSet() async throws {
    let place = try Place([
      "train-00000-of-00002.csv": Self.points, "train-00001-of-00002.csv": "x,y,kind\n2,2,even\n",
    ])
    let result = try await ProgramTest("run", "lesson.md", "--results", "results.json", "--quiet")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(place.environment)
      .leaves("results.json").run()
    #expect(try result.text("results.json").contains("\"rows\": 5"))
  }

  @Test func dataOfTheWebNeedTheirDigest() async throws {
    let place = try Place(["points.csv": Self.points])
    let address = "\(place.hub.endpoint)/cdn/points.csv"
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson(address))
      .environment(place.environment).exits(2)
      .complains(containing: "data from the web need 'sha256'").run()
    let digest = String(repeating: "0", count: 64)
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson(address, "sha256: \"\(digest)\""))
      .environment(place.environment).exits(1)
      .complains(containing: "points.csv cannot be fetched: the bytes that came are not those")
      .run()
  }

  @Test func aPinnedFileOnThisMachineIsComparedByTheCheck() async throws {
    let digest = String(repeating: "0", count: 64)
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson("points.csv", "sha256: \"\(digest)\""))
      .file("points.csv", Self.points).exits(2)
      .complains(containing: "lesson.md:4:9: error: points.csv has another digest").run()
  }

  @Test func anInterruptionEndsADownloadAtOnce() async throws {
    let place = try Place(["points.csv": Self.points], fault: .hang)
    var environment = place.environment
    environment["HF_HUB_ETAG_TIMEOUT"] = "60"
    let result = try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(environment)
      .send(SIGINT, afterSaying: "{data points}").exits(130).saysAnything()
      .complains(containing: "interrupted").run()
    #expect(try #require(result.secondsAfterSignal) < 5)
  }
}
