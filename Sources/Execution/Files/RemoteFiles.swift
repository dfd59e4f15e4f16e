import Foundation
import Synchronization

/// The files of a run that are elsewhere: each source is looked for and fetched once, however many threads want it at once.
public final class RemoteFiles: Sendable {
  private struct State {
    /// What is here now, or why it is not.
    var found: [RemoteSource: Result<FetchedFiles, FetchProblem>] = [:]
    /// What some thread is fetching.
    var awaited: Set<RemoteSource> = []
  }

  /// What a thread that wants a source has to do.
  private enum Duty {
    case take(Result<FetchedFiles, FetchProblem>)
    case wait
    case fetch(any DataFetcher)
  }

  private let fetcher: (any DataFetcher)?
  private let state = Mutex(State())

  /// Nothing is looked for until it is asked for; without a fetcher, nothing can be had.
  init(_ fetcher: (any DataFetcher)?) {
    self.fetcher = fetcher
  }

  /// The files for another run, which asks again for what this one could not have.
  func renewed() -> RemoteFiles { RemoteFiles(fetcher) }

  /// The files of a source, if they are on this machine already; nil if not.
  ///
  /// - Throws: a source that names nothing, or too much.
  public func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? {
    if let known = result(of: source) { return try? known.get() }
    let files = try fetcher?.localFiles(of: source)
    if let files { state.withLock { $0.found[source] = .success(files) } }
    return files
  }

  /// The files of a source, fetched if need be. What cannot be had is tried once in a run.
  ///
  /// - Parameter isCancelled: asked often while something is fetched, be it by another thread.
  public func files(
    of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FetchProblem) -> FetchedFiles {
    while true {
      switch duty(for: source) {
      case .take(let result): return try result.get()
      case .fetch(let fetcher): return try fetch(source, by: fetcher, isCancelled)
      case .wait:
        // A block of another run with the same data: those of one run start one after the other.
        if isCancelled() { throw .cancelled }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  private func duty(for source: RemoteSource) -> Duty {
    state.withLock { state in
      if let known = state.found[source] { return .take(known) }
      guard let fetcher else {
        return .take(
          .failure(FetchProblem("'\(Location.shown(source.text))' is not on this machine")))
      }
      return state.awaited.insert(source).inserted ? .fetch(fetcher) : .wait
    }
  }

  /// Fetches a source; when the run that wants it is interrupted, another one may go on.
  private func fetch(
    _ source: RemoteSource, by fetcher: any DataFetcher,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(FetchProblem) -> FetchedFiles {
    let result = Result { () throws(FetchProblem) in
      try fetcher.files(of: source, isCancelled: isCancelled)
    }
    state.withLock { state in
      state.awaited.remove(source)
      if case .failure(let problem) = result, problem.isCancellation { return }
      state.found[source] = result
    }
    return try result.get()
  }

  /// What has come of a source; nil if nobody has asked for it, or it is not here yet.
  func result(of source: RemoteSource) -> Result<FetchedFiles, FetchProblem>? {
    state.withLock { $0.found[source] }
  }
}
