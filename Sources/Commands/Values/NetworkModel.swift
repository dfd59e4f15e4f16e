import Execution
import Learning

/// A network in the precision that its lesson asks for.
enum NetworkModel: Sendable, Codable {
  case float64(Network<Double>)
  case float32(Network<Float>)

  var architecture: Architecture {
    switch self {
    case .float64(let network): network.architecture
    case .float32(let network): network.architecture
    }
  }

  /// The network in double precision, for checks that need it.
  var inDouble: Network<Double> {
    switch self {
    case .float64(let network): network
    case .float32(let network): network.converted(to: Double.self)
    }
  }

  func evaluation(
    on examples: Examples<Double>, loss: Loss, in context: Context
  ) throws(CancellationError) -> Evaluation {
    switch self {
    case .float64(let network):
      try Evaluation(
        of: network, on: examples, loss: loss, pool: context.pool,
        isCancelled: context.isCancelled)
    case .float32(let network):
      try Evaluation(
        of: network, on: examples.converted(to: Float.self), loss: loss, pool: context.pool,
        isCancelled: context.isCancelled)
    }
  }

  func predictions(
    for features: FeatureMatrix<Double>, in context: Context
  ) throws(CancellationError) -> Predictions {
    switch self {
    case .float64(let network):
      try Predictions(
        of: network, for: features, pool: context.pool, isCancelled: context.isCancelled)
    case .float32(let network):
      try Predictions(
        of: network, for: features.converted(to: Float.self), pool: context.pool,
        isCancelled: context.isCancelled)
    }
  }
}

extension NetworkModel: LessonValue {
  /// What is known of a network before its weights are drawn.
  struct Outline: DeclaringOutline {
    /// The number of inputs; nil when only the data can tell.
    var inputs: Int?
    /// The units of the layers between inputs and outputs.
    var hidden: [Int]
    /// The number of outputs; nil when only the data can tell.
    var outputs: Int?
    /// The loss that training follows.
    var loss: Loss
    /// The precision of all its numbers.
    var precision: Precision
    /// Whether the sums of hidden layers go through batch normalization.
    var normalizesBatches = false

    static let values: [NamedValue<NetworkModel>] = [
      .init("parameters", "how many weights and biases there are") {
        $0.architecture.parameterCount
      }
    ]
  }

  static var kind: String { "network" }

  var outline: Outline {
    let precision: Precision = if case .float32 = self { .float32 } else { .float64 }
    return Outline(
      inputs: architecture.inputs, hidden: Array(architecture.layers.dropFirst().dropLast()),
      outputs: architecture.outputs, loss: architecture.loss, precision: precision,
      normalizesBatches: architecture.normalizesBatches)
  }

  func display(rows: Int) -> [Output] {
    let sizes = architecture.layers
    let cells = architecture.activations.indices.map { layer in
      [
        String(layer + 1), String(sizes[layer]), String(sizes[layer + 1]),
        architecture.activations[layer].rawValue, String((sizes[layer] + 1) * sizes[layer + 1]),
      ]
    }
    let columns = [
      Table.Column("layer", .end), Table.Column("inputs", .end), Table.Column("outputs", .end),
      Table.Column("activation"), Table.Column("parameters", .end),
    ]
    let normalized =
      architecture.normalizesBatches ? ", scales and shifts of batch normalization among them" : ""
    let remark = "\(architecture.parameterCount) parameters in all\(normalized)"
    return [.table(Table(columns: columns, rows: cells, remark: remark))]
  }
}
