import CKernels

/// The logarithm to base 10; -inf at 0 and NaN below, the same bits on every machine.
public func decimalLogarithm(_ number: Double) -> Double {
  lectern_log(number) / 2.302585092994046
}
