import Learning

extension Loss {
  /// The loss with its unit, for an axis.
  var quantity: String {
    switch self {
    case .categoricalCrossEntropy: "cross-entropy (nats)"
    case .binaryCrossEntropy: "binary cross-entropy (nats)"
    case .meanSquaredError: "mean squared error"
    }
  }
}
