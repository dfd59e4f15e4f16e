import Learning
import Randomness
import Testing

@Suite("A run whose numbers stop being finite")
struct DivergenceTests {
  @Test("stops at that update and names what was not finite, in both precisions")
  func explodes() throws {
    let double = try #require(try history(of: linear, Double.self, rate: 1e3).divergence)
    let single = try #require(try history(of: linear, Float.self, rate: 1e3).divergence)
    #expect(double.update > single.update && single.update > 1)
    #expect(double.sentence.hasPrefix("Training diverged: "))
  }

  @Test("keeps the records and gradient norms of before")
  func keepsRecords() throws {
    let history = try history(of: linear, Double.self, rate: 20)
    let divergence = try #require(history.divergence)
    #expect(!history.records.isEmpty)
    #expect(history.records.map(\.epoch) == Array(1..<divergence.epoch))
    #expect(history.records.allSatisfy { $0.trainLoss.isFinite })
    let updates = history.gradientNorm?.count ?? 0
    #expect(updates == divergence.update || updates == divergence.update - 1)
    #expect(divergence.epoch == (divergence.update - 1) / 3 + 1)
  }

  @Test("blames weights that were not finite to begin with", arguments: [Double.nan, .infinity])
  func brokenWeights(value: Double) throws {
    let divergence = try history(of: usual, Double.self, rate: 0.1) {
      $0.weights[1].elements[3] = value
    }.divergence
    let expected = Divergence(update: 0, epoch: 1, layer: 2, quantity: .weights)
    #expect(divergence == expected)
    #expect(
      divergence?.sentence
        == "Training diverged: the weights of layer 2 are not finite before training.")
  }

  @Test("blames what batch normalization has learnt")
  func brokenNormalization() throws {
    let normalized = Architecture(
      layers: [3, 4, 2], activations: [.relu, .softmax], loss: .categoricalCrossEntropy,
      normalizesBatches: true)
    let scales = try history(of: normalized, Double.self, rate: 0.1) {
      $0.normalizations[0].scales[2] = .infinity
    }.divergence
    #expect(
      scales == Divergence(update: 0, epoch: 1, layer: 1, quantity: .normalizationScales))
    let shifts = try history(of: normalized, Double.self, rate: 0.1) {
      $0.normalizations[0].shifts[1] = .nan
    }.divergence
    #expect(
      shifts?.sentence
        == "Training diverged: the batch normalization shifts of layer 1 are not finite before training."
    )
  }

  @Test("is found at the epoch's end where activations hide a shift of batch normalization")
  func shiftHiddenByTanh() throws {
    let tanh = Architecture(
      layers: [3, 4, 2], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy,
      normalizesBatches: true)
    let divergence = try history(of: tanh, Double.self, rate: 1e-3) {
      $0.normalizations[0].shifts[0] = .infinity
    }.divergence
    #expect(
      divergence == Divergence(update: 3, epoch: 1, layer: 1, quantity: .normalizationShifts))
  }

  @Test("blames the first layer whose activations overflow")
  func overflowingActivations() throws {
    let divergence = try history(of: usual, Double.self, rate: 0.1) { network in
      for index in network.weights[0].elements.indices {
        network.weights[0].elements[index] = 1e308
      }
      network.biases[0] = [1e308, 1e308, 1e308, 1e308]
    }.divergence
    #expect(divergence == Divergence(update: 1, epoch: 1, layer: 1, quantity: .activations))
    #expect(
      divergence?.sentence
        == "Training diverged: the activations of layer 1 are not finite in update 1 (epoch 1).")
  }

  @Test("blames the loss when all outputs are finite but their squares are not")
  func overflowingLoss() throws {
    let linear = Architecture(layers: [3, 2], activations: [.linear], loss: .meanSquaredError)
    let divergence = try history(of: linear, Double.self, rate: 0.1) { network in
      network.biases[0] = [1e200, 0]
    }.divergence
    #expect(divergence == Divergence(update: 1, epoch: 1, layer: 1, quantity: .loss))
  }

  @Test("is found at the epoch's end where activations hide it")
  func hiddenByTanh() throws {
    let tanh = Architecture(
      layers: [3, 4, 2], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy)
    let divergence = try history(of: tanh, Double.self, rate: 1e-3) { network in
      network.weights[0].elements[0] = .infinity
    }.divergence
    #expect(divergence == Divergence(update: 3, epoch: 1, layer: 1, quantity: .weights))
  }

  private let linear = Architecture(
    layers: [3, 4, 2], activations: [.linear, .linear], loss: .meanSquaredError)
  private let usual = Architecture(
    layers: [3, 4, 2], activations: [.relu, .softmax], loss: .categoricalCrossEntropy)

  private func history<Scalar: Real>(
    of architecture: Architecture, _: Scalar.Type, rate: Double,
    damage: (inout Network<Scalar>) -> Void = { _ in }
  ) throws -> History {
    var stream = RandomState(seed: 1)
    let matrix = Matrix(
      rows: 12, columns: 3, elements: (0..<36).map { _ in 0.5 + stream.uniform() })
    let examples = Examples(
      features: .dense(matrix), labels: (0..<12).map { $0 % 2 }, classCount: 2)
    var network = Network<Scalar>(
      architecture: architecture, initialization: .he, drawing: &stream)
    damage(&network)
    let settings = TrainingSettings(
      batchSize: 5, learningRate: rate, epochs: 200, reportedLoss: architecture.loss,
      tracksGradientNorm: true)
    return try Training(
      network: network, training: examples.converted(to: Scalar.self), settings: settings,
      orders: EpochOrders(rows: 12, epochs: 200, drawing: &stream)
    ).run().history
  }
}
