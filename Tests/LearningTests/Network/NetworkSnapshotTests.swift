import Foundation
import Learning
import Randomness
import Testing
import Workers

@Suite("Networks on the way")
struct NetworkSnapshotTests {
  private func training<Scalar: Real>(
    _ scalar: Scalar.Type, epochs: Set<Int>, normalizes: Bool = false
  ) throws -> (start: Network<Scalar>, trained: Network<Scalar>, history: History) {
    var stream = RandomState(seed: 4)
    let matrix = Matrix<Scalar>(
      rows: 12, columns: 3, elements: (0..<36).map { _ in Scalar(stream.normal()) })
    let network = Network<Scalar>(
      architecture: Architecture(
        layers: [3, 4, 2], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy,
        normalizesBatches: normalizes),
      initialization: .he, drawing: &stream)
    var settings = TrainingSettings(
      batchSize: 5, learningRate: 0.3, epochs: 6, reportedLoss: .categoricalCrossEntropy)
    settings.snapshotEpochs = epochs
    let examples = Examples(
      features: .dense(matrix), truth: .classes((0..<12).map { $0 % 2 }, count: 2))
    let orders = EpochOrders(rows: 12, epochs: 6, drawing: &stream)
    let result = try Training(
      network: network, training: examples, settings: settings, orders: orders
    ).run()
    return (network, result.network, result.history)
  }

  @Test("are kept before the first epoch and after those that are named", arguments: [false, true])
  func kept(normalizes: Bool) throws {
    let (start, trained, history) = try training(
      Double.self, epochs: [0, 2, 6, 9], normalizes: normalizes)
    #expect(history.snapshots.map(\.epoch) == [0, 2, 6])
    #expect(history.snapshots[0].network == start)
    #expect(history.snapshots[2].network == trained)
    #expect(history.snapshots[1].network != trained && history.snapshots[1].network != start)
  }

  @Test("change nothing about the run, and keep single precision as it is")
  func unchanged() throws {
    let without = try training(Float.self, epochs: [])
    let with = try training(Float.self, epochs: [1, 6])
    #expect(without.trained == with.trained)
    #expect(without.history.records == with.history.records)
    #expect(with.history.snapshots[1].network.converted(to: Float.self) == with.trained)
  }

  @Test("have first layers that answer what they do within the whole", arguments: [false, true])
  func prefixes(normalizes: Bool) throws {
    let network = try training(Double.self, epochs: [], normalizes: normalizes).trained
    let row = Matrix(rows: 1, columns: 3, elements: [0.3, -1.2, 0.8])
    let hidden = try network.prefix(layers: 1).outputs(for: .dense(row))
    #expect(hidden.columns == 4)
    #expect(hidden.elements.allSatisfy { abs($0) < 1 })
    // The last layer by hand, on what the first one answers.
    let sums = (0..<2).map { unit in
      (0..<4).reduce(network.biases[1][unit]) { $0 + hidden[0, $1] * network.weights[1][$1, unit] }
    }
    let whole = try network.outputs(for: .dense(row))
    let logit = whole[0, 0] / whole[0, 1]
    #expect(abs(sums[0] - sums[1] - log(logit)) < 1e-9)
    #expect(network.prefix(layers: 2) == network)
  }
}
