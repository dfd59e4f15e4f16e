/// How large an example's features are.
struct RowSize: Sendable {
  /// What covers the rounding of a norm, many times over.
  static let roundingUp = 1 + 1e-6

  /// The norm of the features, rounded up.
  let length: Double
  /// How many of them are not 0.
  let terms: Int

  /// The size of a row of a matrix.
  init<Scalar: Real>(ofRow row: Int, in rows: SparseRows<Scalar>) {
    let start = rows.starts[row]
    terms = rows.starts[row + 1] - start
    length =
      Scalar.kernels.sumOfSquares(rows.elements + start, terms).squareRoot() * Self.roundingUp
  }
}
