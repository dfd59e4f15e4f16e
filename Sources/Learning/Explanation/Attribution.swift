import Workers

/// What each word of a text adds to the log-odds of a class: the gradient times the input.
///
/// The log-odds ln(p / (1 - p)) of a class do not saturate as its probability does. Behind softmax they are
/// z_c - ln Σ exp(z_j) over the other classes; behind sigmoid they are the output's sum itself, and behind anything else
/// that sum stands for them. Where a network is linear around a row, as with relu, the products add up to the log-odds
/// but for the biases. Source: Shrikumar, Greenside and Kundaje, "Not just a black box", 2016.
public struct Attribution: Sendable {
  private let weights: [Matrix<Double>]
  private let biases: [[Double]]
  private let activations: [Activation]
  private let classNumber: Int
  /// How many rows are added up at a time: part of the result, whatever the threads.
  private static let chunk = 4096

  /// What a network says about one of its classes; one output speaks for class 1, and against class 0.
  public init<Scalar: Real>(of network: Network<Scalar>, classNumber: Int) {
    precondition(
      classNumber >= 0 && classNumber < max(2, network.architecture.outputs), "one of its classes")
    let network = network.folded
    weights = network.weights.map { $0.converted(to: Double.self) }
    biases = network.biases.map { $0.map { Double($0) } }
    activations = network.architecture.activations
    self.classNumber = classNumber
  }

  /// Per stored element of a row its contribution, in the order of the row.
  public func contributions(in matrix: SparseMatrix<Double>, row: Int) -> [Double] {
    let stored = matrix.rowStarts[row]..<matrix.rowStarts[row + 1]
    let slope = slope(of: matrix, stored)
    let width = slope.count
    return stored.map { place in
      let start = Int(matrix.columnIndices[place]) * width
      var sum = 0.0
      for unit in 0..<width { sum += weights[0].elements[start + unit] * slope[unit] }
      return sum * matrix.elements[place]
    }
  }

  /// Per column the contribution averaged over all rows, those without the word included.
  ///
  /// - Throws: `CancellationError` if `isCancelled`, asked before every chunk of rows, has said so.
  public func meanContributions(
    in matrix: SparseMatrix<Double>, pool: WorkerPool = WorkerPool(threads: 1),
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(CancellationError) -> [Double] {
    let starts = Array(stride(from: 0, to: matrix.rows, by: Self.chunk))
    let sums = try pool.map(starts, isCancelled: isCancelled) { first in
      var sums = [Double](repeating: 0, count: matrix.columns)
      for row in first..<min(first + Self.chunk, matrix.rows) {
        let contributions = contributions(in: matrix, row: row)
        for (place, contribution) in zip(matrix.rowStarts[row]..., contributions) {
          sums[Int(matrix.columnIndices[place])] += contribution
        }
      }
      return sums
    }
    var total = [Double](repeating: 0, count: matrix.columns)
    for part in sums {
      for column in total.indices { total[column] += part[column] }
    }
    return total.map { $0 / Double(max(matrix.rows, 1)) }
  }

  /// The gradient of the log-odds with respect to the sums of the first layer.
  private func slope(of matrix: SparseMatrix<Double>, _ stored: Range<Int>) -> [Double] {
    var layers: [[Double]] = []
    var sums = firstSums(of: matrix, stored)
    for layer in weights.indices.dropFirst() {
      Self.apply(activations[layer - 1], to: &sums)
      layers.append(sums)
      sums = Self.product(sums, weights[layer], plus: biases[layer])
    }
    var slope = outputSlope(of: sums)
    for layer in weights.indices.dropFirst().reversed() {
      let matrix = weights[layer]
      var below = (0..<matrix.rows).map { row in
        var sum = 0.0
        for column in 0..<matrix.columns {
          sum += matrix.elements[row * matrix.columns + column] * slope[column]
        }
        return sum
      }
      let count = below.count
      activations[layer - 1].multiplySlope(of: layers[layer - 1], into: &below, count: count)
      slope = below
    }
    return slope
  }

  private func firstSums(of matrix: SparseMatrix<Double>, _ stored: Range<Int>) -> [Double] {
    var sums = biases[0]
    for place in stored {
      let start = Int(matrix.columnIndices[place]) * sums.count
      for unit in sums.indices {
        sums[unit] += matrix.elements[place] * weights[0].elements[start + unit]
      }
    }
    return sums
  }

  /// The gradient of the log-odds with respect to the sums of the output layer.
  private func outputSlope(of sums: [Double]) -> [Double] {
    if sums.count == 1 { return [classNumber == 1 ? 1 : -1] }
    var slope = [Double](repeating: 0, count: sums.count)
    if activations.last == .softmax {
      var others = sums
      others.remove(at: classNumber)
      Self.apply(.softmax, to: &others)
      slope = others.map { -$0 }
      slope.insert(0, at: classNumber)
    }
    slope[classNumber] = 1
    return slope
  }

  private static func product(
    _ row: [Double], _ matrix: Matrix<Double>, plus biases: [Double]
  ) -> [Double] {
    var sums = biases
    for (index, value) in row.enumerated() {
      for column in sums.indices {
        sums[column] += value * matrix.elements[index * matrix.columns + column]
      }
    }
    return sums
  }

  private static func apply(_ activation: Activation, to sums: inout [Double]) {
    let count = sums.count
    sums.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      activation.apply(to: start, rows: 1, columns: count)
    }
  }
}
