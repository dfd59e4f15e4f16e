import Learning
import Randomness
import Testing

@Suite("A network")
struct NetworkTests {
  private func network(
    _ layers: [Int], _ activations: [Activation], _ loss: Loss, weights: [[Double]]
  ) -> Network<Double> {
    var stream = RandomState(seed: 0)
    var network = Network<Double>(
      architecture: Architecture(layers: layers, activations: activations, loss: loss),
      initialization: .zeros, drawing: &stream)
    for (layer, elements) in weights.enumerated() { network.weights[layer].elements = elements }
    return network
  }

  @Test("draws its weights row after row and layer after layer, and nothing for biases")
  func draws() {
    var stream = RandomState(seed: 42)
    let architecture = Architecture(
      layers: [2, 3, 1], activations: [.tanh, .sigmoid], loss: .binaryCrossEntropy)
    let network = Network<Double>(
      architecture: architecture, initialization: .normal(standardDeviation: 1), drawing: &stream)
    var again = RandomState(seed: 42)
    let normals = (0..<9).map { _ in again.normal() }
    #expect(network.weights[0].elements + network.weights[1].elements == normals)
    #expect(network.biases == [[0, 0, 0], [0]])
    #expect(stream == again)
    #expect(architecture.parameterCount == 13)
  }

  /// The first layer is two stretches of draws, the second one.
  @Test("asks while it draws, and draws the same")
  func asking() throws {
    let architecture = Architecture(
      layers: [300, 300, 200], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy)
    var (stream, other) = (RandomState(seed: 1), RandomState(seed: 1))
    let network = Network<Double>(architecture: architecture, initialization: .he, drawing: &stream)
    var questions = 0
    let asking = try Network<Double>(
      architecture: architecture, initialization: .he, drawing: &other,
      isCancelled: {
        questions += 1
        return false
      })
    #expect(asking == network)
    #expect(stream == other && questions == 3)
  }

  @Test("can be cancelled while it draws", arguments: 1...3)
  func cancelledDraws(question: Int) {
    let architecture = Architecture(
      layers: [300, 300, 200], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy)
    var stream = RandomState(seed: 1)
    var questions = 0
    #expect(throws: CancellationError.self) {
      try Network<Double>(
        architecture: architecture, initialization: .he, drawing: &stream,
        isCancelled: {
          questions += 1
          return questions == question
        })
    }
    #expect(questions == question)
  }

  @Test("of zeros draws nothing")
  func zeros() {
    var stream = RandomState(seed: 42)
    _ = Network<Float>(
      architecture: Architecture(
        layers: [2, 2], activations: [.softmax], loss: .categoricalCrossEntropy),
      initialization: .zeros, drawing: &stream)
    #expect(stream == RandomState(seed: 42))
  }

  @Test("in float32 rounds the draws of float64")
  func roundsDraws() {
    let architecture = Architecture(
      layers: [3, 4], activations: [.softmax], loss: .categoricalCrossEntropy)
    var (one, other) = (RandomState(seed: 1), RandomState(seed: 1))
    let double = Network<Double>(architecture: architecture, initialization: .he, drawing: &one)
    let single = Network<Float>(architecture: architecture, initialization: .he, drawing: &other)
    #expect(single.weights[0].elements == double.weights[0].elements.map { Float($0) })
  }

  @Test("with one output says class 1 above one half")
  func oneOutput() throws {
    let network = network([1, 1], [.sigmoid], .binaryCrossEntropy, weights: [[1]])
    let predictions = try Predictions(
      of: network, for: .dense(Matrix(rows: 3, columns: 1, elements: [-1, 0, 1])))
    #expect(predictions.classes == [0, 0, 1])
    #expect(predictions.probabilities(row: 1) == [0.5, 0.5])
    #expect(predictions.probabilities(row: 2)[1] == predictions.outputs[2, 0])
  }

  @Test("with several outputs says the first of the largest, and NaN is larger than all")
  func severalOutputs() throws {
    let network = network(
      [3, 3], [.linear], .meanSquaredError, weights: [[1, 0, 0, 0, 1, 0, 0, 0, 1]])
    let rows = Matrix(rows: 3, columns: 3, elements: [1, 2, 2, 0, 0, 0, 1, -Double.infinity, 5])
    #expect(try Predictions(of: network, for: .dense(rows)).classes == [1, 0, 0])
  }

  @Test("is evaluated by the loss that is asked for")
  func evaluation() throws {
    let network = network([2, 2], [.softmax], .categoricalCrossEntropy, weights: [[1, 0, 0, 1]])
    let examples = Examples(
      features: .dense(Matrix(rows: 2, columns: 2, elements: [1, 1, 3, 1])), labels: [1, 0],
      classCount: 2)
    let evaluation = try Evaluation(of: network, on: examples, loss: .meanSquaredError)
    let certainty = evaluation.predictions.outputs[1, 0]
    #expect(evaluation.accuracy == 0.5)
    #expect(abs(evaluation.loss - (0.5 + 2 * (1 - certainty) * (1 - certainty)) / 4) < 1e-15)
  }

  @Test("gives no outputs for no rows")
  func noRows() throws {
    let network = network([2, 2], [.softmax], .categoricalCrossEntropy, weights: [])
    let none = Matrix<Double>(rows: 0, columns: 2, elements: [])
    #expect(try network.outputs(for: .dense(none)).rows == 0)
    #expect(try network.outputs(for: .sparse(none.compressed)).rows == 0)
    #expect(try Predictions(of: network, for: .dense(none)).classes.isEmpty)
  }

  @Test("stops between chunks of rows when it is cancelled", arguments: [false, true])
  func cancellation(isSparse: Bool) {
    let network = network([2, 2], [.softmax], .categoricalCrossEntropy, weights: [[1, 0, 0, 1]])
    let rows = Matrix<Double>(rows: 1000, columns: 2)
    var questions = 0
    #expect(throws: CancellationError.self) {
      try Predictions(
        of: network, for: isSparse ? .sparse(rows.compressed) : .dense(rows),
        isCancelled: {
          questions += 1
          return questions == 3
        })
    }
    #expect(questions == 3)
  }
}
