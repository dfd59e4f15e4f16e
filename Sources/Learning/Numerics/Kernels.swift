import CKernels

/// The C kernels for one precision and one kind of CPU; `matrix_kernels.h` says what each computes, and in which order.
///
/// They are passed on and called without counting references, which threads would wait for.
public struct Kernels<Scalar: BinaryFloatingPoint>: Sendable {
  /// A constant of the program, whose kernels take elements of this precision.
  private nonisolated(unsafe) let table: UnsafePointer<lectern_kernels>

  fileprivate init(_ table: UnsafePointer<lectern_kernels>) {
    self.table = table
  }
}

extension Double: Real {
  /// The C kernels for `Double`, for this CPU.
  public static let kernels: Kernels<Double> = kernels(.chosen)

  /// The C kernels for `Double`, for a kind of CPU.
  package static func kernels(_ variant: KernelVariant) -> Kernels<Double> {
    Kernels(lectern_kernels_f64(variant.number))
  }
}

extension Float: Real {
  /// The C kernels for `Float`, for this CPU.
  public static let kernels: Kernels<Float> = kernels(.chosen)

  /// The C kernels for `Float`, for a kind of CPU.
  package static func kernels(_ variant: KernelVariant) -> Kernels<Float> {
    Kernels(lectern_kernels_f32(variant.number))
  }
}

// MARK: - Products

/// What the sums of a product begin with.
package enum SumStart<Scalar: BinaryFloatingPoint> {
  case zero
  /// The same row for all rows: biases.
  case row(UnsafePointer<Scalar>)
  /// What is there already.
  case current

  /// The elements to begin with, if there are any, and how far their rows are apart.
  fileprivate func rows(
    _ current: UnsafeMutablePointer<Scalar>, columns: Int
  ) -> (elements: UnsafePointer<Scalar>?, stride: Int) {
    switch self {
    case .zero: (nil, 0)
    case .row(let row): (row, 0)
    case .current: (UnsafePointer(current), columns)
    }
  }
}

extension Kernels {
  /// c = start + a b, for a with rows x inner elements in rows `stride` apart, and b with inner x columns.
  package func product(
    rows: Int, inner: Int, columns: Int, _ a: UnsafePointer<Scalar>, stride: Int,
    _ b: UnsafePointer<Scalar>, onto start: SumStart<Scalar>, to c: UnsafeMutablePointer<Scalar>
  ) {
    let begun = start.rows(c, columns: columns)
    table.pointee.product(
      rows, inner, columns, a, stride, b, begun.elements, begun.stride, c)
  }

  /// c = start + a' b, for a with inner x rows elements in rows `stride` apart, and b with inner x columns.
  package func transposedProduct(
    rows: Int, inner: Int, columns: Int, _ a: UnsafePointer<Scalar>, stride: Int,
    _ b: UnsafePointer<Scalar>, onto start: SumStart<Scalar>, to c: UnsafeMutablePointer<Scalar>
  ) {
    let begun = start.rows(c, columns: columns)
    table.pointee.transposed_product(
      rows, inner, columns, a, stride, b, begun.elements, begun.stride, c)
  }

  /// c = start + a b', for a with rows x inner elements in rows `stride` apart, and b with columns x inner.
  package func productTransposed(
    rows: Int, inner: Int, columns: Int, _ a: UnsafePointer<Scalar>, stride: Int,
    _ b: UnsafePointer<Scalar>, onto start: SumStart<Scalar>, to c: UnsafeMutablePointer<Scalar>
  ) {
    let begun = start.rows(c, columns: columns)
    table.pointee.product_transposed(
      rows, inner, columns, a, stride, b, begun.elements, begun.stride, c)
  }

  /// Every row of c = row + S b, for `count` selected rows S of a matrix in compressed sparse rows, and b with as many rows
  /// as that has columns.
  package func sparseProduct(
    count: Int, selected: UnsafePointer<Int>, starts: UnsafePointer<Int>,
    indices: UnsafePointer<Int32>, values: UnsafePointer<Scalar>, columns: Int,
    _ b: UnsafePointer<Scalar>, onto row: UnsafePointer<Scalar>, to c: UnsafeMutablePointer<Scalar>
  ) {
    table.pointee.sparse_product(count, selected, starts, indices, values, columns, b, row, c)
  }

