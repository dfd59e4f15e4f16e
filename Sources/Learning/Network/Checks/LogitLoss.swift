import CKernels

/// The cross-entropies as functions of the sums of the output layer: the logits.
///
/// Training's own losses limit probabilities, so that they are flat where a network is sure and wrong, and tell nothing of
/// how it gets better there. These have no limits: the logarithm of a probability comes from the logits and not from it.
/// Source: Blanchard, Higham and Higham, "Accurately Computing the Log-Sum-Exp and Softmax Functions" (2021).
struct LogitLoss {
  private let outputs: Int
  private let isCategorical: Bool
  private let isSoftmax: Bool

  /// A loss through an output layer; nil if that is no cross-entropy of probabilities.
  init?(_ loss: Loss, through output: Activation, outputs: Int) {
    guard loss != .meanSquaredError else { return nil }
    self.outputs = outputs
    isCategorical = loss == .categoricalCrossEntropy
    isSoftmax = output == .softmax
  }

  /// The sum over all outputs of a batch, rows x outputs.
  func sum(
    logits: UnsafePointer<Double>, targets: UnsafePointer<Double>, rows: Int
  ) -> Double {
    (0..<rows).reduce(0) { sum, row in
      sum + ofRow(logits: logits + row * outputs, targets: targets + row * outputs)
    }
  }

  private func ofRow(logits: UnsafePointer<Double>, targets: UnsafePointer<Double>) -> Double {
    let row = UnsafeBufferPointer(start: logits, count: outputs)
    let total = isSoftmax ? Self.logarithmOfSum(row) : 0
    var sum = 0.0
    for index in 0..<outputs {
      let target = targets[index]
      if target != 0 {
        sum -= target * (isSoftmax ? row[index] - total : -Self.softplus(-row[index]))
      }
      if target != 1, !isCategorical {
        let others = row.indices.lazy.filter { $0 != index }.map { row[$0] }
        let rest = isSoftmax ? Self.logarithmOfSum(others) - total : -Self.softplus(row[index])
        sum -= (1 - target) * rest
      }
    }
    return sum
  }

  /// ln(1 + e^x).
  private static func softplus(_ x: Double) -> Double {
    max(x, 0) + lectern_log(1 + lectern_exp(-abs(x)))
  }

  /// ln of the sum of e^x, over at least one x.
  private static func logarithmOfSum(_ numbers: some Sequence<Double>) -> Double {
    let greatest = numbers.reduce(-.infinity, max)
    return greatest + lectern_log(numbers.reduce(0) { $0 + lectern_exp($1 - greatest) })
  }
}
