import Synchronization
import Workers

/// The files that a run reads: each is read and parsed once, by the check or the first block that wants it.
public final class InputFiles: Sendable {
  private struct State {
    /// The files that were asked for, in vain or not, by their paths.
    var asked: [String: InputFile] = [:]
    /// Files that earlier runs have read.
    var earlier: [String: InputFile]
  }

  /// For how many runs a file stays parsed that none of them reads: long enough to try something and take it back.
  private static let patience = 8

  /// The files that are elsewhere.
  public let remote: RemoteFiles
  private let state: Mutex<State>
  private let pool: WorkerPool

  /// No file is read until it is asked for.
  ///
  /// - Parameters:
  ///   - fetcher: fetches what is elsewhere; without it, all data have to be on this machine.
  ///   - pool: takes part in reading.
  public convenience init(
    fetcher: (any DataFetcher)? = nil, pool: WorkerPool = WorkerPool(threads: 1)
  ) {
    self.init(earlier: [:], remote: RemoteFiles(fetcher), pool: pool)
  }

  private init(earlier: [String: InputFile], remote: RemoteFiles, pool: WorkerPool) {
    state = Mutex(State(earlier: earlier))
    self.remote = remote
    self.pool = pool
  }

  /// The files for another run: those that have not changed since this one need not be read again.
  public func renewed() -> InputFiles {
    let known = state.withLock { $0.earlier.merging($0.asked) { _, recent in recent } }
    for file in known.values { file.age(patience: Self.patience) }
    return InputFiles(
      earlier: known.filter(\.value.isUpToDate), remote: remote.renewed(), pool: pool)
  }

  /// The files that were asked for, as they were just before they were read; nil for those that were not there.
  public var stamps: [String: FileStamp?] { state.withLock { $0.asked.mapValues(\.stamp) } }

  /// Whether there is a file at a path. The answer holds for the run.
  public func isThere(_ path: String) -> Bool { file(at: path).stamp != nil }

  /// The bytes of a file, or why it cannot be read.
  public func bytes(ofFile path: String, limit: FileLimit) throws(FileProblem) -> [UInt8] {
    // A change during the reading is then a change after it.
    _ = file(at: path)
    return try FileReader.bytes(ofFile: path, limit: limit)
  }

  /// What `parse` makes of a file's bytes; asked again with the same key, the same value without reading.
  ///
  /// - Throws: `FileProblem` when the file cannot be read, or what `parse` throws.
  public func value<Value: Sendable, Problem: Error>(
    ofFile path: String, key: String, limit: FileLimit,
    parse: @Sendable ([UInt8]) throws(Problem) -> Value
  ) throws -> ParsedFile<Value> {
    try file(at: path).parsed(as: key, limit: limit, pool: pool, parse)
  }

  /// The file at a path, as it was when it was first asked for.
  private func file(at path: String) -> InputFile {
    state.withLock { state in
      let file = state.asked[path] ?? state.earlier[path] ?? InputFile(path)
      state.asked[path] = file
      return file
    }
  }

  /// A file that was asked for; nil for any other.
  func known(_ path: String) -> InputFile? { state.withLock { $0.asked[path] } }
}
