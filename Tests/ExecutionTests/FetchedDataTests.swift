import Execution
import Foundation
import Notebook
import Testing

@Suite("Data from elsewhere")
struct FetchedDataTests {
  private static let address = "https://example.org/points.csv"
  private static let right = RemoteSource(text: address, sha256: "AB")
  private static let wrong = RemoteSource(text: address, sha256: "cd")

  /// Has one file, for whoever knows its digest.
  private struct Server: DataFetcher {
    var path = "/none/a"

    func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? { nil }

    func files(
      of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
    ) throws(FetchProblem) -> FetchedFiles {
      guard source.sha256 == "ab" else { throw FetchProblem("the digest is another") }
      return FetchedFiles(description: source.text, files: [.init(name: "a", path: path)])
    }
  }

  /// A command for this test: it names data.
  private struct SourceBlock: Command {
    static let name = "source"
    static let summary = "Name data."

    @Option("Where data come from; of a list the first that can be had.")
    var from: OneOrMany<Location>
    @Option("What pins them.")
    var sha256: String?

    var locations: [Location] { from.values }
    var sourcePin: String? { sha256 }

    func check(_ scope: inout Scope) -> NoValue.Outline? { NoValue.Outline() }
    func run(_ context: Context) throws -> CommandResult<NoValue> { CommandResult(outputs: []) }
  }

  @Test func areFetchedForEachDigestThatPinsThem() throws {
    let files = InputFiles(fetcher: Server()).remote
    for _ in 0..<2 {
      #expect(throws: FetchProblem("the digest is another")) {
        try files.files(of: Self.wrong) { false }
      }
      #expect(try files.files(of: Self.right) { false }.description == Self.address)
      #expect(try files.localFiles(of: Self.right) != nil)
    }
  }

  @Test func areNoneOfABlockThatPinsOthers() throws {
    let files = InputFiles(fetcher: Server())
    let plan = plan("from: \(Self.address)\nsha256: Ab", files)
    let name = plan.workNames(files: files, engine: "")
    _ = try? files.remote.files(of: Self.wrong) { false }
    #expect(plan.workNames(files: files, engine: "") == name)
  }

  private func plan(_ options: String, _ files: InputFiles) -> Plan {
    let text = "```{source}\n\(options)\n```\n"
    let plan = Plan(
      Notebook(SourceText(name: "lesson.md", text: text)), commands: [SourceBlock.self],
      parameters: ParameterValues([]), lessonFolder: "", files: files)
    #expect(plan.diagnostics.isEmpty)
    return plan
  }

  /// What names the work of a block whose data have been read, if they can be had.
  private func work(_ address: String, pin: String?) throws -> String? {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("words".utf8).write(to: URL(filePath: path))
    let files = InputFiles(fetcher: Server(path: path))
    let source = RemoteSource(text: address, sha256: pin)
    if let fetched = try? files.remote.files(of: source, isCancelled: { false }) {
      for file in fetched.files {
        _ = try files.value(ofFile: file.path, key: "", limit: .text) { bytes throws(FileProblem) in
          bytes
        }
      }
    }
    let options = "from: \(address)" + (pin.map { "\nsha256: \($0)" } ?? "")
    return try #require(plan(options, files).workNames(files: files, engine: "").first)
  }

  /// Which of two files of one name is read, the block says in its log.
  @Test func areNotThoseOfABetterSourceThatIsMissing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["best", "other"].map { folder.appending(path: "\($0)/points.csv").path }
    func name(reading path: String) throws -> String? {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data("words".utf8).write(to: URL(filePath: path))
      let files = InputFiles()
      for path in paths where files.isThere(path) {
        _ = try files.value(ofFile: path, key: "", limit: .text) { bytes throws(FileProblem) in
          bytes
        }
      }
      let plan = plan("from: [\(paths.joined(separator: ", "))]", files)
      return try #require(plan.workNames(files: files, engine: "").first)
    }
    let other = try name(reading: paths[1])
    #expect(other != nil)
    #expect(try name(reading: paths[0]) != other)
  }

  @Test func areTheSameByWhateverSignatureTheyAreAskedFor() throws {
    let name = try work("https://example.org/points.csv?key=1", pin: "ab")
    #expect(name != nil)
    #expect(try work("https://example.org/points.csv?key=2", pin: "ab") == name)
    #expect(try work("https://anna:b@example.org/points.csv?", pin: "ab") == name)
    #expect(try work("https://example.org/others.csv?key=1", pin: "ab") != name)
    #expect(try work("https://example.org/points.csv?key=1", pin: "cd") != name)
    // Without a digest, each query may be for other data.
    let unpinned = try work("https://example.org/points.csv?key=1", pin: nil)
    #expect(try work("https://example.org/points.csv?key=2", pin: nil) != unpinned)
  }
}
