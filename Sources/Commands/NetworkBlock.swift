import Execution
import Learning
import Notebook
import Randomness

/// `network`: a feedforward network with fresh weights.
struct NetworkBlock: Command {
  typealias Value = NetworkModel

  static let name = "network"
  static let summary = "Make a feedforward network and draw its weights."
  static let isUsefulAlone = false
  static let values = [
    ValueDeclaration("parameters", "how many weights and biases there are")
  ]

  @Option(
    "Units per layer, inputs first; the first and last may be auto.",
    in: .between(1, 10_000_000))
  var layers: [Placed<LayerSize>]
  @Option("The activation of each layer after the first.")
  var activations: [Placed<Activation>]
  @Option("How the weights are drawn; biases are 0.")
  var `init` = Initialization.he
  @Option("The loss that training follows; by default the one that fits the output layer.")
  var loss: Loss?
  @Option("Whether the sums of hidden layers go through batch normalization.")
  var batchNormalization = false
  @Option(
    "The share of each hidden layer's activations that training leaves out; one for all, or a list.",
    in: .from(0, below: 1))
  var dropout: OneOrMany<Double>?
  @Option("The precision of all its numbers.")
  var precision = Precision.float64
  @Option(
    "Seed of the weights, so that several networks start alike; without it, they come from the block's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  @Option("Where auto layers take their sizes from.")
  var data: Reference<ExampleSource>?

  var drawsRandomNumbers: Bool { `init` != .zeros && seed == nil }

  func check(_ scope: inout Scope) -> NetworkModel.Outline? {
    checkLayers(data: data?.outline, hasData: data != nil, &scope)
  }

  func forecast() -> Forecast? {
    outline(data: data?.outline).forecast
  }

  func run(_ context: Context) throws -> CommandResult<NetworkModel> {
    let source = try data.map { try context.value($0) }
    let model = try context.draw(seed: seed) { stream throws(BlockFailure) in
      try self.model(for: source, drawing: &stream)
    }
    let sizes = model.architecture.layers.map { String($0) }.joined(separator: ", ")
    context.log("[\(sizes)], \(model.architecture.parameterCount) parameters")
    return CommandResult(model)
  }

  /// A network with fresh weights, of the block's own seed if it has one; `auto` layers take their sizes from `source`.
  func model(
    for source: ExampleSource?, drawing stream: inout RandomState
  ) throws(BlockFailure) -> NetworkModel {
    var sizes: [Int] = []
    for (index, layer) in layers.enumerated() {
      let automatic =
        index == 0 ? source?.columns : source.flatMap { outputs(for: $0.answers.outline) }
      guard let size = layer.value.units ?? automatic else {
        throw BlockFailure("the size of this layer is not known", at: layer.range)
      }
      sizes.append(size)
    }
    let architecture = Architecture(
      layers: sizes, activations: activations.map(\.value), loss: followedLoss,
      normalizesBatches: batchNormalization, dropout: dropoutOfLayers)
    guard let seed else { return network(architecture, drawing: &stream) }
    var own = RandomState(seed: UInt32(clamping: seed))
    return network(architecture, drawing: &own)
  }

  private func network(
    _ architecture: Architecture, drawing stream: inout RandomState
  ) -> NetworkModel {
    switch precision {
    case .float64:
      return .float64(
        Network(architecture: architecture, initialization: `init`, drawing: &stream))
    case .float32:
      return .float32(
        Network(architecture: architecture, initialization: `init`, drawing: &stream))
    }
  }

  /// One share for each hidden layer, or none at all.
  private var dropoutOfLayers: [Double] {
    guard let dropout else { return [] }
    return dropout.isList
      ? dropout.values : Array(repeating: dropout.values[0], count: max(0, layers.count - 2))
  }

  /// The loss that training follows.
  var followedLoss: Loss {
    loss ?? .natural(for: activations.last?.value ?? .linear)
  }

  /// One sigmoid output serves two classes; otherwise there is one output per class, and one per target. Nil for classes
  /// that only the run can tell.
  private func outputs(for answers: ExamplesOutline.Answers) -> Int? {
    switch answers {
    case .targets(let names): return names.count
    case .classes(let names):
      let isBinary =
        names?.count == 2 && activations.last?.value == .sigmoid
        && followedLoss == .binaryCrossEntropy
      return isBinary ? 1 : names?.count
    }
  }
}

// MARK: - Checks

extension NetworkBlock {
  /// More parameters than fit into any machine that a lesson is meant for.
  private static let greatestParameterCount = 1_000_000_000

