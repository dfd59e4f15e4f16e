import Crypto
import Downloads
import Execution
import Foundation
import HubTesting
import Testing

/// Files from the rest of the web, pinned by their digest.
@Suite struct PinnedTests {
  private static let bytes = Array("a,b\n1,2\n".utf8)
  private static let digest = "d2f2a4d60b7b0e1b4d8c27a6a9ba7f7d0d4bcbb7f5f7b9d2c0e8b2f6a1c3d4e5"

  private static func source(_ place: HubPlace, digest: String) throws -> Downloads.Source {
    .pinned(try #require(PinnedSource("\(place.hub.endpoint)/cdn/mail.csv", sha256: digest)))
  }

  private static var realDigest: String {
    SHA256.hash(data: bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  @Test("A file with the right digest comes once")
  func rightDigest() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let source = try Self.source(place, digest: Self.realDigest.uppercased())
    let data = try place.downloads().data(of: source)
    #expect(data.files.map(\.name) == ["mail.csv"])
    #expect(try place.bytes(of: data) == Self.bytes)
    #expect(try place.downloads(isOffline: true).data(of: source) == data)
    #expect(place.hub.requests == ["GET /cdn/mail.csv"])
  }

  @Test("Neither who asks for a file nor how is part of its description")
  func secrets() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let address = "\(place.hub.endpoint)/cdn/mail.csv"
    let secret = address.replacing("http://", with: "http://alice:s3cret@") + "?signature=abc"
    let source = try #require(PinnedSource(secret, sha256: Self.realDigest))
    let data = try place.downloads().data(of: .pinned(source))
    #expect(data.description == "\(address)?…")
    #expect(place.hub.requests == ["GET /cdn/mail.csv?signature=abc"])
  }

  @Test("Without a folder that is the user's own, nothing is fetched")
  func homeless() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let settings = try HubSettings(environment: ["HF_ENDPOINT": place.hub.endpoint])
    let downloads = Downloads(settings: settings, folder: nil)
    for (source, name) in [
      (try place.source(), "hf:owner/name"),
      (try Self.source(place, digest: Self.realDigest), "mail.csv"),
    ] {
      #expect(try downloads.cached(source) == nil)
      let problem = #expect(throws: FetchProblem.self) { try downloads.data(of: source) }
      #expect(
        problem?.message == "\(name) cannot be fetched: there is no folder to keep it in")
      #expect(problem?.notes.first?.contains("set HOME or XDG_CACHE_HOME") == true)
    }
    #expect(place.hub.requests.isEmpty)
  }

  @Test("A file with another digest is refused, and nothing of it is kept")
  func wrongDigest() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let source = try Self.source(place, digest: Self.digest)
    let problem = #expect(throws: FetchProblem.self) {
      try place.downloads().data(of: source)
    }
    #expect(problem?.message.contains(Self.realDigest) == true)
    #expect(try place.downloads().cached(source) == nil)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.cache + "/pinned")
    #expect(left.filter { !$0.hasSuffix(".lock") } == [])
  }

  @Test("A damaged file is fetched again")
  func damage() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes])
    let source = try Self.source(place, digest: Self.realDigest)
    let data = try place.downloads().data(of: source)
    try Data("a,b\n".utf8).write(to: URL(fileURLWithPath: data.files[0].path))
    #expect(try place.bytes(of: place.downloads().data(of: source)) == Self.bytes)
  }

  @Test(
    "What is no address of the web or no digest is refused",
    arguments: [
      ("file:///etc/passwd", digest), ("ftp://a/b", digest), ("https://", digest),
      ("https://host:0/file", digest), ("https://host:65536/file", digest),
      ("https://host:99999999999999999999/file", digest), ("https://host:port/file", digest),
      ("https://host/file", "abc"), ("https://host/file", String(digest.dropLast()) + "g"),
    ])
  func refused(_ address: String, _ digest: String) {
    #expect(PinnedSource(address, sha256: digest) == nil)
  }

  @Test(
    "Only the port counts as one",
    arguments: [
      "https://host:65535/file", "http://[::1]:1/file", "https://user:99999@host/file",
      "https://host/file:99999", "https://host?file=a:99999/b",
    ])
  func taken(_ address: String) {
    #expect(PinnedSource(address, sha256: Self.digest)?.address.absoluteString == address)
  }

  @Test("A host that could not be reached is asked once for each further file, until it answers")
  func lostHost() throws {
    let place = try HubPlace(files: ["mail.csv": Self.bytes], fault: .truncatedAlways)
    let downloads = try place.downloads()
    func attempts(at source: Downloads.Source) throws -> Int {
      let before = place.hub.transfers
      #expect(throws: FetchProblem.self) { try downloads.data(of: source) }
      return place.hub.transfers - before
    }
    func pinned(_ digit: Character) throws -> Downloads.Source {
      try Self.source(place, digest: String(repeating: digit, count: 64))
    }
    #expect(try attempts(at: pinned("1")) == 2)
    #expect(try attempts(at: pinned("2")) == 1)
    // The hub says from the same host that the files are on another.
    #expect(try attempts(at: place.source()) == 2)
    #expect(try attempts(at: pinned("3")) == 2)
  }

  @Test("A host that could not be reached at one port is asked again and again at another")
  func lostPort() throws {
    let places = try (0..<2).map { _ in
      try HubPlace(files: ["mail.csv": Self.bytes], fault: .truncatedAlways)
    }
    let downloads = try places[0].downloads()
    for (place, digit) in zip(places, "12") {
      let source = try Self.source(place, digest: String(repeating: digit, count: 64))
      #expect(throws: FetchProblem.self) { try downloads.data(of: source) }
      #expect(place.hub.transfers == 2)
    }
  }
}
