import Foundation
import Learning
import Randomness
import Testing

/// One run that Tests/Reference/network.py has made: its settings, and what NumPy got.
struct FrozenRun: Decodable, Sendable, CustomTestStringConvertible {
  struct Start: Decodable, Sendable {
    let kind: String
    let value: Double?

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      kind = try container.decode(String.self)
      value = try container.decodeIfPresent(Double.self)
    }

    var initialization: Initialization {
      switch kind {
      case "he": .he
      case "glorot": .glorot
      case "lecun": .lecun
      case "normal": .normal(standardDeviation: value ?? .nan)
      case "uniform": .uniform(bound: value ?? .nan)
      default: .zeros
      }
    }
  }

  let name: String
  let layers: [Int]
  let activations: [Activation]
  let loss: Loss
  let report: Loss
  let `init`: Start
  let seed: UInt32
  let rows: Int
  let validationRows: Int
  let threshold: Double?
  let batchSize: Int
  let learningRate: Double
  let epochs: Int
  let recordEvery: Int
  let normStep: Int

  let records: [EpochRecord]
  let gradientNorm: [Double]
  let outputs: [Double]
  let weightSums: [Double]
  let biasSums: [Double]

  var testDescription: String { name }

  var architecture: Architecture {
    Architecture(layers: layers, activations: activations, loss: loss)
  }

  var settings: TrainingSettings {
    TrainingSettings(
      batchSize: batchSize, learningRate: learningRate, epochs: epochs,
      recordEvery: recordEvery, reportedLoss: report, tracksGradientNorm: true)
  }

  /// Repeats the draws of the script: training data, validation data, weights, orders.
  func training(isSparse: Bool) -> Training<Double> {
    var stream = RandomState(seed: seed)
    let training = draw(rows, isSparse: isSparse, from: &stream)
    let validation =
      validationRows > 0 ? draw(validationRows, isSparse: isSparse, from: &stream) : nil
    return self.training(on: training, validation: validation, drawing: &stream)
  }

  /// A run on given data, its weights and orders drawn from the stream.
  func training(
    on training: Examples<Double>, validation: Examples<Double>? = nil,
    drawing stream: inout RandomState
  ) -> Training<Double> {
    let network = Network<Double>(
      architecture: architecture, initialization: `init`.initialization, drawing: &stream)
    return Training(
      network: network, training: training, validation: validation, settings: settings,
      orders: EpochOrders(rows: training.count, epochs: epochs, drawing: &stream))
  }

  private func draw(
    _ rows: Int, isSparse: Bool, from stream: inout RandomState
  ) -> Examples<Double> {
    let columns = architecture.inputs
    let classes = architecture.classes
    var matrix = Matrix<Double>(rows: rows, columns: columns)
    for index in 0..<rows * columns {
      let draw = stream.normal()
      matrix.elements[index] = draw < threshold ?? -.infinity ? 0 : draw
    }
    let labels = (0..<rows).map { _ in stream.integer(below: classes) }
    return Examples(
      features: isSparse ? .sparse(matrix.compressed) : .dense(matrix), labels: labels,
      classCount: classes)
  }

  /// All frozen runs, by the part of the file they are in.
  struct File: Decodable {
    let cases: [FrozenRun]
    let xor: FrozenRun
    let tutorial: [FrozenRun]

    static func load() throws -> File {
      let url = try #require(
        Bundle.module.url(forResource: "network", withExtension: "json", subdirectory: "Frozen"))
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(File.self, from: Data(contentsOf: url))
    }
  }
}

extension Matrix where Scalar == Double {
  /// The matrix without its zeros.
  var compressed: SparseMatrix<Double> {
    var starts = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns where self[row, column] != 0 {
        indices.append(Int32(column))
        values.append(self[row, column])
      }
      starts.append(values.count)
    }
    return SparseMatrix(
      rows: rows, columns: columns, rowStarts: starts, columnIndices: indices, elements: values)
  }
}
