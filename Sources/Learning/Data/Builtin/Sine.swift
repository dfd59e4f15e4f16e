import CKernels
import Randomness

/// Points around a wave.
struct Sine: BuiltinSet {
  static let name = "sine"
  static let options: [BuiltinOption] = [.rows, .noise, .scale, .scaleTarget]
  static let hasTarget = true

  let given: any BuiltinOptionValues
  let inputs = BuiltinInputs.numbers(1)

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .sine(
      rows: rows, noise: given.noise ?? 0.1, drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Points around a wave, to predict `y` from `x1`: `x = uniform(-pi, pi, rows)`, then
  /// `y = sin(x) + noise * randn(rows)`, with NumPy's draws.
  ///
  /// - Parameters:
  ///   - rows: at least 1.
  ///   - noise: the standard deviation of the noise on y.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func sine(
    rows: Int, noise: Double = 0.1, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    try curve(
      name: Sine.sourceName, over: .pi, rows: rows, noise: noise, drawing: &stream,
      isCancelled: isCancelled, lectern_sin)
  }
}
