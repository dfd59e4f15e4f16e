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

  /// The mean loss, in nats, of giving every class its share of the examples that were learnt from, whatever the example: the
  /// entropy of the shares where those of the tested examples are the same. Nil where guessing is no measure, and where a
  /// class is tested that was not learnt.
  ///
  /// - Parameters:
  ///   - outputs: the outputs of the network, of which a single one tells two classes.
  ///   - learnt: how many examples of each class were learnt from.
  ///   - tested: how many of each there are to be told.
  public func ofGuessingShares(outputs: Int, of learnt: [Int], on tested: [Int]) -> Double? {
    let (all, count) = (learnt.reduce(0, +), tested.reduce(0, +))
    guard ofGuessing(outputs: outputs) != nil, all > 0, count > 0,
      zip(learnt, tested).allSatisfy({ $0 > 0 || $1 == 0 })
    else { return nil }
    let losses = zip(learnt, tested).map { learnt, tested in
      tested == 0 ? 0 : -Double(tested) * lectern_log(Double(learnt) / Double(all))
    }
    return losses.reduce(0, +) / Double(count)
  }
}
