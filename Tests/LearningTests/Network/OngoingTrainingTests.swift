import Learning
import Randomness
import Testing

@Suite("A run that goes on in stretches")
struct OngoingTrainingTests {
  @Test("ends as it would at one go", arguments: [1, 3, 7, 100])
  func stretches(epochs: Int) throws {
    let training = training()
    let (network, history) = try training.run()
    var run = OngoingTraining(training)
    var epochsOfRecords: [Int] = []
    var turns = 0
    while !run.isOver {
      try run.advance(epochs: epochs, onRecord: { epochsOfRecords.append($0.epoch) })
      turns += 1
    }
    #expect(turns == (history.records.count - 1) / epochs + 1)
    #expect(epochsOfRecords == history.records.map(\.epoch))
    #expect(run.result.history == history)
    #expect(run.result.network == network)
  }

  @Test("knows how far it is, and ends early if it is told to")
  func stopping() throws {
    var run = OngoingTraining(training())
    try run.advance(epochs: 2)
    #expect(!run.isOver && run.result.history.records.map(\.epoch) == [1, 2])
    try run.advance(epochs: .max)
    let history = run.result.history
    #expect(run.isOver && history.bestEpoch == history.records.count - 2)
    #expect(history.records.count < 40)
  }

  @Test("can be cancelled in the middle of a stretch")
  func cancellation() throws {
    var run = OngoingTraining(training())
    try run.advance(epochs: 1)
    var questions = 0
    #expect(throws: CancellationError.self) {
      try run.advance(
        epochs: 5,
        isCancelled: {
          questions += 1
          return questions == 3
        })
    }
    #expect(!run.isOver)
  }

  /// Adam with momentum of its own, dropout, early stopping and everything tracked: all that goes on from epoch to epoch.
  private func training() -> Training<Double> {
    var stream = RandomState(seed: 12)
    func examples(_ rows: Int) -> Examples<Double> {
      let matrix = Matrix<Double>(
        rows: rows, columns: 4, elements: (0..<rows * 4).map { _ in stream.normal() })
      let labels = (0..<rows).map { matrix[$0, 0] + 0.8 * stream.normal() > 0 ? 1 : 0 }
      return Examples(features: .dense(matrix), labels: labels, classCount: 2)
    }
    let (training, validation) = (examples(60), examples(40))
    let network = Network<Double>(
      architecture: Architecture(
        layers: [4, 16, 2], activations: [.relu, .softmax], loss: .categoricalCrossEntropy,
        dropout: [0.2]), initialization: .he, drawing: &stream)
    var settings = TrainingSettings(
      batchSize: 16, learningRate: 0.05, epochs: 40, reportedLoss: .categoricalCrossEntropy,
      tracksGradientNorm: true)
    settings.optimizer = Adam()
    var stopping = EarlyStopping()
    stopping.patience = 2
    settings.earlyStopping = stopping
    settings.snapshotEpochs = [0, 3, 4]
    return Training(
      network: network, training: training, validation: validation, settings: settings,
      orders: EpochOrders(rows: 60, epochs: 40, drawing: &stream), dropoutSeeds: [5])
  }
}
