import Learning
import Randomness
import Testing

/// Every element of a product is one chain of fused multiply-adds in ascending order, whatever the blocking.
@Suite("Products have the bits of the plain sum")
struct ProductTests {
  static let shapes: [[Int]] = [
    [1, 1, 1], [3, 5, 2], [6, 128, 16], [7, 129, 17], [13, 31, 33], [40, 300, 50], [65, 7, 9],
    [5, 257, 1], [2, 3, 40], [33, 130, 47], [9, 1030, 21], [140, 70, 5],
    [9, 2, 128],
  ]

  private typealias Product<Scalar: BinaryFloatingPoint> = (
    _ rows: Int, _ inner: Int, _ columns: Int, UnsafePointer<Scalar>, _ stride: Int,
    UnsafePointer<Scalar>, SumStart<Scalar>, UnsafeMutablePointer<Scalar>
  ) -> Void
  private typealias SparseProduct<Scalar> = (
    _ count: Int, _ selected: UnsafePointer<Int>, _ starts: UnsafePointer<Int>,
    _ indices: UnsafePointer<Int32>, _ values: UnsafePointer<Scalar>, _ columns: Int,
    UnsafePointer<Scalar>, _ begun: UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
  ) -> Void
  private typealias SparseTransposedProduct<Scalar> = (
    _ count: Int, _ selected: UnsafePointer<Int>, _ starts: UnsafePointer<Int>,
    _ indices: UnsafePointer<Int32>, _ values: UnsafePointer<Scalar>, _ columns: Int,
    _ factor: Scalar, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
  ) -> Void

  @Test("of a and b", arguments: shapes, KernelVariant.supported)
  func plain(shape: [Int], variant: KernelVariant) {
    check(shape, Double.kernels(variant).product) { i, k, j, s in (i * s[1] + k, k * s[2] + j) }
    check(shape, Float.kernels(variant).product) { i, k, j, s in (i * s[1] + k, k * s[2] + j) }
  }

  @Test("of a transposed and b", arguments: shapes, KernelVariant.supported)
  func transposedLeft(shape: [Int], variant: KernelVariant) {
    check(shape, Double.kernels(variant).transposedProduct, stride: shape[0]) { i, k, j, s in
      (k * s[0] + i, k * s[2] + j)
    }
    check(shape, Float.kernels(variant).transposedProduct, stride: shape[0]) { i, k, j, s in
      (k * s[0] + i, k * s[2] + j)
    }
  }

  @Test("of a and b transposed", arguments: shapes, KernelVariant.supported)
  func transposedRight(shape: [Int], variant: KernelVariant) {
    check(shape, Double.kernels(variant).productTransposed) { i, k, j, s in
      (i * s[1] + k, j * s[1] + k)
    }
    check(shape, Float.kernels(variant).productTransposed) { i, k, j, s in
      (i * s[1] + k, j * s[1] + k)
    }
  }

