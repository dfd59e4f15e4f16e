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

    init(
      _ files: [String: String], fault: StandInHub.Fault = .none, token: String? = nil
    ) throws {
      hub = try StandInHub(files: files.mapValues { Array($0.utf8) }, fault: fault, token: token)
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

  @Test func aProxyIsAskedInsteadOfTheHub() async throws {
    let place = try Place(["points.csv": Self.points])
    var environment = place.environment
    // No name ends like this, so nobody but a proxy can know the hub.
    environment["HF_ENDPOINT"] = "http://hub.invalid"
    environment["http_proxy"] = place.hub.endpoint
    environment["no_proxy"] = "localhost"
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(environment).run()
    // The files themselves are said to be on localhost.
    let requests = place.hub.requests
    let ofFiles = requests.filter { $0.contains("/cdn/") }
    #expect(ofFiles == ["GET /cdn/points.csv"])
    #expect(requests.count > 1)
    #expect(
      requests.allSatisfy { $0.contains(" http://hub.invalid/") || $0.hasPrefix("GET /cdn/") })
  }

  #if os(Linux)
    /// With all that it needs, what fetches takes as long to load as the rest of the program.
    @Test func whatFetchesIsLoadedOnlyToFetch() async throws {
      let loaded = try await ProgramTest("--version")
        .environment(["LD_TRACE_LOADED_OBJECTS": "1"]).saysAnything().run()
      #expect(loaded.stdout.contains("libcmark"))
      #expect(!loaded.stdout.contains("libcurl") && !loaded.stdout.contains("libssl"))
    }

    @Test func withoutWhatFetchesThereIsOneError() async throws {
      let place = try Place(["points.csv": Self.points])
      // Not marked as a test's, since the message names it.
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "libraries-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data("no library\n".utf8).write(to: folder.appending(path: "libcurl.so.4"))
      var environment = place.environment
      environment["LD_LIBRARY_PATH"] = folder.path
      let result = try await ProgramTest("run", "--quiet", "lesson.md")
        .file("lesson.md", Self.lesson("hf:owner/name")).environment(environment)
        .exits(1).complainsAnything().run()
      #expect(result.stderr.contains("libcurl, which fetches data, cannot be loaded: "))
      #expect(result.stderr.components(separatedBy: "error: ").count == 2)
      #expect(place.hub.requests.isEmpty)
    }
  #endif

  @Test(arguments: [("hf_secret", Int32(0)), ("hf_wrong", 1)])
  func aTokenIsNeverPrinted(_ token: String, _ code: Int32) async throws {
    let place = try Place(["points.csv": Self.points], token: "hf_secret")
    var environment = place.environment
    environment["HF_TOKEN"] = token
    let result = try await ProgramTest("render", "lesson.md")
      .file("lesson.md", Self.lesson("hf:owner/name")).environment(environment)
      .exits(code).saysAnything().complainsAnything()
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    #expect(result.stderr.contains("127.0.0.1 answered 401") == (code == 1))
    for text in try [
      result.stdout, result.stderr, result.text("output/lesson.html"),
      result.text("output/lesson.results.json"),
    ] {
      #expect(!text.contains(token))
    }
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

  @Test(arguments: [
    "https://127.0.0.1:99999/points.csv", "https://127.0.0.1:99999999999999999999/points.csv",
    "https:///points.csv",
  ])
  func anAddressThatLeadsNowhereIsFoundByTheCheck(_ address: String) async throws {
    let pin = "sha256: \"\(String(repeating: "0", count: 64))\""
    for (source, column) in [("\"\(address)\"", 9), ("[points.csv, \"\(address)\"]", 22)] {
      try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson(source, pin))
        .file("points.csv", Self.points).exits(2)
        .complains(
          containing:
            "lesson.md:2:\(column): error: '\(address)' is no address of a file on the web\n"
        )
        .run()
    }
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

  private static func training(_ sources: String, _ more: String = "") -> String {
    """
    \(lesson(sources, more))

    ```{network net}
    layers: [2, 64, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: net
    data: points
    epochs: 300
    ```
    """
  }

  /// The blocks that come from the cache when a lesson runs again, with what is in its folder by then.
  private func reused(
    _ sources: String, with more: String = "", _ environment: [String: String],
    _ second: [String: String]
  ) async throws -> Set<String> {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Self.training(sources, more).utf8), to: "lesson.md")
    try folder.write(Data(Self.points.utf8), to: "points.csv")
    let arguments = ["run", "lesson.md", "--cache", "cache", "--timings", "timings.json"]
    let first = try await Program.run(
      arguments, in: folder.url, environment: environment, timeLimit: 30)
    for (name, text) in second { try folder.write(Data(text.utf8), to: name) }
    let again = try await Program.run(
      arguments, in: folder.url, environment: environment, timeLimit: 30)
    #expect(first.code == 0 && again.code == 0, "\(first.stderr)\(again.stderr)")
    if second.isEmpty { #expect(again.stdout == first.stdout) }
    let timings = String(
      decoding: try Data(contentsOf: folder.url.appending(path: "timings.json")), as: UTF8.self)
    return Set(
      timings.matches(of: /"name": "(\w+)", "command": "\w+", "seconds": [^,]+, "cached": true/)
        .map { String($0.1) })
  }

  /// Which source is taken is only known when the first has been asked for, so that block runs. What comes after it does not.
  @Test func resultsAreReusedWhileTheSameSourceIsTaken() async throws {
    let place = try Place(["points.csv": Self.points], fault: .missing)
    let sources = "[hf:owner/name, absent.csv, points.csv]"
    let kept = try await reused(sources, place.environment, [:])
    #expect(kept.contains("run") && !kept.contains("points"))
    let other = Self.points.replacing("1,1,even", with: "1,2,even")
    for changed in ["points.csv", "absent.csv"] {
      let kept = try await reused(sources, place.environment, [changed: other])
      #expect(!kept.contains("run"), "\(changed)")
    }
    // Where nobody has to be asked, it is known beforehand.
    #expect(try await reused("[absent.csv, points.csv]", [:], [:]).contains("run"))
  }

  @Test func whatWasFetchedIsReusedByTheNextRun() async throws {
    let place = try Place(["points.csv": Self.points])
    let sources = "[hf:owner/name, builtin:moons]"
    #expect(try await reused(sources, place.environment, [:]).contains("run"))
  }

  @Test func aRenewedSignatureIsForTheSameData() async throws {
    let place = try Place(["points.csv": Self.points])
    let address = "\(place.hub.endpoint)/cdn/points.csv?signature="
    let pin = "sha256: \"\(Self.digest)\""
    let renewed = Self.training(address + "2", pin)
    let kept = try await reused(
      address + "1", with: pin, place.environment, ["lesson.md": renewed])
    #expect(kept.contains("run"))
    #expect(place.hub.transfers == 1)
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

  /// The SHA-256 of the points.
  private static let digest = "5129edc43c7aedf66015aabb5edc6a7fa65e00ef4e2b46fdc1d6f0d4db3cf9ec"

  @Test func whatIsSecretOfAnAddressIsShownNowhere() async throws {
    let place = try Place(["points.csv": Self.points])
    let address = "\(place.hub.endpoint)/cdn/points.csv"
    let secret = address.replacing("http://", with: "http://alice:s3cret@") + "?signature=4hij"
    let lesson =
      "---\nparams: {place: none.csv}\n---\n"
      + Self.lesson("$place", "sha256: \"\(Self.digest)\"")
    let result = try await ProgramTest("render", "lesson.md", "-p", "place=\(secret)")
      .file("lesson.md", lesson).environment(place.environment).saysAnything()
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    let html = try result.text("output/lesson.html")
    let results = try result.text("output/lesson.results.json")
    for text in [result.stdout, html, results] {
      #expect(text.contains("\(address)?…"))
      #expect(!text.contains("s3cret") && !text.contains("4hij"))
    }
  }

  @Test func whatIsSecretOfAnAddressIsInNoMessage() async throws {
    let place = try Place(["points.csv": Self.points])
    let lesson = "---\nparams: {place: none.csv}\n---\n"
    let pinned = Self.lesson("$place", "sha256: \"\(Self.digest)\"")
    let host = place.hub.endpoint.replacing("http://", with: "")
    for (file, code) in [("\(host)/cdn/none.csv", Int32(1)), ("host:x/points.csv", 2)] {
      let address = "http://alice:s3cret@\(file)?signature=4hij"
      let result = try await ProgramTest("run", "lesson.md", "--quiet", "-p", "place=\(address)")
        .file("lesson.md", lesson + pinned).environment(place.environment)
        .exits(code).complainsAnything().run()
      #expect(result.stderr.contains("error: "))
      #expect(!result.stderr.contains("s3cret") && !result.stderr.contains("4hij"))
    }
  }

  /// What the runs of a matrix are called: a value that reports do not show has a number instead.
  @Test(arguments: [
    ("matrix: {key: [4hij, 5efg]}", ["lesson-key-1", "lesson-key-2"]),
    ("matrix: {key: [4hij, 5efg]}\nname: ${lesson}-$key", ["lesson-1", "lesson-2"]),
    (
      "matrix: {key: [4hij, 5efg]}\nlogin: \"alice:s3cret\"\nname: k$key-$login",
      ["k1-1", "k2-1"]
    ),
    ("matrix: {login: [\"a:s3cret\", \"b:s3cret\"]}", ["lesson-login-1", "lesson-login-2"]),
  ])
  func whatIsSecretOfAnAddressIsInNoNameOfAReport(
    _ parameters: String, _ names: [String]
  ) async throws {
    let place = try Place(["points.csv": Self.points])
    let address = "\(place.hub.endpoint)/cdn/points.csv?key=$key"
    let lesson =
      "---\nparams: {key: none, login: \"\"}\n---\n"
      + Self.lesson(
        address.replacing("http://", with: "http://$login@"), "sha256: \"\(Self.digest)\"")
    let result = try await ProgramTest("render", "course", "--params", "p.yml")
      .file("course/lesson.md", lesson).file("p.yml", parameters + "\n")
      .environment(place.environment).saysAnything()
      .leaves(
        names.flatMap { ["output/\($0).html", "output/\($0).results.json"] }
          + ["output/index.html"]
      ).run()
    #expect(result.stdout.contains("=… (1)\n") && result.stdout.contains("=… (2)\n"))
    #expect(try result.text("output/index.html").contains("=… (2)"))
    let written = try result.files.keys.sorted().map { try result.text($0) }
    for text in written + [result.stdout] {
      for secret in ["4hij", "5efg", "s3cret"] { #expect(!text.contains(secret)) }
    }
  }

  @Test func credentialsInALessonAreWarnedOf() async throws {
    let lesson = Self.lesson(
      "https://alice:s3cret@example.org/$file", "sha256: \"\(Self.digest)\"")
    try await ProgramTest("check", "lesson.md", "-p", "file=points.csv")
      .file("lesson.md", "---\nparams: {file: none.csv}\n---\n" + lesson)
      .complains(
        containing: "lesson.md:5:9: warning: the address names a user", "give it with -p"
      ).run()
  }

  /// A report tells nothing of the folders of whoever has made it.
  @Test func whereTheCacheIsStandsInNoReport() async throws {
    let place = try Place(["points.csv": Self.points])
    var environment = place.environment
    let folder = "/proc/self/task/hub-of-anna"
    (environment["HF_HUB_CACHE"], environment["XDG_CACHE_HOME"]) = (folder, folder)
    for (source, pin) in [
      ("hf:owner/name", ""),
      ("\(place.hub.endpoint)/cdn/points.csv", "sha256: \"\(Self.digest)\""),
    ] {
      let result = try await ProgramTest("render", "lesson.md", "--quiet")
        .file("lesson.md", Self.lesson(source, pin)).environment(environment).exits(1)
        .complains(containing: "in the cache cannot be made", "note: it is at '\(folder)")
        .leaves("output/lesson.html", "output/lesson.results.json").run()
      for file in ["output/lesson.html", "output/lesson.results.json"] {
        let text = try result.text(file)
        #expect(text.contains("in the cache cannot be made") && !text.contains("of-anna/"))
        #expect(!text.contains("/proc"))
      }
    }
  }

  @Test func withoutAHomeNothingIsFetched() async throws {
    let place = try Place(["points.csv": Self.points])
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", Self.lesson("hf:owner/name"))
      .environment([
        "HF_ENDPOINT": place.hub.endpoint, "HF_HUB_CACHE": "", "HF_HOME": "", "HF_HUB_OFFLINE": "",
      ])
      .exits(1)
      .complains(
        containing: "hf:owner/name cannot be fetched: there is no folder to keep it in",
        "set HOME or XDG_CACHE_HOME"
      ).run()
    #expect(place.hub.requests.isEmpty)
  }

  @Test func aBlockIsNotHeldToTheDigestOfAnother() async throws {
    let place = try Place(["points.csv": Self.points])
    let address = "\(place.hub.endpoint)/cdn/points.csv"
    let wrong = Self.lesson(address, "sha256: \"\(String(repeating: "0", count: 64))\"")
      .replacing("{data points}\n", with: "{data wrong}\n#| error: true\n")
      .replacing("points.rows", with: "1").replacing("points.source", with: "2")
    let right = Self.lesson(address, "sha256: \"\(Self.digest)\"")
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file("lesson.md", wrong + "\n\n" + right).environment(place.environment)
      .complainsAnything().run()
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
