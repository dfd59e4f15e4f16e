import Execution

extension FetchProblem {
  /// What went wrong while something was fetched.
  init(_ problem: TransferProblem, fetching name: String) {
    self.init(
      "\(name) cannot be fetched: \(problem)", notes: problem.notes,
      isCancellation: problem == .cancelled)
  }
}
