/// The inputs of a few examples, in memory that someone else owns. Nobody writes to it while threads share it.
struct Batch<Scalar: Real>: @unchecked Sendable {
  enum Inputs {
    /// count x columns elements.
    case dense(UnsafePointer<Scalar>)
    /// Rows of a sparse matrix, read in place, with their `count` numbers.
    case sparse(SparseRows<Scalar>, selected: UnsafePointer<Int>)
  }

  let inputs: Inputs
  /// The number of examples.
  let count: Int

  /// How many multiply-adds the first layer takes for each of its units.
  func work(inputs: Int) -> Int {
    switch self.inputs {
    case .dense: count * inputs
    case .sparse(let rows, let selected):
      (0..<count).reduce(0) { sum, index in
        sum + rows.starts[selected[index] + 1] - rows.starts[selected[index]]
      }
    }
  }
}
