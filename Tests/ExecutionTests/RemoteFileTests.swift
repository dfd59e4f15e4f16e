import Execution
import Foundation
import Notebook
import Synchronization
import Testing
import Workers

@Suite("Files that are elsewhere")
struct RemoteFileTests {
  private static let source = RemoteSource(text: "https://example.org/points.csv")

  /// Has every source, once it is told to send.
  private final class Server: DataFetcher {
    let requests = Atomic(0)
    let sends = Atomic(false)

    func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? { nil }

    func files(
      of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
    ) throws(FetchProblem) -> FetchedFiles {
      requests.add(1, ordering: .relaxed)
      while !sends.load(ordering: .relaxed) {
        if isCancelled() { throw .cancelled }
        Thread.sleep(forTimeInterval: 0.001)
      }
      return FetchedFiles(description: source.text, files: [])
    }

    func waitForRequest() {
      while requests.load(ordering: .relaxed) == 0 { Thread.sleep(forTimeInterval: 0.001) }
    }
  }

  /// A thread that wants the files.
  private final class Reader: Sendable {
    let isCancelled = Atomic(false)
    private let result = Mutex<Result<FetchedFiles, FetchProblem>?>(nil)
    private let end = DispatchSemaphore(value: 0)

    init(_ files: RemoteFiles) {
      Thread.detachNewThread { [self] in
        let result = Result { () throws(FetchProblem) in
          try files.files(of: source) { self.isCancelled.load(ordering: .relaxed) }
        }
        self.result.withLock { $0 = result }
        end.signal()
      }
    }

    /// What came of it.
    func ending() throws -> FetchedFiles {
      end.wait()
      let result = result.withLock(\.self)
      return try #require(result).get()
    }
  }

  @Test func areFetchedOnceForAllThreadsThatWantThem() throws {
    let server = Server()
    let files = InputFiles(fetcher: server).remote
    let readers = (0..<4).map { _ in Reader(files) }
    server.waitForRequest()
    Thread.sleep(forTimeInterval: 0.05)
    server.sends.store(true, ordering: .relaxed)
    for reader in readers { #expect(try reader.ending().description == Self.source.text) }
    #expect(server.requests.load(ordering: .relaxed) == 1)
  }

  @Test func areNotAwaitedByWhoWantsThemNoMore() throws {
    let server = Server()
    let files = InputFiles(fetcher: server).remote
    let first = Reader(files)
    server.waitForRequest()
    let problem = #expect(throws: FetchProblem.self) { try files.files(of: Self.source) { true } }
    #expect(problem?.isCancellation == true)
    server.sends.store(true, ordering: .relaxed)
    #expect(try first.ending().description == Self.source.text)
  }

  @Test func areFetchedByTheNextWhenTheFirstIsInterrupted() throws {
    let server = Server()
    let files = InputFiles(fetcher: server).remote
    let first = Reader(files)
    server.waitForRequest()
    let second = Reader(files)
    Thread.sleep(forTimeInterval: 0.05)
    first.isCancelled.store(true, ordering: .relaxed)
    let problem = #expect(throws: FetchProblem.self) { try first.ending() }
    #expect(problem?.isCancellation == true)
    server.sends.store(true, ordering: .relaxed)
    #expect(try second.ending().description == Self.source.text)
    #expect(server.requests.load(ordering: .relaxed) == 2)
  }

  /// Sends when a block says so.
  private struct PatientServer: DataFetcher {
    func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? { nil }

    func files(
      of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
    ) throws(FetchProblem) -> FetchedFiles {
      guard Conversation.hears("send") else { throw FetchProblem("nobody said it") }
      return FetchedFiles(description: source.text, files: [])
    }
  }

  /// A command for this test: it fetches data.
  private struct SourceBlock: Command {
    static let name = "source"
    static let summary = "Fetch data."

    @Option("Where data come from.")
    var from: Location

    var locations: [Location] { [from] }

    func check(_ scope: inout Scope) -> NoValue.Outline? { NoValue.Outline() }

    func run(_ context: Context) throws -> CommandResult<NoValue> {
      _ = try context.files.remote.files(
        of: RemoteSource(text: from.text), isCancelled: context.isCancelled)
      return CommandResult(outputs: [])
    }
  }

  @Test func keepNoThreadWaitingThatHasOtherWork() {
    let text = """
      ```{source}
      from: \(Self.source.text)
      ```
      ```{source}
      from: \(Self.source.text)
      ```
      ```{sample a}
      says: send
      ```
      """
    let files = InputFiles(fetcher: PatientServer())
    let plan = Plan(
      Notebook(SourceText(name: "lesson.md", text: text)),
      commands: testCommands + [SourceBlock.self], parameters: ParameterValues([]),
      lessonFolder: "", files: files)
    let lesson = Executor(plan, files: files, pool: WorkerPool(threads: 2)).run()
    #expect(lesson.outcomes.map(\.status) == [.done, .done, .done])
  }
}