  /// c += S' (factor b), for `count` selected rows S of a matrix in compressed sparse rows, and b with count x columns elements.
  package func sparseTransposedProduct(
    count: Int, selected: UnsafePointer<Int>, starts: UnsafePointer<Int>,
    indices: UnsafePointer<Int32>, values: UnsafePointer<Scalar>, columns: Int, factor: Scalar,
    _ b: UnsafePointer<Scalar>, addingTo c: UnsafeMutablePointer<Scalar>
  ) {
    table.pointee.sparse_transposed_product(
      count, selected, starts, indices, values, columns, Double(factor), b, c)
  }
}

// MARK: - Activations

extension Kernels {
  /// The logistic function of each element, in place.
  package func sigmoid(_ x: UnsafeMutablePointer<Scalar>, _ count: Int) {
    table.pointee.sigmoid(x, count)
  }

  /// The hyperbolic tangent of each element, in place.
  package func tanh(_ x: UnsafeMutablePointer<Scalar>, _ count: Int) {
    table.pointee.tanh(x, count)
  }

  /// Each element, or 0 if it is negative, in place.
  package func relu(_ x: UnsafeMutablePointer<Scalar>, _ count: Int) {
    table.pointee.relu(x, count)
  }

  /// The softmax of each row, in place.
  package func softmax(_ rows: Int, _ columns: Int, _ x: UnsafeMutablePointer<Scalar>) {
    table.pointee.softmax(rows, columns, x)
  }

  /// delta *= the slope of the logistic function where it is y.
  package func sigmoidSlope(
    _ y: UnsafePointer<Scalar>, _ delta: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    table.pointee.sigmoid_slope(y, delta, count)
  }

  /// delta *= the slope of the hyperbolic tangent where it is y.
  package func tanhSlope(
    _ y: UnsafePointer<Scalar>, _ delta: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    table.pointee.tanh_slope(y, delta, count)
  }

  /// delta *= 1 where y is positive, and 0 elsewhere.
  package func reluSlope(
    _ y: UnsafePointer<Scalar>, _ delta: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    table.pointee.relu_slope(y, delta, count)
  }
}

// MARK: - Sums

extension Kernels {
  /// The sum of -t ln y over all outputs y and targets t.
  package func categoricalCrossEntropy(
    _ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, _ count: Int
  ) -> Double {
    table.pointee.categorical_cross_entropy(outputs, targets, count)
  }

  /// The sum of -(t ln y + (1 - t) ln(1 - y)).
  package func binaryCrossEntropy(
    _ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, _ count: Int
  ) -> Double {
    table.pointee.binary_cross_entropy(outputs, targets, count)
  }

  /// The sum of (y - t)².
  package func squaredError(
    _ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, _ count: Int
  ) -> Double {
    table.pointee.squared_error(outputs, targets, count)
  }

  /// The sum of x².
  package func sumOfSquares(_ x: UnsafePointer<Scalar>, _ count: Int) -> Double {
    table.pointee.sum_of_squares(x, count)
  }

  /// Makes y x in float32. `change` is the sum of the squares by which y changes, `size` that of the squares of what it becomes.
  package func follow(
    _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Float>, _ count: Int
  ) -> (change: Double, size: Double) {
    let movement = table.pointee.follow(x, y, count)
    return (movement.change, movement.size)
  }

  /// Whether there is neither an infinity nor NaN.
  package func allFinite(_ x: UnsafePointer<Scalar>, _ count: Int) -> Bool {
    table.pointee.all_finite(x, count)
  }
}

// MARK: - Vectors and rows

extension Kernels {
  /// y += factor x.
  package func addScaled(
    _ factor: Scalar, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    table.pointee.add_scaled(Double(factor), x, y, count)
  }

  /// y[j] = the sum of column j of x.
  package func columnSums(
    _ rows: Int, _ columns: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  ) {
    table.pointee.column_sums(rows, columns, x, y)
  }
}
