import Foundation
import Learning
import Randomness
import Testing

/// One run that Tests/Reference/training.py has made: how it was trained, and what PyTorch got.
struct FrozenTraining: Decodable, Sendable, CustomTestStringConvertible {
  struct Record: Decodable {
    let trainLoss: Double
    let valLoss: Double
    let learningRate: Double
  }

  /// The word of a rule and its settings.
  struct Choice: Decodable {
    let name: String
    let settings: [String: Setting]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      name = try container.decode(String.self)
      settings = try container.decode([String: Setting].self)
    }

    func rule<Family: RuleFamily>(of family: Family.Type) -> Family.Member {
      guard let rule = family.rules.first(where: { $0.name == name }) else {
        fatalError("there is no rule \(name)")
      }
      return rule.init().with(settings).member
    }
  }

  enum Setting: Decodable {
    case number(Double)
    case word(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .word(try container.decode(String.self))
      }
    }
  }

  let name: String
  let layers: [Int]
  let activations: [Activation]
  let seed: UInt32
  let rows: Int
  let validationRows: Int
  let batchSize: Int
  let learningRate: Double
  let epochs: Int
  let optimizer: Choice
  let schedules: [Choice]
  let l1: Double
  let l2: Double
  let clipNorm: Double?
  let clipValue: Double?
  let classWeights: [Double]?
  let earlyStopping: [String: Setting]?
  let batchNormalization: Bool
  let dropout: [Double]

  let records: [Record]
  let bestEpoch: Int?
  let outputs: [Double]

  var testDescription: String { name }

  var settings: TrainingSettings {
    var settings = TrainingSettings(
      batchSize: batchSize, learningRate: learningRate, epochs: epochs,
      reportedLoss: .natural(for: activations[activations.count - 1]))
    settings.optimizer = optimizer.rule(of: Optimizers.self)
    settings.schedules = schedules.map { $0.rule(of: Schedules.self) }
    settings.penalty = Penalty(l1: l1, l2: l2)
    settings.clipping = Clipping(norm: clipNorm, value: clipValue)
    settings.classWeights = classWeights
    settings.earlyStopping = earlyStopping.map { EarlyStopping().with($0) }
    return settings
  }

  /// Repeats the draws of the script, and returns the run with the rows that its outputs are for.
  func training(isSparse: Bool) -> (run: Training<Double>, validation: Examples<Double>) {
    var stream = RandomState(seed: seed)
    let training = draw(rows, isSparse: isSparse, from: &stream)
    let validation = draw(validationRows, isSparse: isSparse, from: &stream)
    let architecture = Architecture(
      layers: layers, activations: activations, loss: settings.reportedLoss,
      normalizesBatches: batchNormalization, dropout: dropout)
    let network = Network<Double>(
      architecture: architecture, initialization: .he, drawing: &stream)
    let orders = EpochOrders(rows: rows, epochs: epochs, drawing: &stream)
    let seeds = dropout.map { _ in UInt32(stream.integer(through: Int(UInt32.max))) }
    let run = Training(
      network: network, training: training, validation: validation, settings: settings,
      orders: orders, dropoutSeeds: seeds)
    return (run, validation)
  }

  private func draw(
    _ rows: Int, isSparse: Bool, from stream: inout RandomState
  ) -> Examples<Double> {
    let classes = max(2, layers[layers.count - 1])
    let matrix = Matrix(
      rows: rows, columns: layers[0], elements: (0..<rows * layers[0]).map { _ in stream.normal() })
    let labels = (0..<rows).map { _ in stream.integer(below: classes) }
    return Examples(
      features: isSparse ? .sparse(matrix.compressed) : .dense(matrix), labels: labels,
      classCount: classes)
  }

  static func all() throws -> [FrozenTraining] {
    let file = Bundle.module.bundleURL.appending(path: "Frozen/training.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(FrozenCases<FrozenTraining>.self, from: Data(contentsOf: file)).cases
  }
}

extension Rule {
  /// The rule with other settings.
  fileprivate func with(_ settings: [String: FrozenTraining.Setting]) -> Self {
    var rule = self
    for (name, value) in settings {
      let setting = Self.settings.first { $0.name == name }
      switch (setting?.kind, value) {
      case (.number(let property, _), .number(let number)): rule[keyPath: property] = number
      case (.count(let property, _), .number(let number)): rule[keyPath: property] = Int(number)
      case (.flag(let property), .number(let number)): rule[keyPath: property] = number != 0
      case (.word(_, _, let choose), .word(let word)) where choose(word, &rule): break
      default: fatalError("\(Self.name) takes no such \(name)")
      }
    }
    return rule
  }
}
