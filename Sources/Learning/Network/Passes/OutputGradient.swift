/// The gradient of a loss with respect to the sums of the output layer, where backpropagation begins.
///
/// It is that of the loss summed over outputs (averaged, for the mean squared error) and not yet averaged over rows.
enum OutputGradient {
  /// Writes the gradient for a batch of rows x columns outputs to `delta`.
  ///
  /// Softmax under categorical and sigmoid under binary cross-entropy have y - t as gradient. The quotients of
  /// the chain rule cancel there; kept, they would be 0/0 as soon as an output rounds to 0 or 1.
  static func write<Scalar: Real>(
    of loss: Loss, through activation: Activation, outputs: UnsafePointer<Scalar>,
    targets: UnsafePointer<Scalar>, rows: Int, columns: Int,
    to delta: UnsafeMutablePointer<Scalar>
  ) {
    let count = rows * columns
    switch (loss, activation) {
    case (.categoricalCrossEntropy, .softmax), (.binaryCrossEntropy, .sigmoid):
      for index in 0..<count { delta[index] = outputs[index] - targets[index] }
    case (.categoricalCrossEntropy, .sigmoid):
      // -t / y times y (1 - y), without the quotient.
      for index in 0..<count { delta[index] = -targets[index] * (1 - outputs[index]) }
    case (.binaryCrossEntropy, .softmax):
      for row in 0..<rows {
        let start = row * columns
        writeBinaryThroughSoftmax(
          outputs: outputs + start, targets: targets + start, columns: columns, to: delta + start)
      }
    case (.meanSquaredError, .softmax):
      writeSquaredError(outputs, targets, count: count, columns: columns, to: delta)
      for row in 0..<rows {
        let start = row * columns
        multiplySoftmaxJacobian(of: outputs + start, columns: columns, into: delta + start)
      }
    case (.meanSquaredError, _):
      writeSquaredError(outputs, targets, count: count, columns: columns, to: delta)
      activation.multiplySlope(of: outputs, into: delta, count: count)
    case (.categoricalCrossEntropy, _), (.binaryCrossEntropy, _):
      preconditionFailure("the cross-entropies need probabilities")
    }
  }

  /// Multiplies each row of a gradient by a weight.
  static func weigh<Scalar: Real>(
    _ delta: UnsafeMutablePointer<Scalar>, columns: Int, by weights: some Sequence<Double>
  ) {
    var row = delta
    for weight in weights {
      for column in 0..<columns { row[column] *= Scalar(weight) }
      row += columns
    }
  }

  /// 2 (y - t) / columns: the gradient with respect to the outputs.
  private static func writeSquaredError<Scalar: Real>(
    _ outputs: UnsafePointer<Scalar>, _ targets: UnsafePointer<Scalar>, count: Int, columns: Int,
    to delta: UnsafeMutablePointer<Scalar>
  ) {
    for index in 0..<count {
      delta[index] = 2 * (outputs[index] - targets[index]) / Scalar(columns)
    }
  }

  /// delta[j] = y[j] (delta[j] - sum over k of delta[k] y[k]), for one row.
  private static func multiplySoftmaxJacobian<Scalar: Real>(
    of outputs: UnsafePointer<Scalar>, columns: Int, into delta: UnsafeMutablePointer<Scalar>
  ) {
    var sum: Scalar = 0
    for column in 0..<columns { sum += delta[column] * outputs[column] }
    for column in 0..<columns { delta[column] = outputs[column] * (delta[column] - sum) }
  }

  /// The gradient of one row: y[j] (2 - sum of y[k] / (1 - y[k]) over all other wrong classes k) for a wrong class j, and
  /// for the true one what makes the sum 0.
  ///
  /// So there is no difference of large numbers where a wrong class is nearly certain, and 1 - y of it, of which rounding
  /// leaves nothing there, is the sum of all others.
  private static func writeBinaryThroughSoftmax<Scalar: Real>(
    outputs: UnsafePointer<Scalar>, targets: UnsafePointer<Scalar>, columns: Int,
    to delta: UnsafeMutablePointer<Scalar>
  ) {
    let wrong = (0..<columns).lazy.filter { targets[$0] != 1 }
    let likely = wrong.first { outputs[$0] > 0.5 }
    let rest = (0..<columns).reduce(0) { $1 == likely ? $0 : $0 + outputs[$1] }
    let ratios = wrong.reduce(0) { $1 == likely ? $0 : $0 + outputs[$1] / (1 - outputs[$1]) }
    var sum: Scalar = 0
    for column in wrong {
      let output = outputs[column]
      if column == likely {
        delta[column] = output * (2 - ratios)
      } else {
        delta[column] = output * (2 - (ratios - output / (1 - output)))
        if let likely, rest > 0 { delta[column] -= output / rest * outputs[likely] }
      }
      sum += delta[column]
    }
    for column in 0..<columns where targets[column] == 1 { delta[column] = -sum }
  }
}
