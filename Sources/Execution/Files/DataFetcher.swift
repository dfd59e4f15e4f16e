/// Finds data that is elsewhere: on this machine, where an earlier run has put it, or by fetching it.
public protocol DataFetcher: Sendable {
  /// The files of a source that are on this machine; nil if they would have to be fetched. Asks nobody.
  ///
  /// - Throws: a source that names nothing, or too much.
  func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles?

  /// The files of a source, fetched if need be.
  ///
  /// - Parameter isCancelled: asked often while something is fetched, which then ends with a problem that is a cancellation,
  ///   such as `FetchProblem.cancelled`.
  func files(
    of source: RemoteSource, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FetchProblem) -> FetchedFiles
}
