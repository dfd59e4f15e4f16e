import Foundation
import Learning
import Randomness

/// A training run that all contenders do alike. The peers read it from a JSON file.
struct TrainingTask: Codable, Sendable {
  var layers: [Int]
  var activations: [Activation]
  var batchSize: Int
  var learningRate: Double
  var epochs: Int
  /// Of the stream that draws the noise, the weights and the orders, in this sequence.
  var seed: UInt32 = 42
  /// Its names are NumPy's, too.
  var precision: Precision
  /// How many rows of noise to train on; without them it is the mails.
  var noiseRows: Int?

  /// The spam network of the tutorial, for a vocabulary of some size.
  static func spam(words: Int) -> TrainingTask {
    TrainingTask(
      layers: [words, 64, 2], activations: [.relu, .softmax], batchSize: 64, learningRate: 0.2,
      epochs: 50, precision: .float64)
  }

  /// A network of the size that reads handwritten digits.
  static let denseLarge = TrainingTask(
    layers: [784, 256, 128, 10], activations: [.relu, .relu, .softmax], batchSize: 128,
    learningRate: 0.01, epochs: 3, precision: .float32, noiseRows: 12_000)

  /// A network so small that what surrounds the arithmetic counts.
  static let denseSmall = TrainingTask(
    layers: [20, 64, 64, 64, 5], activations: [.relu, .relu, .relu, .softmax], batchSize: 8,
    learningRate: 0.1, epochs: 20, precision: .float32, noiseRows: 500)

  /// The network's shape; the loss is the one that belongs to its output.
  var architecture: Architecture {
    Architecture(layers: layers, activations: activations, loss: loss)
  }

  /// How it is trained.
  var settings: TrainingSettings {
    TrainingSettings(
      batchSize: batchSize, learningRate: learningRate, epochs: epochs, reportedLoss: loss)
  }

  /// Rows of noise with random classes, the stream's first draws.
  func noise<Scalar: Real>(
    rows: Int, of _: Scalar.Type, drawing stream: inout RandomState
  ) throws -> Examples<Scalar> {
    let classes = layers[layers.count - 1]
    let data = try Dataset.gaussian(
      rows: rows, columns: layers[0], classes: classes, drawing: &stream)
    guard let numbers = data.matrix(of: Array(0..<rows)) else {
      preconditionFailure("noise is numbers")
    }
    return Examples(
      features: .dense(numbers), truth: data.answers.truth(of: Array(0..<rows))
    ).converted(to: Scalar.self)
  }

  /// Writes the task to NAME.json in a folder.
  func write(named name: String, into folder: URL) throws {
    try JSONEncoder().encode(self).write(to: folder.appending(path: "\(name).json"))
  }

  private var loss: Loss { .natural(for: activations[activations.count - 1]) }
}
