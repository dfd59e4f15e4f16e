import Learning
import Randomness
import Testing

/// The gradient that a run follows, seen from outside: one update at rate 1 subtracts it from the parameters.
@Suite("Gradients agree with central differences")
struct GradientTests {
  struct Pairing: Sendable, CustomTestStringConvertible {
    let loss: Loss
    let output: Activation
    let outputs: Int

    var testDescription: String { "\(loss.rawValue) of \(outputs) \(output.rawValue)" }

    /// Every pairing that a network may have.
    static let all = Loss.allCases.flatMap { loss in
      Activation.allCases.flatMap { output in
        [1, 2, 4].filter { loss.suits(output, outputs: $0) }.map {
          Pairing(loss: loss, output: output, outputs: $0)
        }
      }
    }
  }

  @Test("of every loss through every output", arguments: Pairing.all, [false, true])
  func everyPairing(pairing: Pairing, isSparse: Bool) throws {
    try check(hidden: [], pairing, isSparse: isSparse)
    try check(hidden: [.tanh], pairing, isSparse: isSparse)
  }

  @Test(
    "through every hidden activation, two layers deep",
    arguments: [Activation.sigmoid, .tanh, .relu, .linear], [false, true])
  func everyHiddenActivation(hidden: Activation, isSparse: Bool) throws {
    let pairing = Pairing(loss: .categoricalCrossEntropy, output: .softmax, outputs: 3)
    try check(hidden: [hidden, .tanh], pairing, isSparse: isSparse)
    try check(hidden: [.tanh, hidden], pairing, isSparse: isSparse)
  }

  private func check(hidden: [Activation], _ pairing: Pairing, isSparse: Bool) throws {
    var stream = RandomState(seed: 11)
    let architecture = Architecture(
      layers: [5] + hidden.map { _ in 6 } + [pairing.outputs],
      activations: hidden + [pairing.output], loss: pairing.loss)
    var network = Network<Double>(
      architecture: architecture, initialization: .glorot, drawing: &stream)
    for layer in network.biases.indices {
      for index in network.biases[layer].indices { network.biases[layer][index] = stream.normal() }
    }
    let matrix = Matrix(
      rows: 7, columns: 5,
      elements: (0..<35).map { _ in stream.uniform() < 0.4 ? 0 : stream.normal() })
    let examples = Examples(
      features: isSparse ? .sparse(matrix.compressed) : .dense(matrix),
      labels: (0..<7).map { _ in stream.integer(below: architecture.classes) },
      classCount: architecture.classes)
    let settings = TrainingSettings(
      batchSize: 7, learningRate: 1, epochs: 1, reportedLoss: pairing.loss)
    let updated = try Training(
      network: network, training: examples, settings: settings,
      orders: EpochOrders(rows: 7, epochs: 1, drawing: &stream)
    ).run().network
    try compare(network, updated, on: examples)
  }

  /// Compares what the update took from every parameter with the slope of the loss there.
  private func compare(
    _ network: Network<Double>, _ updated: Network<Double>, on examples: Examples<Double>
  ) throws {
    for layer in network.weights.indices {
      for index in network.weights[layer].elements.indices {
        let gradient =
          network.weights[layer].elements[index] - updated.weights[layer].elements[index]
        try expect(gradient, isSlopeOf: network, on: examples) { network, step in
          network.weights[layer].elements[index] += step
        }
      }
      for index in network.biases[layer].indices {
        let gradient = network.biases[layer][index] - updated.biases[layer][index]
        try expect(gradient, isSlopeOf: network, on: examples) { network, step in
          network.biases[layer][index] += step
        }
      }
    }
  }

  private func expect(
    _ gradient: Double, isSlopeOf network: Network<Double>, on examples: Examples<Double>,
    move: (inout Network<Double>, Double) -> Void
  ) throws {
    let losses = try [1e-5, -1e-5].map { step in
      var moved = network
      move(&moved, step)
      return try Evaluation(of: moved, on: examples, loss: network.architecture.loss).loss
    }
    let slope = (losses[0] - losses[1]) / 2e-5
    #expect(abs(gradient - slope) <= 1e-7 * max(abs(gradient), abs(slope)) + 1e-9)
  }
}
