import Learning
import Randomness
import Testing

@Suite("The accuracy of each epoch, though few examples are looked at")
struct SettledAnswersTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var activation = Activation.relu
    var classes = 2
    var units = 24
    var learningRate = 0.4
    var tracksNorm = false
    var interval = 1
    /// What the network's first weights are multiplied by.
    var scale = 1.0
    /// What every tenth row is multiplied by, which then has many more features, too.
    var unevenness = 1.0

    var testDescription: String {
      "\(activation.rawValue), \(classes) classes, \(units) units, rate \(learningRate), scale \(scale), uneven \(unevenness)"
    }
  }

  /// With a first layer in two blocks and in one, fast and slow movements, and epochs that are not recorded.
  static let shapes = [
    Shape(), Shape(units: 50), Shape(units: 50, tracksNorm: true), Shape(activation: .tanh),
    Shape(activation: .leakyReLU, classes: 5), Shape(activation: .linear, classes: 3),
    Shape(activation: .sigmoid), Shape(learningRate: 6), Shape(learningRate: 0.01),
    Shape(classes: 4, interval: 3), Shape(unevenness: 20), Shape(units: 50, unevenness: 0.01),
  ]

  @Test("is that of the network after it, in float64", arguments: shapes)
  func float64(shape: Shape) throws { try check(shape, Double.self) }

  @Test(
    "is that of the network after it, where float32 cannot hold weights or tell logits apart",
    arguments: [1e-50, 1e-20, 1e15, 1e20, 1e30, 1e39, 1e60])
  func extremes(scale: Double) throws {
    try check(Shape(learningRate: 1e-9, scale: scale), Double.self)
    try check(
      Shape(classes: 3, units: 50, learningRate: min(scale, 0.4), scale: scale), Double.self)
  }

  @Test("is that of the network after it, in float32", arguments: shapes)
  func float32(shape: Shape) throws { try check(shape, Float.self) }

  private func check<Scalar: Real>(_ shape: Shape, _: Scalar.Type) throws {
    var stream = RandomState(seed: 8)
    let examples = examples(shape, from: &stream).converted(to: Scalar.self)
    var network = Network<Scalar>(
      architecture: Architecture(
        layers: [60, shape.units, shape.classes], activations: [shape.activation, .softmax],
        loss: .categoricalCrossEntropy), initialization: .he, drawing: &stream)
    for layer in network.weights.indices {
      network.weights[layer].elements = network.weights[layer].elements
        .map { $0 * Scalar(shape.scale) }
    }
    var settings = TrainingSettings(
      batchSize: 16, learningRate: shape.learningRate, epochs: 25, recordEvery: shape.interval,
      reportedLoss: .categoricalCrossEntropy, tracksGradientNorm: shape.tracksNorm)
    settings.snapshotEpochs = Set(1...25)
    let (_, history) = try Training(
      network: network, training: examples, settings: settings,
      orders: EpochOrders(rows: examples.count, epochs: 25, drawing: &stream)
    ).run()
    #expect(history.divergence == nil && history.records.count == (shape.interval == 1 ? 25 : 9))
    for record in history.records {
      let after = try #require(history.snapshots.first { $0.epoch == record.epoch })
      let evaluation = try Evaluation(
        of: after.network.converted(to: Scalar.self), on: examples,
        loss: .categoricalCrossEntropy)
      #expect(record.trainAccuracy == evaluation.accuracy, "epoch \(record.epoch)")
    }
  }

  /// Rows of length 1, if not uneven, with a few features each, most of them of the example's class; some examples are of another one.
  private func examples(_ shape: Shape, from stream: inout RandomState) -> Examples<Double> {
    let rows = 300
    var matrix = Matrix<Double>(rows: rows, columns: 60)
    var labels: [Int] = []
    for row in 0..<rows {
      let label = stream.integer(below: shape.classes)
      let isOdd = shape.unevenness != 1 && row.isMultiple(of: 10)
      for _ in 0..<(isOdd ? 60 : 6) {
        let own = stream.uniform() < 0.6
        let column =
          own ? stream.integer(below: 10) * shape.classes + label : stream.integer(below: 60)
        matrix[row, column % 60] += 1
      }
      let squares = (0..<60).reduce(0) { $0 + matrix[row, $1] * matrix[row, $1] }
      let length = squares.squareRoot() / (isOdd ? shape.unevenness : 1)
      for column in 0..<60 { matrix[row, column] /= length }
      labels.append(stream.uniform() < 0.1 ? stream.integer(below: shape.classes) : label)
    }
    return Examples(
      features: .sparse(matrix.compressed), labels: labels, classCount: shape.classes)
  }
}
