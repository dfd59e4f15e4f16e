import Execution

extension Context {
  /// Ends the block's work with an error if it should stop.
  func checkCancellation() throws(CancellationError) {
    if isCancelled() { throw CancellationError() }
  }
}
