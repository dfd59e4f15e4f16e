import Execution
import Notebook
import Testing

@Suite("Data from elsewhere")
struct FetchedDataTests {
  private static let address = "https://example.org/points.csv"
  private static let right = RemoteSource(text: address, sha256: "AB")
  private static let wrong = RemoteSource(text: address, sha256: "cd")

  /// Has one file, for whoever knows its digest.
  private struct Server: DataFetcher {
    func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? { nil }

    func files(
      of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
    ) throws(FetchProblem) -> FetchedFiles {
      guard source.sha256 == "ab" else { throw FetchProblem("the digest is another") }
      return FetchedFiles(description: source.text, files: [.init(name: "a", path: "/none/a")])
    }
  }

  /// A command for this test: it names data.
  private struct SourceBlock: Command {
    static let name = "source"
    static let summary = "Name data."

    @Option("Where data come from.")
    var from: Location
    @Option("What pins them.")
    var sha256: String?

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
    let text = "```{source}\nfrom: \(Self.address)\nsha256: Ab\n```\n"
    let plan = Plan(
      Notebook(SourceText(name: "lesson.md", text: text)), commands: [SourceBlock.self],
      parameters: ParameterValues([]), lessonFolder: "", files: files)
    #expect(plan.diagnostics.isEmpty)
    let name = plan.workNames(files: files, engine: "")
    _ = try? files.remote.files(of: Self.wrong) { false }
    #expect(plan.workNames(files: files, engine: "") == name)
  }
}
