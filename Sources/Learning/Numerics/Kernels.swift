import CKernels

/// The C kernels for one precision; `matrix_kernels.h` says what each computes, and in which order.
public struct Kernels<Scalar>: Sendable {
  typealias Product =
    @Sendable (
      _ rows: Int, _ inner: Int, _ columns: Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
      UnsafeMutablePointer<Scalar>
    ) -> Void
  typealias SparseProduct =
    @Sendable (
      _ count: Int, _ selected: UnsafePointer<Int>, _ starts: UnsafePointer<Int>,
      _ indices: UnsafePointer<Int32>, _ values: UnsafePointer<Scalar>, _ columns: Int,
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
    ) -> Void
  typealias Activate = @Sendable (UnsafeMutablePointer<Scalar>, _ count: Int) -> Void
  typealias Slope =
    @Sendable (
      _ outputs: UnsafePointer<Scalar>, _ delta: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  typealias RowWise =
    @Sendable (_ rows: Int, _ columns: Int, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>)
    -> Void
  typealias LossSum =
    @Sendable (_ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, _ count: Int)
    -> Double

  let product: Product
  let transposedProduct: Product
  let productTransposed: Product
  let sparseProduct: SparseProduct
  let sparseTransposedProduct: SparseProduct

  let sigmoid: Activate
  let tanh: Activate
  let relu: Activate
  let softmax: @Sendable (_ rows: Int, _ columns: Int, UnsafeMutablePointer<Scalar>) -> Void
  let sigmoidSlope: Slope
  let tanhSlope: Slope
  let reluSlope: Slope

  let categoricalCrossEntropy: LossSum
  let binaryCrossEntropy: LossSum
  let squaredError: LossSum

  let sumOfSquares: @Sendable (UnsafePointer<Scalar>, _ count: Int) -> Double
  let allFinite: @Sendable (UnsafePointer<Scalar>, _ count: Int) -> Bool
  let addScaled:
    @Sendable (
      _ factor: Scalar, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  let columnSums: RowWise
  let repeatRow: RowWise
}

extension Double: Real {
  /// The C kernels for `Double`.
  public static let kernels = Kernels<Double>(
    product: lectern_product_f64,
    transposedProduct: lectern_transposed_product_f64,
    productTransposed: lectern_product_transposed_f64,
    sparseProduct: lectern_sparse_product_f64,
    sparseTransposedProduct: lectern_sparse_transposed_product_f64,
    sigmoid: lectern_sigmoid_f64,
    tanh: lectern_tanh_all_f64,
    relu: lectern_relu_f64,
    softmax: lectern_softmax_f64,
    sigmoidSlope: lectern_sigmoid_slope_f64,
    tanhSlope: lectern_tanh_slope_f64,
    reluSlope: lectern_relu_slope_f64,
    categoricalCrossEntropy: lectern_categorical_cross_entropy_f64,
    binaryCrossEntropy: lectern_binary_cross_entropy_f64,
    squaredError: lectern_squared_error_f64,
    sumOfSquares: lectern_sum_of_squares_f64,
    allFinite: lectern_all_finite_f64,
    addScaled: lectern_add_scaled_f64,
    columnSums: lectern_column_sums_f64,
    repeatRow: lectern_repeat_row_f64
  )
}

extension Float: Real {
  /// The C kernels for `Float`.
  public static let kernels = Kernels<Float>(
    product: lectern_product_f32,
    transposedProduct: lectern_transposed_product_f32,
    productTransposed: lectern_product_transposed_f32,
    sparseProduct: lectern_sparse_product_f32,
    sparseTransposedProduct: lectern_sparse_transposed_product_f32,
    sigmoid: lectern_sigmoid_f32,
    tanh: lectern_tanh_all_f32,
    relu: lectern_relu_f32,
    softmax: lectern_softmax_f32,
    sigmoidSlope: lectern_sigmoid_slope_f32,
    tanhSlope: lectern_tanh_slope_f32,
    reluSlope: lectern_relu_slope_f32,
    categoricalCrossEntropy: lectern_categorical_cross_entropy_f32,
    binaryCrossEntropy: lectern_binary_cross_entropy_f32,
    squaredError: lectern_squared_error_f32,
    sumOfSquares: lectern_sum_of_squares_f32,
    allFinite: lectern_all_finite_f32,
    addScaled: lectern_add_scaled_f32,
    columnSums: lectern_column_sums_f32,
    repeatRow: lectern_repeat_row_f32
  )
}
