import Downloads
import Execution
import Foundation
import HubTesting
import Testing

/// Data from a hub that is as faulty as servers are.
@Suite struct HubTests {
  private static let bytes = Array(
    (["label,text"] + (0..<5_000).map { "\($0 % 2),mail number \($0)" })
      .joined(separator: "\n").utf8)

  @Test(
    "The right data come in spite of a fault that passes",
    arguments: [
      StandInHub.Fault.none, .truncatedOnce, .resetOnce, .lengthTooBig, .corruptOnce, .ignoresRange,
      .busyOnce, .slow,
    ])
  func passingFault(_ fault: StandInHub.Fault) throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes], fault: fault)
    let data = try place.downloads().data(of: place.source())
    #expect(data.files.map(\.name) == ["mail.csv"])
    #expect(try place.bytes(of: data) == Self.bytes)
    #expect(data.description == "hf:owner/name@\(StandInHub.commit)")
    #expect(try place.parts() == [])
  }

  @Test(
    "A lasting fault is one error, and leaves nothing that could be taken for the data",
    arguments: [
      (StandInHub.Fault.truncatedAlways, "failed"),
      (.lengthTooSmall, "broke off"), (.corruptAlways, "not those that were promised"),
      (.startBeyondAll, "larger than"), (.lengthBeyondAll, "larger than"),
      (.page, "broke off"), (.gzip, "encoded as 'gzip'"),
      (.gzipBomb, "encoded as 'gzip'"), (.redirectLoop, "redirects too often"),
      (.redirectToFile, "no http or https address"), (.missing, "404"), (.unavailable, "503"),
      (.hang, "said nothing for 1 s"), (.hangInBody, "said nothing for 1 s"),
    ])
  func lastingFault(_ fault: StandInHub.Fault, _ reason: String) throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes], fault: fault)
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads().data(of: place.source())
    }
    #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "")")
    #expect(try place.downloads().cached(place.source()) == nil)
    #expect(try place.blobs() == [])
  }

  @Test("What is there is not asked for again, and is enough without a network")
  func warmCache() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let fetched = try place.downloads().data(of: place.source())
    let requests = place.hub.requests.count
    #expect(try place.downloads().data(of: place.source()) == fetched)
    #expect(try place.downloads(isOffline: true).data(of: place.source()) == fetched)
    #expect(place.hub.requests.count == requests)
  }

  @Test("Without a network and without the data, the error says what to do")
  func coldCacheOffline() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads(isOffline: true).data(of: place.source())
    }
    #expect(
      problem?.message == "hf:owner/name is not on this machine, and Lectern is offline")
    #expect(problem?.notes.last?.contains("run once without --offline") == true)
    #expect(place.hub.requests.isEmpty)
  }

  @Test("A changed file in the cache is noticed and fetched again")
  func changedEntry() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let fetched = try place.downloads().data(of: place.source())
    try Data("label,text\n1,forged".utf8).write(to: URL(fileURLWithPath: fetched.files[0].path))
    #expect(try place.downloads().cached(place.source()) == nil)
    #expect(try place.bytes(of: place.downloads().data(of: place.source())) == Self.bytes)
  }

  @Test("A download goes on where a killed program stopped")
  func resumption() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    _ = try place.downloads().data(of: place.source())
    let blob = try #require(try place.blobs().first)
    try FileManager.default.removeItem(atPath: place.cache + "/datasets--owner--name/snapshots")
    let path = place.cache + "/datasets--owner--name/blobs/\(blob)"
    try FileManager.default.removeItem(atPath: path)
    try Data(Self.bytes.prefix(1_000)).write(to: URL(fileURLWithPath: path + ".part"))
    let received = Received()
    let data = try place.downloads(report: received.note).data(of: place.source())
    #expect(try place.bytes(of: data) == Self.bytes)
    #expect(try #require(received.counts.first) > 1_000)
  }

  @Test("A part that is no beginning of the file does no harm", arguments: [10, 10_000_000])
  func foreignPart(size: Int) throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    _ = try place.downloads().data(of: place.source())
    let blob = try #require(try place.blobs().first)
    let path = place.cache + "/datasets--owner--name/blobs/\(blob)"
    try FileManager.default.removeItem(atPath: path)
    try Data(repeating: 7, count: size).write(to: URL(fileURLWithPath: path + ".part"))
    #expect(try place.bytes(of: place.downloads().data(of: place.source())) == Self.bytes)
  }

  /// Leaves files with the bytes of `a,b` and `1,2` as the hub's own client does.
  ///
  /// - Returns: where the bytes are.
  private func leave(_ files: [String], at place: HubPlace) throws -> URL {
    let folder = place.cache + "/datasets--owner--name"
    let snapshot = "\(folder)/snapshots/\(StandInHub.commit)"
    for path in [snapshot, "\(folder)/blobs", "\(folder)/refs"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    // git's name for these bytes.
    let blob = "blobs/cfa20f81071245f292f0b52b37beb7adf9259a26"
    let bytes = URL(fileURLWithPath: "\(folder)/\(blob)")
    try Data("a,b\n1,2\n".utf8).write(to: bytes)
    try Data(StandInHub.commit.utf8).write(to: URL(fileURLWithPath: "\(folder)/refs/main"))
    for file in files {
      try FileManager.default.createSymbolicLink(
        atPath: "\(snapshot)/\(file)", withDestinationPath: "../../\(blob)")
    }
    return bytes
  }

  @Test("What the hub's own client has left is used")
  func foreignCache() throws {
    let place = try HubPlace(files: [:])
    let blob = try leave(["mail.csv", "model.parquet"], at: place)
    let data = try place.downloads(isOffline: true).data(of: place.source())
    #expect(try place.bytes(of: data) == Array("a,b\n1,2\n".utf8))
    try Data("a,b\n1,3\n".utf8).write(to: blob)
    #expect(throws: FetchProblem.self) {
      try place.downloads(isOffline: true).data(of: place.source())
    }
    #expect(place.hub.requests.isEmpty)
  }

  @Test("Data of which one file is damaged are no others than before")
  func damagedChoice() throws {
    let place = try HubPlace(files: [:])
    let bytes = try leave(["mail.csv"], at: place)
    let snapshot = "\(place.cache)/datasets--owner--name/snapshots/\(StandInHub.commit)"
    let damaged = bytes.deletingLastPathComponent()
      .appending(path: String(repeating: "0", count: 40))
    try Data("a,b\n1,3\n".utf8).write(to: damaged)
    try FileManager.default.createSymbolicLink(
      atPath: "\(snapshot)/more.csv", withDestinationPath: damaged.path)
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads(isOffline: true).data(of: place.source())
    }
    #expect(
      problem?.message.hasSuffix("choose one with ':' and its name: mail.csv, more.csv") == true)
    #expect(
      try place.downloads(isOffline: true).data(of: place.source(":mail.csv")).files.count == 1)
    #expect(throws: FetchProblem.self) {
      try place.downloads(isOffline: true).data(of: place.source(":more.csv"))
    }
  }

  @Test("Several pieces of one split belong together; several splits are a choice")
  func choice() throws {
    let place = try HubPlace(files: [
      "data/train-00000-of-00002.csv": Array("a,b\n1,2\n".utf8),
      "data/train-00001-of-00002.csv": Array("a,b\n3,4\n".utf8),
      "data/test-00000-of-00001.csv": Array("a,b\n5,6\n".utf8),
      "README.md": Array("# Mail".utf8),
    ])
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads().data(of: place.source())
    }
    #expect(
      problem?.message.hasSuffix("choose one with ':' and its name: data/test.csv, data/train.csv")
        == true)
    let train = try place.downloads().data(of: place.source(":train"))
    #expect(
      train.files.map(\.name) == ["data/train-00000-of-00002.csv", "data/train-00001-of-00002.csv"])
    // The names that the error gives lead to the data, too, and with no request the second time.
    let advised = try place.source(":data/train.csv")
    #expect(try place.downloads().data(of: advised) == train)
    #expect(try place.downloads(isOffline: true).data(of: advised) == train)
    let mistaken = #expect(throws: FetchProblem.self) {
      try place.downloads().data(of: place.source(":data/trian.csv"))
    }
    #expect(
      mistaken?.message
        == "owner/name has no data 'data/trian.csv'; there are data/test.csv, data/train.csv")
    let single = try place.downloads().data(of: place.source(":data/test-00000-of-00001.csv"))
    #expect(single.files.count == 1)
  }

  @Test("A token goes to the hub and nowhere else, and is never printed")
  func token() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes], token: "hf_secret")
    #expect(
      try place.bytes(of: place.downloads(token: "hf_secret").data(of: place.source()))
        == Self.bytes)
    let other = try HubPlace(files: ["mail.csv": Self.bytes], token: "hf_secret")
    let problem = #expect(throws: FetchProblem.self) {
      try other.downloads(token: "hf_wrong").data(of: other.source())
    }
    #expect(problem?.message.contains("401") == true)
    #expect(problem?.message.contains("hf_") == false)
  }

  @Test("Two downloads of one file do not disturb each other")
  func twoAtOnce() async throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask { try place.bytes(of: place.downloads().data(of: place.source())) }
      }
      for try await bytes in group { #expect(bytes == Self.bytes) }
    }
    #expect(place.hub.requests.filter { $0 == "GET /cdn/mail.csv" }.count == 1)
  }

  @Test("An interruption ends a download at once")
  func interruption() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes], fault: .hang)
    let start = ContinuousClock.now
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads().data(of: place.source()) {
        ContinuousClock.now - start > .milliseconds(100)
      }
    }
    #expect(problem?.isCancellation == true)
  }

  @Test(
    "What names no data set is refused",
    arguments: [
      "hf:name", "hf:owner/", "hf:/name", "hf:a/b/c", "hf:owner/..", "hf:owner/na me",
      "hf:owner/name@", "hf:owner/name:", "hf:owner/name:../../etc/passwd",
      "hf:owner/name@main/../..",
    ])
  func refusedSource(_ text: String) {
    #expect(throws: HubSource.Mistake.self) { try HubSource(text) }
  }

  @Test("The parts of a source")
  func sourceParts() throws {
    let source = try HubSource("hf:owner/name@refs/convert/parquet:data/a.csv")
    #expect(source.repository == "owner/name")
    #expect(source.revision == "refs/convert/parquet")
    #expect(source.file == "data/a.csv")
    #expect(try HubSource("hf:owner/name").revision == "main")
  }
}
