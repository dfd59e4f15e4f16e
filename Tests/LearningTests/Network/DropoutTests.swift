import Learning
import Randomness
import Testing

@Suite("Dropout of nothing")
struct DropoutTests {
  /// More units than one block of a first layer has, which dropout would keep in one.
  private let units = 40

  @Test("is no dropout, and measures what it trains", arguments: [false, true])
  func nothing(isSparse: Bool) throws {
    let plain = try run(dropout: [], isSparse: isSparse)
    let (network, history) = try run(dropout: [0], isSparse: isSparse)
    #expect(network == plain.network)
    #expect(history == plain.history)
    #expect(try run(dropout: [0.3], isSparse: isSparse).history != plain.history)
  }

  private func run(
    dropout: [Double], isSparse: Bool
  ) throws -> (network: Network<Double>, history: History) {
    var stream = RandomState(seed: 3)
    func examples(_ rows: Int) -> Examples<Double> {
      let matrix = Matrix<Double>(
        rows: rows, columns: 5, elements: (0..<rows * 5).map { _ in stream.normal() })
      return Examples(
        features: isSparse ? .sparse(matrix.compressed) : .dense(matrix),
        labels: (0..<rows).map { matrix[$0, 0] > matrix[$0, 1] ? 1 : 0 }, classCount: 2)
    }
    let (training, validation) = (examples(50), examples(30))
    let architecture = Architecture(
      layers: [5, units, 2], activations: [.relu, .softmax], loss: .categoricalCrossEntropy,
      dropout: dropout)
    let network = Network<Double>(
      architecture: architecture, initialization: .he, drawing: &stream)
    let orders = EpochOrders(rows: training.count, epochs: 6, drawing: &stream)
    return try Training(
      network: network, training: training, validation: validation,
      settings: TrainingSettings(
        batchSize: 8, learningRate: 0.1, epochs: 6, reportedLoss: .categoricalCrossEntropy),
      orders: orders, dropoutSeeds: Array(repeating: 7, count: architecture.dropoutSeedCount)
    ).run()
  }
}
