import CKernels

/// The C kernels for one precision and one kind of CPU; `matrix_kernels.h` says what each computes, and in
/// which order. They are functions without state, which C cannot say.
///
/// An object, since every function among them is counted as a reference: a value would count all of them whenever it is
/// passed on.
public final class Kernels<Scalar>: @unchecked Sendable {
  package typealias Product =
    (
      _ rows: Int, _ inner: Int, _ columns: Int, UnsafePointer<Scalar>, _ stride: Int,
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
    ) -> Void
  package typealias SparseProduct =
    (
      _ count: Int, _ selected: UnsafePointer<Int>, _ starts: UnsafePointer<Int>,
      _ indices: UnsafePointer<Int32>, _ values: UnsafePointer<Scalar>, _ columns: Int,
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
    ) -> Void
  package typealias Activate = (UnsafeMutablePointer<Scalar>, _ count: Int) -> Void
  package typealias Slope =
    (
      _ outputs: UnsafePointer<Scalar>, _ delta: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  package typealias RowWise =
    (_ rows: Int, _ columns: Int, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>)
    -> Void
  package typealias LossSum =
    (_ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, _ count: Int)
    -> Double

  package let product: Product
  package let transposedProduct: Product
  package let productTransposed: Product
  package let sparseProduct: SparseProduct
  package let sparseTransposedProduct: SparseProduct

  package let sigmoid: Activate
  package let tanh: Activate
  package let relu: Activate
  package let softmax: (_ rows: Int, _ columns: Int, UnsafeMutablePointer<Scalar>) -> Void
  package let sigmoidSlope: Slope
  package let tanhSlope: Slope
  package let reluSlope: Slope

  package let categoricalCrossEntropy: LossSum
  package let binaryCrossEntropy: LossSum
  package let squaredError: LossSum

  package let sumOfSquares: (UnsafePointer<Scalar>, _ count: Int) -> Double
  package let allFinite: (UnsafePointer<Scalar>, _ count: Int) -> Bool
  package let addScaled:
    (
      _ factor: Scalar, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  package let columnSums: RowWise
  package let repeatRow: RowWise

  fileprivate init(
    product: @escaping Product,
    transposedProduct: @escaping Product,
    productTransposed: @escaping Product,
    sparseProduct: @escaping SparseProduct,
    sparseTransposedProduct: @escaping SparseProduct,
    sigmoid: @escaping Activate,
    tanh: @escaping Activate,
    relu: @escaping Activate,
    softmax: @escaping (_ rows: Int, _ columns: Int, UnsafeMutablePointer<Scalar>) -> Void,
    sigmoidSlope: @escaping Slope,
    tanhSlope: @escaping Slope,
    reluSlope: @escaping Slope,
    categoricalCrossEntropy: @escaping LossSum,
    binaryCrossEntropy: @escaping LossSum,
    squaredError: @escaping LossSum,
    sumOfSquares: @escaping (UnsafePointer<Scalar>, _ count: Int) -> Double,
    allFinite: @escaping (UnsafePointer<Scalar>, _ count: Int) -> Bool,
    addScaled:
      @escaping (
        _ factor: Scalar, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, _ count: Int
      ) -> Void,
    columnSums: @escaping RowWise,
    repeatRow: @escaping RowWise
  ) {
    self.product = product
    self.transposedProduct = transposedProduct
    self.productTransposed = productTransposed
    self.sparseProduct = sparseProduct
    self.sparseTransposedProduct = sparseTransposedProduct
    self.sigmoid = sigmoid
    self.tanh = tanh
    self.relu = relu
    self.softmax = softmax
    self.sigmoidSlope = sigmoidSlope
    self.tanhSlope = tanhSlope
    self.reluSlope = reluSlope
    self.categoricalCrossEntropy = categoricalCrossEntropy
    self.binaryCrossEntropy = binaryCrossEntropy
    self.squaredError = squaredError
    self.sumOfSquares = sumOfSquares
    self.allFinite = allFinite
    self.addScaled = addScaled
    self.columnSums = columnSums
    self.repeatRow = repeatRow
  }
}

extension Double: Real {
  /// The C kernels for `Double`, for this CPU.
  public static let kernels: Kernels<Double> = kernels(.chosen)

  /// The C kernels for `Double`, for a kind of CPU.
  package static func kernels(_ variant: KernelVariant) -> Kernels<Double> {
    let table = lectern_table_f64(variant.number).pointee
    return Kernels(
      product: table.product,
      transposedProduct: table.transposed_product,
      productTransposed: table.product_transposed,
      sparseProduct: table.sparse_product,
      sparseTransposedProduct: table.sparse_transposed_product,
      sigmoid: table.sigmoid,
      tanh: table.tanh,
      relu: table.relu,
      softmax: table.softmax,
      sigmoidSlope: table.sigmoid_slope,
      tanhSlope: table.tanh_slope,
      reluSlope: table.relu_slope,
      categoricalCrossEntropy: table.categorical_cross_entropy,
      binaryCrossEntropy: table.binary_cross_entropy,
      squaredError: table.squared_error,
      sumOfSquares: table.sum_of_squares,
      allFinite: table.all_finite,
      addScaled: table.add_scaled,
      columnSums: table.column_sums,
      repeatRow: table.repeat_row)
  }
}

extension Float: Real {
  /// The C kernels for `Float`, for this CPU.
  public static let kernels: Kernels<Float> = kernels(.chosen)

  /// The C kernels for `Float`, for a kind of CPU.
  package static func kernels(_ variant: KernelVariant) -> Kernels<Float> {
    let table = lectern_table_f32(variant.number).pointee
    return Kernels(
      product: table.product,
      transposedProduct: table.transposed_product,
      productTransposed: table.product_transposed,
      sparseProduct: table.sparse_product,
      sparseTransposedProduct: table.sparse_transposed_product,
      sigmoid: table.sigmoid,
      tanh: table.tanh,
      relu: table.relu,
      softmax: table.softmax,
      sigmoidSlope: table.sigmoid_slope,
      tanhSlope: table.tanh_slope,
      reluSlope: table.relu_slope,
      categoricalCrossEntropy: table.categorical_cross_entropy,
      binaryCrossEntropy: table.binary_cross_entropy,
      squaredError: table.squared_error,
      sumOfSquares: table.sum_of_squares,
      allFinite: table.all_finite,
      addScaled: table.add_scaled,
      columnSums: table.column_sums,
      repeatRow: table.repeat_row)
  }
}
