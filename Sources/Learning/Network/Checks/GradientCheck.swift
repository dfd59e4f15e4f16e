import Randomness
import Workers

/// Backpropagation against central differences, (L(w + h) - L(w - h)) / 2h, for some elements of each parameter array.
///
/// The relative error is |a - n| / max(|a|, |n|), where numbers too small to be told from what rounding leaves of a
/// difference count as larger than they are, so that this remainder alone is still fine. Where something crosses a kink
/// between the two losses, a sum that of an activation or a weight that of the l1 penalty at 0, the difference says nothing,
/// and the element is counted apart. The losses are those that training follows: of a cross-entropy, without the limits
/// that keep a reported loss finite. The bands and the advice behind them are those of CS231n, "Neural Networks Part 3".
public struct GradientCheck: Sendable, Equatable, Codable {
  /// What an error means.
  public enum Verdict: String, Sendable, Codable {
    case fine, suspicious, wrong
  }

  /// The elements of one array of parameters.
  public struct ArrayCheck: Sendable, Equatable, Codable {
    /// From 1.
    public var layer: Int
    /// "weights", "biases", "scales" or "shifts".
    public var kind: String
    /// How many elements were compared.
    public var compared = 0
    /// How many more were left out since a kink lies between their two losses.
    public var kinks = 0
    /// The greatest relative error of those compared.
    public var worst = 0.0
  }

  /// Every array, layer by layer.
  public var arrays: [ArrayCheck]
  /// The greatest relative error that is fine: 1e-6 for smooth networks, 1e-4 for those with kinks and for those that
  /// normalize batches, where rounding grows whenever a small spread is divided by.
  public let tolerance: Double

  /// The greatest error that may still be an accident.
  public static let greatestSuspicious = 1e-2

  /// The greatest relative error; NaN if one of them is.
  public var worst: Double {
    arrays.contains { $0.worst.isNaN } ? .nan : arrays.map(\.worst).max() ?? 0
  }
  /// How many elements were compared.
  public var compared: Int { arrays.reduce(0) { $0 + $1.compared } }
  /// How many were left out for kinks.
  public var kinks: Int { arrays.reduce(0) { $0 + $1.kinks } }
  /// What the greatest error means.
  public var verdict: Verdict { verdict(of: worst) }

  /// What an error means.
  public func verdict(of error: Double) -> Verdict {
    if error <= tolerance { return .fine }
    return error <= Self.greatestSuspicious ? .suspicious : .wrong
  }

  /// Checks a network, without its dropout, on all rows of the examples at once.
  ///
  /// - Parameters:
  ///   - entries: how many elements of each array are looked at, those with the largest gradients first, then some drawn.
  ///   - step: h.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every element, says so.
  public init(
    _ network: Network<Double>, on examples: Examples<Double>, penalty: Penalty = Penalty(),
    entries: Int = 20, step: Double = 1e-5, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    try self.init(
      network, on: examples, gradientPenalty: penalty, lossPenalty: penalty, entries: entries,
      step: step, drawing: &stream, isCancelled: isCancelled)
  }

  /// The same, with room for the mistake of a penalty that only one side knows.
  package init(
    _ network: Network<Double>, on examples: Examples<Double>, gradientPenalty: Penalty,
    lossPenalty: Penalty, entries: Int, step: Double, drawing stream: inout RandomState,
    isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    let hasKinks = network.architecture.activations.dropLast().contains(where: \.hasKink)
    let tolerance = hasKinks || network.architecture.normalizesBatches ? 1e-4 : 1e-6
    self.tolerance = tolerance
    var checks: [ArrayCheck] = []
    let isComplete = examples.features.withRows { rows -> Bool in
      let probe = LossProbe(
        network, rows: LoadedExamples(rows: rows, truth: examples.truth), penalty: lossPenalty)
      for array in probe.parameters(penalty: gradientPenalty) {
        let check = Self.check(
          array, probe: probe, entries: entries, step: step, tolerance: tolerance,
          drawing: &stream, isCancelled: isCancelled)
        guard let check else { return false }
        checks.append(check)
      }
      return true
    }
    if !isComplete { throw CancellationError() }
    arrays = checks
  }

  /// What rounding leaves of the difference of two losses, in parts of their size.
  private static let rounding = 2e-15

  /// Checks the elements of one array, or returns nil if it is cancelled meanwhile.
  private static func check(
    _ array: LossProbe.ParameterArray, probe: LossProbe, entries: Int, step: Double,
    tolerance: Double, drawing stream: inout RandomState, isCancelled: () -> Bool
  ) -> ArrayCheck? {
    var check = ArrayCheck(layer: array.layer, kind: array.kind)
    for index in chosen(array.gradient, entries: entries, drawing: &stream) {
      if isCancelled() { return nil }
      let value = array.parameters.start[index]
      array.parameters.start[index] = value + step
      let above = probe.loss()
      let signs = probe.signs()
      array.parameters.start[index] = value - step
      let below = probe.loss()
      let crosses = signs != probe.signs() || array.hasKinkAtZero && abs(value) <= step
      array.parameters.start[index] = value
      if crosses {
        check.kinks += 1
        continue
      }
      check.compared += 1
      let error = relativeError(
        array.gradient[index], (above - below) / (2 * step),
        floor: rounding * max(1, abs(above)) / step / tolerance)
      if error.isNaN || error > check.worst { check.worst = error }
    }
    return check
  }

