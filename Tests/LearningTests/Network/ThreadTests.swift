import Learning
import Randomness
import Testing
import Workers

@Suite("The number of threads changes no bit")
struct ThreadTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let layers: [Int]
    let rows: Int
    let batchSize: Int
    let isSparse: Bool
    var tracksNorm = false

    var testDescription: String {
      "\(layers) in batches of \(batchSize)\(isSparse ? ", sparse" : "")"
    }
  }

  /// Large enough to be shared, apart from the first; with blocks and ranges that do not come out even.
  static let shapes = [
    Shape(layers: [9, 7, 3], rows: 40, batchSize: 8, isSparse: true, tracksNorm: true),
    Shape(layers: [200, 64, 2], rows: 300, batchSize: 64, isSparse: true),
    Shape(layers: [200, 61, 40, 3], rows: 300, batchSize: 100, isSparse: true),
    Shape(layers: [200, 64, 2], rows: 300, batchSize: 64, isSparse: true, tracksNorm: true),
    Shape(layers: [200, 70], rows: 300, batchSize: 64, isSparse: true),
    Shape(layers: [150, 130, 70, 5], rows: 300, batchSize: 90, isSparse: false, tracksNorm: true),
    Shape(layers: [150, 128, 5], rows: 300, batchSize: 128, isSparse: false),
    Shape(layers: [20, 30, 5], rows: 2500, batchSize: 2500, isSparse: false),
    Shape(layers: [20, 64, 5], rows: 2500, batchSize: 1300, isSparse: true),
  ]

  @Test("of weights, records, norms and evaluations in float64", arguments: shapes)
  func float64(shape: Shape) throws { try check(shape, Double.self) }

  @Test("of weights, records, norms and evaluations in float32", arguments: shapes)
  func float32(shape: Shape) throws { try check(shape, Float.self) }

  private func check<Scalar: Real>(_ shape: Shape, _: Scalar.Type) throws {
    var stream = RandomState(seed: 3)
    let training = examples(shape, rows: shape.rows, from: &stream).converted(to: Scalar.self)
    let validation = examples(shape, rows: 290, from: &stream).converted(to: Scalar.self)
    let activations = [Activation](repeating: .relu, count: shape.layers.count - 2) + [.softmax]
    let network = Network<Scalar>(
      architecture: Architecture(
        layers: shape.layers, activations: activations, loss: .categoricalCrossEntropy),
      initialization: .he, drawing: &stream)
    let settings = TrainingSettings(
      batchSize: shape.batchSize, learningRate: 0.1, epochs: 3,
      reportedLoss: .categoricalCrossEntropy, tracksGradientNorm: shape.tracksNorm)
    let orders = EpochOrders(rows: shape.rows, epochs: 3, drawing: &stream)
    func run(threads: Int) throws -> (Network<Scalar>, History, Evaluation) {
      let pool = WorkerPool(threads: threads)
      let (trained, history) = try Training(
        network: network, training: training, validation: validation, settings: settings,
        orders: orders, pool: pool
      ).run()
      let evaluation = try Evaluation(
        of: trained, on: validation, loss: .binaryCrossEntropy, pool: pool)
      return (trained, history, evaluation)
    }
    let (trained, history, evaluation) = try run(threads: 1)
    #expect(history.divergence == nil && history.records.count == 3)
    for threads in [2, 3] {
      let other = try run(threads: threads)
      #expect(other.0 == trained)
      #expect(other.1 == history)
      #expect(other.2 == evaluation)
    }
  }

  private func examples(
    _ shape: Shape, rows: Int, from stream: inout RandomState
  ) -> Examples<Double> {
    let columns = shape.layers[0]
    let classes = shape.layers[shape.layers.count - 1]
    let matrix = Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in max(0, stream.normal()) })
    return Examples(
      features: shape.isSparse ? .sparse(matrix.compressed) : .dense(matrix),
      labels: (0..<rows).map { _ in stream.integer(below: classes) }, classCount: classes)
  }
}
