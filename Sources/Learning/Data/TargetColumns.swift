/// Numbers to be predicted: one row per example, one column per target.
public struct TargetColumns: Sendable, Equatable, Codable {
  /// The name of each target.
  public let names: [String]
  /// rows x targets, in their own units.
  public let values: Matrix<Double>
  /// How those who train bring the numbers of each target to a common scale; nil if they learn them as they are.
  public let scaling: ScalingRule?

  /// Targets with a name for each column of `values`, of which there is at least one.
  public init(names: [String], values: Matrix<Double>, scaling: ScalingRule? = nil) {
    precondition(names.count == values.columns && !names.isEmpty, "every target has a name")
    self.names = names
    self.values = values
    self.scaling = scaling
  }
}

extension TargetColumns {
  /// Of each target, the root of the mean squared distance from its mean.
  public var standardDeviations: [Double] {
    names.indices.map { values.column($0).standardDeviation }
  }

  /// The mean squared error, over some rows, of always giving the mean of other rows: what a network has to beat to have
  /// learnt anything from the inputs. Nil without rows.
  ///
  /// - Parameter scaling: the common scale that errors are measured on; nil for the targets' own units.
  public func errorOfMean(
    of learnt: [Int], on tested: [Int], scaledBy scaling: Scaling? = nil
  ) -> Double? {
    guard !learnt.isEmpty, !tested.isEmpty else { return nil }
    let errors = names.indices.map { column in
      let divisor = scaling?.divisors[column] ?? 1
      let mean = learnt.reduce(0) { $0 + values[$1, column] } / Double(learnt.count)
      return tested.reduce(0) { sum, row in
        let error = (values[row, column] - mean) / divisor
        return sum + error * error
      } / Double(tested.count)
    }
    return errors.reduce(0, +) / Double(errors.count)
  }
}
