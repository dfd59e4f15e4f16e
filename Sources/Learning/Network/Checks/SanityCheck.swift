import Randomness

/// Four cheap looks at a network before a long training: those that CS231n, "Neural Networks Part 3", advises.
public struct SanityCheck: Sendable, Equatable, Codable {
  /// How many examples a network should be able to learn by heart, if there are as many.
  public static let memorizedRows = 20
  /// How often it sees them.
  public static let memorizingEpochs = 600
  /// The greatest loss on them that counts as having learnt them; of numbers, in parts of their targets' variance.
  private static let greatestMemorizedShare = 0.01
  /// How far the first loss may lie above that of guessing, in parts of it.
  public static let excess = 0.5

  /// The loss before the first update, on up to 200 examples.
  public var lossAtStart: Double
  /// The loss of giving every class the same probability; nil where the loss has no such value.
  public var chanceLoss: Double?
  /// How many examples were to be learnt by heart: fewer than `memorizedRows` where there are fewer.
  public var memorizedCount: Int
  /// The loss on them after training on nothing else.
  public var memorizedLoss: Double
  /// The variance of their targets, averaged over several; nil for classes.
  public var memorizedVariance: Double?
  /// The learning rate of the single update.
  public var learningRate: Double
  /// One batch's loss before an update on it.
  public var lossBefore: Double
  /// The same batch's loss after that update.
  public var lossAfter: Double
  /// Backpropagation against finite differences.
  public var gradient: GradientCheck

  /// Looks at a network, without its dropout, and examples, of which there is at least one.
  ///
  /// - Parameter learningRate: that of the single update; where numbers are far from their targets, it is divided by how
  ///   far, the root of the loss at the start, so that large targets alone make no large step.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked before every update and every element of the gradient,
  ///   says so.
  public init(
    _ network: Network<Double>, on examples: Examples<Double>, learningRate: Double,
    drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) {
    let network = network.withoutDropout
    let loss = network.architecture.loss
    let many = examples.first(200)
    let few = examples.first(Self.memorizedRows)
    memorizedCount = few.count
    memorizedVariance = few.truth.values?.columnVariance
    lossAtStart = try Evaluation(of: network, on: many, loss: loss, isCancelled: isCancelled).loss
    let isFar = examples.truth.values != nil && lossAtStart.isFinite && lossAtStart > 1
    let rate = isFar ? learningRate / lossAtStart.squareRoot() : learningRate
    self.learningRate = rate
    chanceLoss = loss.ofGuessing(outputs: network.architecture.outputs)
    gradient = try GradientCheck(
      network, on: examples.first(10), entries: 10, drawing: &stream, isCancelled: isCancelled)
    func train(
      _ examples: Examples<Double>, epochs: Int, rate: Double, _ optimizer: any Optimizer
    ) throws(CancellationError) -> [Double] {
      var settings = TrainingSettings(
        batchSize: examples.count, learningRate: rate, epochs: epochs, reportedLoss: loss)
      settings.optimizer = optimizer
      let orders = EpochOrders(rows: examples.count, epochs: epochs, drawing: &stream)
      let run = Training(
        network: network, training: examples, settings: settings, orders: orders)
      let history = try run.run(isCancelled: isCancelled).history
      return history.divergence == nil ? history.records.map(\.trainLoss) : [.nan]
    }
    memorizedLoss =
      try train(few, epochs: Self.memorizingEpochs, rate: 0.01, Adam()).last ?? .nan
    let twoUpdates = try train(many, epochs: 2, rate: rate, GradientDescent())
    lossBefore = twoUpdates.first ?? .nan
    lossAfter = twoUpdates.last ?? .nan
  }

  /// Whether the first loss is near that of guessing, or there is no such loss.
  public var startsFairly: Bool {
    guard let chanceLoss else { return lossAtStart.isFinite }
    return lossAtStart <= chanceLoss * (1 + Self.excess)
  }
  /// Whether a few examples were learnt by heart.
  public var memorizes: Bool { memorizedLoss <= greatestMemorizedLoss }
  /// The greatest loss on them that counts as having learnt them.
  public var greatestMemorizedLoss: Double {
    guard let memorizedVariance, memorizedVariance > 0 else { return Self.greatestMemorizedShare }
    return Self.greatestMemorizedShare * memorizedVariance
  }
  /// Whether the update lowered the loss.
  public var descends: Bool { lossAfter < lossBefore }

  /// How many of the four looks find nothing.
  public var passed: Int {
    [startsFairly, memorizes, descends, gradient.verdict == .fine].count { $0 }
  }
}

extension Examples where Scalar == Double {
  /// The first examples, at most so many.
  public func first(_ count: Int) -> Examples {
    let kept = Swift.min(count, self.count)
    return Examples(
      features: features.first(kept), truth: truth.first(kept))
  }
}

extension Matrix where Scalar == Double {
  /// The variance of each column, averaged over all.
  fileprivate var columnVariance: Double {
    (0..<columns).map { column($0).variance }.mean
  }
}

extension FeatureMatrix where Scalar == Double {
  /// The first `count` rows.
  fileprivate func first(_ count: Int) -> FeatureMatrix {
    switch self {
    case .dense(let matrix):
      .dense(
        Matrix(
          rows: count, columns: matrix.columns,
          elements: Array(matrix.elements.prefix(count * matrix.columns))))
    case .sparse(let matrix):
      .sparse(
        SparseMatrix(
          rows: count, columns: matrix.columns,
          rowStarts: Array(matrix.rowStarts.prefix(count + 1)),
          columnIndices: Array(matrix.columnIndices.prefix(matrix.rowStarts[count])),
          elements: Array(matrix.elements.prefix(matrix.rowStarts[count]))))
    }
  }
}
