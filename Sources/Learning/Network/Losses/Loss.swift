/// How far outputs are from their targets. Of classes, the target of one output is the class number, 0 or 1; with more,
/// targets are 1 for the example's class and 0 for the others. Numbers to be predicted are their own targets.
public enum Loss: String, CaseIterable, Sendable, Codable {
  /// -t ln y, summed over outputs and averaged over rows.
  case categoricalCrossEntropy = "categorical_cross_entropy"
  /// -(t ln y + (1 - t) ln(1 - y)), summed over outputs and averaged over rows.
  case binaryCrossEntropy = "binary_cross_entropy"
  /// (y - t)^2, averaged over outputs and rows.
  case meanSquaredError = "mean_squared_error"

  /// The loss that belongs to an output layer when none is named.
  public static func natural(for output: Activation) -> Loss {
    switch output {
    case .softmax: .categoricalCrossEntropy
    case .sigmoid: .binaryCrossEntropy
    default: .meanSquaredError
    }
  }

  /// Whether a network with this output layer can follow the loss: the cross-entropies need probabilities, and the
  /// categorical one, which looks at the true class alone, needs two or more.
  public func suits(_ output: Activation, outputs: Int) -> Bool {
    let areProbabilities = output == .sigmoid || (output == .softmax && outputs >= 2)
    return switch self {
    case .categoricalCrossEntropy: areProbabilities && outputs >= 2
    case .binaryCrossEntropy: areProbabilities
    case .meanSquaredError: output != .softmax || outputs >= 2
    }
  }

  /// The sum over all outputs of a batch, to be added up over batches and then passed to `mean`.
  func sum<Scalar: Real>(
    outputs: UnsafePointer<Scalar>, targets: UnsafePointer<Scalar>, count: Int
  ) -> Double {
    switch self {
    case .categoricalCrossEntropy: Scalar.kernels.categoricalCrossEntropy(outputs, targets, count)
    case .binaryCrossEntropy: Scalar.kernels.binaryCrossEntropy(outputs, targets, count)
    case .meanSquaredError: Scalar.kernels.squaredError(outputs, targets, count)
    }
  }

  /// The loss of `rows` examples whose sum is given.
  func mean(ofSum sum: Double, rows: Int, outputs: Int) -> Double {
    switch self {
    case .categoricalCrossEntropy, .binaryCrossEntropy: sum / Double(rows)
    case .meanSquaredError: sum / (Double(rows) * Double(outputs))
    }
  }
}
