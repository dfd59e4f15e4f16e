/// The inputs of a few examples, in memory that someone else owns.
struct Batch<Scalar: Real> {
  enum Inputs {
    /// count x columns elements.
    case dense(UnsafePointer<Scalar>)
    /// Rows of a sparse matrix, read in place, with their `count` numbers.
    case sparse(SparseRows<Scalar>, selected: UnsafePointer<Int>)
  }

  let inputs: Inputs
  /// The number of examples.
  let count: Int
}