  /// Checks the chain of layers; `data` is where `auto` layers look.
  func checkLayers(
    data: ExamplesOutline?, hasData: Bool, _ scope: inout Scope
  ) -> NetworkModel.Outline? {
    let weightLayers = layers.count - 1
    if weightLayers < 1 {
      scope.error(
        .layerCount, "a network has at least two layers: inputs and outputs", at: $layers.range)
    } else if activations.count != weightLayers {
      scope.error(
        .layerCount,
        "\(layers.count) layers take \(weightLayers) activation\(weightLayers == 1 ? "" : "s"), one"
          + " for each layer after the first; there \(activations.count == 1 ? "is" : "are")"
          + " \(activations.count)", at: $activations.range)
    }
    for activation in activations.dropLast() where activation.value == .softmax {
      scope.error(.misplacedSoftmax, "softmax is for the last layer only", at: activation.range)
    }
    checkAutomaticLayers(hasData: hasData, &scope)
    checkSize(&scope)
    let outline = checkedOutline(data: data, &scope)
    // Nothing else depends on what is only for hidden layers, so mistakes in it come last and hide nothing.
    checkHiddenLayers(&scope)
    return scope.hasErrors ? nil : outline
  }

  /// What is known of a network, once its outputs are checked; nil if its layers are wrong.
  private func checkedOutline(
    data: ExamplesOutline?, _ scope: inout Scope
  ) -> NetworkModel.Outline? {
    guard !scope.hasErrors else { return nil }
    let outline = outline(data: data)
    checkOutputs(outline, &scope)
    return outline
  }

  /// What is known of a network whose layers are right.
  func outline(data: ExamplesOutline?) -> NetworkModel.Outline {
    NetworkModel.Outline(
      inputs: layers.first?.value.units ?? data?.columns.exact,
      hidden: layers.dropFirst().dropLast().compactMap(\.value.units),
      outputs: layers.last?.value.units ?? data.flatMap { outputs(for: $0.answers) },
      loss: followedLoss, precision: precision)
  }

  private func checkAutomaticLayers(hasData: Bool, _ scope: inout Scope) {
    let automatic = layers.enumerated().filter { $0.element.value == .automatic }
    for (index, layer) in automatic where index != 0 && index != layers.count - 1 {
      scope.error(
        .badAutomaticLayer, "only the first and the last layer can be auto", at: layer.range)
    }
    if let (_, layer) = automatic.first, !hasData {
      scope.error(
        .badAutomaticLayer, "auto takes its size from data; say which with 'data:'", at: layer.range
      )
    }
    if automatic.isEmpty, $data.isGiven {
      scope.error(
        .inapplicableOption, "'data' is only for layers that are auto", at: $data.keyRange)
    }
  }

  /// Dropout and normalization are about hidden layers.
  private func checkHiddenLayers(_ scope: inout Scope) {
    let hidden = max(0, layers.count - 2)
    if let dropout, dropout.isList, dropout.values.count != hidden {
      scope.error(
        .layerCount,
        "there \(hidden == 1 ? "is 1 hidden layer" : "are \(hidden) hidden layers"), and dropout is"
          + " given for \(dropout.values.count)", at: $dropout.range)
    }
    for (given, key) in [
      (dropout != nil, $dropout.keyRange), (batchNormalization, $batchNormalization.keyRange),
    ] where given && hidden == 0 {
      scope.error(.layerCount, "this network has no hidden layer", at: key)
    }
  }

  private func checkSize(_ scope: inout Scope) {
    var parameters = 0
    for (inputs, outputs) in zip(layers, layers.dropFirst()) {
      guard let rows = inputs.value.units, let columns = outputs.value.units else { continue }
      let (product, overflows) = (rows + 1).multipliedReportingOverflow(by: columns)
      parameters = overflows || product > Self.greatestParameterCount ? .max : parameters + product
      if parameters > Self.greatestParameterCount {
        scope.error(
          .tooMuch, "this network has more than \(Self.greatestParameterCount) parameters",
          at: $layers.range)
        return
      }
    }
  }

  private func checkOutputs(_ outline: NetworkModel.Outline, _ scope: inout Scope) {
    guard let output = activations.last, let outputs = outline.outputs else { return }
    if output.value == .softmax, outputs == 1 {
      scope.error(
        .misplacedSoftmax,
        "softmax over one output is always 1; use sigmoid, or one output per class",
        at: output.range)
    } else if !followedLoss.suits(output.value, outputs: outputs) {
      let units = outputs == 1 ? "one output" : "\(outputs) outputs"
      scope.error(
        .lossMismatch,
        "\(followedLoss.rawValue) does not fit \(units) with \(output.value.rawValue)",
        at: $loss.range ?? output.range)
    }
  }
}

extension ExamplesOutline.Columns {
  /// The number, if it is known.
  var exact: Int? {
    if case .exactly(let count) = self { count } else { nil }
  }

  /// Whether the inputs are the words of a vocabulary.
  var areWords: Bool {
    if case .vocabulary = self { true } else { false }
  }
}