  /// Sizes around those of vectors, tiles and blocks.
  static let edges: [Int] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 31, 32, 33, 63, 64, 65, 70,
  ]

  @Test("at every edge of a vector, a tile or a block", arguments: edges, KernelVariant.supported)
  func everyEdge(rows: Int, variant: KernelVariant) {
    for columns in Self.edges {
      for inner in [1, 2, 4, 9, columns < 16 ? 130 : 13] {
        let shape = [rows, inner, columns]
        plain(shape: shape, variant: variant)
        transposedLeft(shape: shape, variant: variant)
        transposedRight(shape: shape, variant: variant)
      }
    }
  }

  /// -0 times 1 onto -0 is -0, which takes every factor as it is: 0 + -0 would be 0.
  @Test("a factor of -0 keeps its sign", arguments: [1, 8, 16, 37], KernelVariant.supported)
  func negativeZero(columns: Int, variant: KernelVariant) {
    checkNegativeZero(columns, Double.kernels(variant))
    checkNegativeZero(columns, Float.kernels(variant))
  }

  @Test(
    "with sparse rows, forward and backward", arguments: [1, 7, 8, 9, 24, 31, 32, 33, 70],
    KernelVariant.supported)
  func sparse(columns: Int, variant: KernelVariant) {
    let (double, single) = (Double.kernels(variant), Float.kernels(variant))
    for count in 0...5 {
      checkSparse(count, columns, double.sparseProduct, double.sparseTransposedProduct)
      checkSparse(count, columns, single.sparseProduct, single.sparseTransposedProduct)
    }
  }

  /// Compares a kernel for rows x inner x columns with the plain triple loop; `places` says where a[i, k] and b[k, j] are.
  private func check<Scalar: BinaryFloatingPoint>(
    _ shape: [Int],
    _ kernel: Product<Scalar>, stride: Int? = nil,
    places: (_ i: Int, _ k: Int, _ j: Int, _ shape: [Int]) -> (Int, Int)
  ) {
    let (rows, inner, columns) = (shape[0], shape[1], shape[2])
    var stream = RandomState(seed: 1)
    let a: [Scalar] = normals(rows * inner, from: &stream)
    let b: [Scalar] = normals(inner * columns, from: &stream)
    let current: [Scalar] = normals(rows * columns, from: &stream)
    let row: [Scalar] = normals(columns, from: &stream)
    row.withUnsafeBufferPointer { pointer in
      guard let address = pointer.baseAddress else { return }
      let starts: [(SumStart<Scalar>, [Scalar])] = [
        (.current, current), (.row(address), (0..<rows).flatMap { _ in row }),
        (.zero, Array(repeating: 0, count: rows * columns)),
      ]
      for (start, begun) in starts {
        var (c, expected) = (current, begun)
        for i in 0..<rows {
          for j in 0..<columns {
            for k in 0..<inner {
              let (left, right) = places(i, k, j, shape)
              expected[i * columns + j].addProduct(a[left], b[right])
            }
          }
        }
        kernel(rows, inner, columns, a, stride ?? inner, b, start, &c)
        #expect(c == expected)
      }
    }
  }

  private func checkNegativeZero<Scalar: Real>(_ columns: Int, _ kernels: Kernels<Scalar>) {
    let ones = [Scalar](repeating: 1, count: columns)
    let zeros = [Scalar](repeating: -0.0, count: columns)
    var (dense, gathered, scattered) = (zeros, zeros, zeros)
    kernels.product(
      rows: 1, inner: 1, columns: columns, [-0.0], stride: 1, ones, onto: .current, to: &dense)
    kernels.sparseProduct(
      count: 1, selected: [0], starts: [0, 1], indices: [0], values: [-0.0], columns: columns,
      ones, onto: zeros, to: &gathered)
    kernels.sparseTransposedProduct(
      count: 1, selected: [0], starts: [0, 1], indices: [0], values: [-0.0], columns: columns,
      factor: 1, ones, addingTo: &scattered)
    for sums in [dense, gathered, scattered] {
      #expect(sums.allSatisfy { $0.sign == .minus })
    }
  }

  private func checkSparse<Scalar: BinaryFloatingPoint>(
    _ count: Int, _ columns: Int, _ forward: SparseProduct<Scalar>,
    _ backward: SparseTransposedProduct<Scalar>
  ) {
    let starts = [0, 3, 3, 5, 9]
    let indices: [Int32] = [0, 2, 5, 1, 2, 0, 1, 4, 5]
    let selected = Array([3, 0, 1, 3, 2].prefix(count))
    var stream = RandomState(seed: 2)
    let values: [Scalar] = normals(indices.count, from: &stream)
    let wide: [Scalar] = normals(6 * columns, from: &stream)
    let narrow: [Scalar] = normals(selected.count * columns, from: &stream)
    let begun: [Scalar] = normals(columns, from: &stream)
    let factor = Scalar(stream.normal())

    var (sums, expectedSums) = (narrow, selected.flatMap { _ in begun })
    var (weights, expectedWeights) = (wide, wide)
    for (i, row) in selected.enumerated() {
      for n in starts[row]..<starts[row + 1] {
        for j in 0..<columns {
          let (inner, outer) = (Int(indices[n]) * columns + j, i * columns + j)
          expectedSums[outer].addProduct(values[n], wide[inner])
          expectedWeights[inner].addProduct(values[n], factor * narrow[outer])
        }
      }
    }
    forward(selected.count, selected, starts, indices, values, columns, wide, begun, &sums)
    backward(selected.count, selected, starts, indices, values, columns, factor, narrow, &weights)
    #expect(sums == expectedSums)
    #expect(weights == expectedWeights)
  }

  private func normals<Scalar: BinaryFloatingPoint>(
    _ count: Int, from stream: inout RandomState
  ) -> [Scalar] {
    (0..<count).map { _ in Scalar(stream.normal()) }
  }
}