  /// The difference in parts of the larger one, or of `floor`; NaN if one of them is.
  package static func relativeError(_ analytic: Double, _ numeric: Double, floor: Double) -> Double
  {
    abs(analytic - numeric) / max(abs(analytic), abs(numeric), floor)
  }

  /// Half of the elements are those with the largest gradients, half are drawn from the others.
  private static func chosen(
    _ gradient: [Double], entries: Int, drawing stream: inout RandomState
  ) -> [Int] {
    if gradient.count <= entries { return Array(gradient.indices) }
    let bySize = gradient.indices.sorted {
      abs(gradient[$0]) == abs(gradient[$1]) ? $0 < $1 : abs(gradient[$0]) > abs(gradient[$1])
    }
    let largest = bySize.prefix((entries + 1) / 2)
    return largest + stream.choice(entries / 2, of: Array(bySize.dropFirst(largest.count)))
  }
}

/// A network whose parameters can be moved, and whose loss tells what that does.
private struct LossProbe {
  /// Parameters of one kind in one layer, with the gradient that backpropagation finds.
  struct ParameterArray {
    let layer: Int
    let kind: String
    let parameters: Buffer<Double>
    let gradient: [Double]
    /// Whether the loss has a kink where an element is 0, as the size of weights has.
    let hasKinkAtZero: Bool
  }

  private let network: Network<Double>
  /// What the parameters are moved in. Its outputs are logits where the loss is one of them.
  private let pass: ForwardPass<Double>
  private let batch: Batch<Double>
  private let selected: Buffer<Int>
  private let targets: Buffer<Double>
  private let logitLoss: LogitLoss?
  private let penalty: Penalty

  init(_ network: Network<Double>, rows: LoadedExamples<Double>, penalty: Penalty) {
    let count = rows.count
    let network = network.withoutDropout
    self.network = network
    self.penalty = penalty
    let architecture = network.architecture
    logitLoss = LogitLoss(
      architecture.loss, through: architecture.output, outputs: architecture.outputs)
    pass = Self.pass(logitLoss == nil ? network : network.withLogits, rows: count)
    selected = Buffer(Array(0..<count), filler: 0)
    switch rows.rows {
    case .dense(let elements, _): batch = Batch(inputs: .dense(elements), count: count)
    case .sparse(let sparse):
      batch = Batch(inputs: .sparse(sparse, selected: selected.start), count: count)
    }
    targets = Buffer(count: count * architecture.outputs, repeating: 0)
    rows.truth.write(0..<count, outputs: architecture.outputs, to: targets.start)
  }

  private static func pass(_ network: Network<Double>, rows: Int) -> ForwardPass<Double> {
    ForwardPass(
      network, batchSize: rows, rows: rows, pool: WorkerPool(threads: 1), dropoutSeeds: [])
  }

  /// The loss that training follows, with its penalty.
  func loss() -> Double {
    pass.run(batch)
    let (loss, outputs) = (network.architecture.loss, network.architecture.outputs)
    let sum =
      logitLoss?.sum(logits: pass.outputs, targets: targets.start, rows: batch.count)
      ?? loss.sum(outputs: pass.outputs, targets: targets.start, count: batch.count * outputs)
    let penalties = pass.layers.reduce(0) { sum, layer in
      let weights = layer.blocks[0].weights
      return sum
        + penalty.value(of: UnsafeBufferPointer(start: weights.start, count: weights.count))
    }
    return loss.mean(ofSum: sum, rows: batch.count, outputs: outputs) + penalties
  }

  /// On which side of their kink the sums of the last pass were.
  func signs() -> [Bool] {
    pass.layers.filter { $0.activation.hasKink }.flatMap { layer in
      (0..<batch.count * layer.outputs).map { layer.blocks[0].activations.start[$0] > 0 }
    }
  }

  /// All parameters with their gradients.
  func parameters(penalty: Penalty) -> [ParameterArray] {
    let architecture = network.architecture
    let training = Self.pass(network, rows: batch.count)
    let backpropagation = Backpropagation(training, keepsFirstWeights: true)
    training.run(batch)
    OutputGradient.write(
      of: architecture.loss, through: architecture.output, outputs: training.outputs,
      targets: targets.start, rows: batch.count, columns: architecture.outputs,
      to: backpropagation.outputDelta)
    backpropagation.computeGradient(batch)
    return zip(pass.layers, backpropagation.gradient.layers).enumerated().flatMap { index, pair in
      let (layer, gradient) = pair
      for buffer in [gradient.weights, gradient.biases, gradient.scales, gradient.shifts] {
        buffer.scale(by: 1 / Double(batch.count))
      }
      let weights = layer.blocks[0].weights
      penalty.add(of: weights.start, to: gradient.weights.start, count: weights.count)
      let kinds: [(String, Buffer<Double>?, Buffer<Double>)] = [
        ("weights", weights, gradient.weights), ("biases", layer.blocks[0].biases, gradient.biases),
        ("scales", layer.normalizer?.scales, gradient.scales),
        ("shifts", layer.normalizer?.shifts, gradient.shifts),
      ]
      return kinds.compactMap { kind, parameters, gradient in
        parameters.map {
          ParameterArray(
            layer: index + 1, kind: kind, parameters: $0, gradient: gradient.elements,
            hasKinkAtZero: kind == "weights" && self.penalty.l1 != 0)
        }
      }
    }
  }
}
