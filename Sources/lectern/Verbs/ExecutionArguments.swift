import ArgumentParser
import Execution
import Foundation
import Workers

/// How lessons are run.
struct ExecutionArguments: ParsableArguments {
  @Flag(help: "Run nothing more after a block has failed.")
  var failFast = false

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "How many threads share the work; by default as many as there are cores.")
  var threads: Int?

  @Flag(help: "Print only errors and warnings, those of blocks about their results among them.")
  var quiet = false

  @ArgumentParser.Option(
    help: "The folder where results are kept for later runs; by default one in the user's cache.")
  var cache: String?

  @Flag(help: "Run every block, and keep no results.")
  var noCache = false

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1024, not \(threads)")
    }
    if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other") }
  }

  /// Where results are kept; nil where there is no place for them.
  ///
  /// - Throws: `FileProblem` when the folder that was asked for cannot be made.
  func store() throws(FileProblem) -> DiskStore? {
    if noCache { return nil }
    if let cache { return try DiskStore(folder: cache) }
    return CacheFolder.path.flatMap { try? DiskStore(folder: $0) }
  }

  /// The threads for a run.
  var pool: WorkerPool { Self.pool(threads: threads) }

  /// So many threads; by default one for each core.
  static func pool(threads: Int?) -> WorkerPool {
    WorkerPool(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
