import CKernels

extension Loss {
  /// The loss, in nats, of giving every class the same probability, whatever the example: ln K for K
  /// classes. Nil for losses for which such a guess is no measure.
  ///
  /// - Parameter outputs: the outputs of the network, of which a single one tells two classes.
  public func ofGuessing(outputs: Int) -> Double? {
    switch self {
    case .categoricalCrossEntropy: outputs >= 2 ? lectern_log(Double(outputs)) : nil
    case .binaryCrossEntropy: outputs == 1 ? lectern_log(2) : nil
    case .meanSquaredError: nil
    }
  }
}
