import Learning
import Randomness
import Testing

@Suite("The gradient check")
struct GradientCheckTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let hidden: Activation
    let output: Activation
    let outputs: Int
    let loss: Loss
    let normalizes: Bool
    let penalty: Penalty

    var testDescription: String {
      "\(loss.rawValue) of \(outputs) \(output.rawValue) behind \(hidden.rawValue)"
        + (normalizes ? ", normalized" : "") + " with \(penalty)"
    }

    /// Every combination of activation, loss, penalty and normalization that the engine has.
    static let all: [Shape] = {
      var shapes: [Shape] = []
      for hidden in Activation.allCases where hidden != .softmax {
        for loss in Loss.allCases {
          for output in Activation.allCases {
            for outputs in [1, 3] where loss.suits(output, outputs: outputs) {
              for normalizes in [false, true] {
                for penalty in [Penalty(), Penalty(l1: 0.02), Penalty(l2: 0.1)] {
                  shapes.append(
                    Shape(
                      hidden: hidden, output: output, outputs: outputs, loss: loss,
                      normalizes: normalizes, penalty: penalty))
                }
              }
            }
          }
        }
      }
      return shapes
    }()

    func network(drawing stream: inout RandomState) -> Network<Double> {
      let architecture = Architecture(
        layers: [5, 7, 6, outputs], activations: [hidden, hidden, output], loss: loss,
        normalizesBatches: normalizes, dropout: [0.3, 0.3])
      var network = Network<Double>(
        architecture: architecture, initialization: .glorot, drawing: &stream)
      for layer in network.biases.indices {
        for index in network.biases[layer].indices {
          network.biases[layer][index] = 0.3 * stream.normal()
        }
      }
      return network
    }
  }

  private func examples(classes: Int, drawing stream: inout RandomState) -> Examples<Double> {
    let matrix = Matrix(rows: 9, columns: 5, elements: (0..<45).map { _ in stream.normal() })
    return Examples(
      features: .dense(matrix), labels: (0..<9).map { _ in stream.integer(below: classes) },
      classCount: classes)
  }

  @Test("is fine for everything that a network can be made of", arguments: [false, true])
  func everything(isSparse: Bool) throws {
    #expect(Shape.all.count > 200)
    for shape in Shape.all {
      var stream = RandomState(seed: 4)
      let network = shape.network(drawing: &stream)
      var examples = examples(classes: max(2, shape.outputs), drawing: &stream)
      if isSparse, case .dense(let matrix) = examples.features {
        examples = Examples(features: .sparse(matrix.compressed), truth: examples.truth)
      }
      let check = try GradientCheck(
        network, on: examples, penalty: shape.penalty, entries: 8, drawing: &stream)
      #expect(check.verdict == .fine, "\(shape.testDescription): \(check.worst)")
      #expect(check.compared > 20, "\(shape.testDescription)")
      #expect(Set(check.arrays.map(\.kind)).contains("scales") == shape.normalizes)
    }
  }

  @Test("finds a gradient that leaves the penalty out")
  func mistake() throws {
    var stream = RandomState(seed: 4)
    let shape = try #require(Shape.all.first { !$0.normalizes && $0.hidden == .tanh })
    let network = shape.network(drawing: &stream)
    let examples = examples(classes: max(2, shape.outputs), drawing: &stream)
    for (l2, verdict) in [(1e-5, GradientCheck.Verdict.suspicious), (0.5, .wrong)] {
      let check = try GradientCheck(
        network, on: examples, gradientPenalty: Penalty(), lossPenalty: Penalty(l2: l2),
        entries: 20, step: 1e-5, drawing: &stream)
      #expect(check.verdict == verdict, "\(check.worst)")
    }
  }

  /// Reported losses are flat there, since they keep probabilities away from 0.
  @Test(
    "is fine where a network is sure and wrong",
    arguments: [
      (Activation.softmax, Loss.categoricalCrossEntropy), (.softmax, .binaryCrossEntropy),
      (.sigmoid, .categoricalCrossEntropy), (.sigmoid, .binaryCrossEntropy),
    ])
  func sureAndWrong(output: Activation, loss: Loss) throws {
    let architecture = Architecture(layers: [1, 2], activations: [output], loss: loss)
    var stream = RandomState(seed: 1)
    var network = Network<Double>(
      architecture: architecture, initialization: .glorot, drawing: &stream)
    network.weights[0].elements = [1, -1]
    let examples = Examples<Double>(
      features: .dense(Matrix(rows: 2, columns: 1, elements: [60, -60])), labels: [1, 0],
      classCount: 2)
    let check = try GradientCheck(network, on: examples, drawing: &stream)
    #expect(check.verdict == .fine && check.compared == 4, "\(check.worst)")
    let missing = try GradientCheck(
      network, on: examples, gradientPenalty: Penalty(), lossPenalty: Penalty(l2: 1), entries: 20,
      step: 1e-5, drawing: &stream)
    #expect(missing.verdict != .fine)
  }

  /// Five layers of sigmoids make small spreads, which normalization divides by.
  @Test("is fine for deep networks that normalize batches", arguments: [0, 3, 4] as [UInt32])
  func deepNormalization(seed: UInt32) throws {
    var stream = RandomState(seed: seed)
    let network = Network<Double>(
      architecture: Architecture(
        layers: [5, 5, 5, 5, 5, 1], activations: Array(repeating: .sigmoid, count: 5),
        loss: .binaryCrossEntropy, normalizesBatches: true),
      initialization: .glorot, drawing: &stream)
    let examples = examples(classes: 2, drawing: &stream)
    let check = try GradientCheck(network, on: examples, drawing: &stream)
    #expect(check.verdict == .fine, "\(check.worst)")
  }

  @Test("counts what lies across a kink apart")
  func kinks() throws {
    var stream = RandomState(seed: 4)
    let shape = try #require(Shape.all.first { !$0.normalizes && $0.hidden == .relu })
    let network = shape.network(drawing: &stream)
    let examples = examples(classes: max(2, shape.outputs), drawing: &stream)
    let wide = try GradientCheck(network, on: examples, step: 0.05, drawing: &stream)
    let narrow = try GradientCheck(network, on: examples, step: 1e-6, drawing: &stream)
    #expect(wide.kinks > 10 && narrow.kinks == 0)
    #expect(wide.kinks + wide.compared == narrow.compared)
  }

  /// Five inputs, four units of tanh, two classes, and biases of 0.
  private func smallNetwork(drawing stream: inout RandomState) -> Network<Double> {
    Network(
      architecture: Architecture(
        layers: [5, 4, 2], activations: [.tanh, .softmax], loss: .categoricalCrossEntropy),
      initialization: .glorot, drawing: &stream)
  }

  @Test("counts weights apart that are moved across 0, where the price of their size has a kink")
  func kinksOfThePenalty() throws {
    var stream = RandomState(seed: 4)
    var network = smallNetwork(drawing: &stream)
    for (index, weight) in [4e-6, -9e-6, 0].enumerated() {
      network.weights[0].elements[index] = weight
    }
    let examples = examples(classes: 2, drawing: &stream)
    let priced = try GradientCheck(
      network, on: examples, penalty: Penalty(l1: 0.02), drawing: &stream)
    #expect(priced.verdict == .fine, "\(priced.worst)")
    // Biases are 0, too, but their size has no price.
    #expect(priced.arrays.map(\.kinks) == [3, 0, 0, 0])
    #expect(priced.arrays.map(\.compared) == [17, 4, 8, 2])
    let free = try GradientCheck(network, on: examples, drawing: &stream)
    #expect(free.verdict == .fine && free.kinks == 0)
  }

  @Test("looks at no element twice")
  func differentElements() throws {
    var stream = RandomState(seed: 4)
    var network = smallNetwork(drawing: &stream)
    let examples = examples(classes: 2, drawing: &stream)
    guard case .dense(var inputs) = examples.features else { return }
    // One weight is at the kink of its size; as it has no gradient, it is among those that are drawn.
    network.weights[0].elements[0] = 0
    for row in 0..<inputs.rows { inputs[row, 0] = 0 }
    for _ in 0..<20 {
      let check = try GradientCheck(
        network, on: Examples(features: .dense(inputs), truth: examples.truth),
        penalty: Penalty(l1: 0.02), entries: 19, drawing: &stream)
      #expect(check.arrays[0].kinks <= 1)
      #expect(check.arrays[0].compared + check.arrays[0].kinks == 19)
    }
  }

  /// The first two arrays have 24 elements.
  @Test("stops between elements when it is cancelled", arguments: [1, 30])
  func cancellation(question: Int) {
    var stream = RandomState(seed: 4)
    let network = smallNetwork(drawing: &stream)
    let examples = examples(classes: 2, drawing: &stream)
    var questions = 0
    #expect(throws: CancellationError.self) {
      try GradientCheck(
        network, on: examples, drawing: &stream,
        isCancelled: {
          questions += 1
          return questions == question
        })
    }
    #expect(questions == question)
  }

  @Test("has errors in parts of the larger number")
  func errors() {
    #expect(GradientCheck.relativeError(2, 1, floor: 1e-9) == 0.5)
    #expect(GradientCheck.relativeError(0, 0, floor: 1e-9) == 0)
    #expect(GradientCheck.relativeError(0, 1e-12, floor: 1e-9) == 1e-3)
    #expect(GradientCheck.relativeError(.nan, 1, floor: 1e-9).isNaN)
  }
}
