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

  @Option(
    "Units per layer, inputs first; the first and last may be auto. In a sweep, a hidden layer may have a list of sizes.",
    in: .between(1, 10_000_000))
  var layers: [Placed<OneOrMany<LayerSize>>]
  @Option(
    "The activation of each layer after the first. In a sweep, a hidden layer may have a list of these."
  )
  var activations: [Placed<OneOrMany<Activation>>]
  @Option("How the weights are drawn; biases are 0. In a sweep, it may be a list.")
  var `init` = OneOrMany(Initialization.he)
  @Option("The loss that training follows; by default the one that fits the output layer.")
  var loss: Loss?
  @Option(
    "Whether the sums of hidden layers go through batch normalization. In a sweep, it may be a list."
  )
  var batchNormalization = OneOrMany(false)
  @Option(
    "The share of each hidden layer's activations that training leaves out; one for all, or a list. In a sweep, a list may stand in the place of a share: [[0, 0.5]] varies that of all.",
    in: .from(0, below: 1))
  var dropout: DropoutShares?
  @Option("The precision of all its numbers.")
  var precision = Precision.float64
  @Option(
    "Seed of the weights, so that several networks start alike; without it, they come from the block's stream.",
    in: .between(0, 4_294_967_295))
  var seed: Int?
  @Option("Where auto layers take their sizes from.")
  var data: Reference<ExampleSource>?

  var drawsRandomNumbers: Bool { initialization != .zeros && seed == nil }

  func check(_ scope: inout Scope) -> NetworkModel.Outline? {
    scope.part { checkLists(inSweep: false, &$0) }
    guard hasFitLists(inSweep: false) else { return nil }
    let outline = checkLayers(sweptOver: nil, &scope)
    if outline != nil, hasUnrestrainedOutputs { warnOfUnrestrainedOutputs(&scope) }
    return outline
  }

  func forecast() -> Forecast? {
    outline(data: data?.outline).forecast
  }

  func run(_ context: Context) throws -> CommandResult<NetworkModel> {
    let source = try data.map { try context.value($0) }
    let model = try context.draw(seed: seed) { stream in
      try self.model(for: source, drawing: &stream, isCancelled: context.isCancelled)
    }
    let sizes = model.architecture.layers.map { String($0) }.joined(separator: ", ")
    context.log("[\(sizes)], \(model.architecture.parameterCount) parameters")
    return CommandResult(model)
  }

  /// A network with fresh weights; `auto` layers take their sizes from `source`. Who draws from a stream minds the block's
  /// own seed.
  ///
  /// - Throws: `BlockFailure` for layers that cannot be, and `CancellationError` soon after `isCancelled` says so.
  func model(
    for source: ExampleSource?, drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws -> NetworkModel {
    var sizes: [Int] = []
    for (index, layer) in layerSizes.enumerated() {
      let automatic =
        index == 0 ? source?.columns : source.flatMap { outputs(for: $0.answers.outline) }
      guard let size = layer.value.units ?? automatic else {
        throw BlockFailure("the size of this layer is not known", at: layer.range)
      }
      sizes.append(size)
    }
    if Self.isTooLarge(sizes) { throw BlockFailure(Self.tooLarge, at: $layers.range) }
    let architecture = Architecture(
      layers: sizes, activations: layerActivations.map(\.value), loss: followedLoss,
      normalizesBatches: normalizesBatches,
      dropout: dropout?.ofLayers(hiddenLayerCount) ?? [])
    switch precision {
    case .float64:
      return .float64(
        try Network(
          architecture: architecture, initialization: initialization, drawing: &stream,
          isCancelled: isCancelled))
    case .float32:
      return .float32(
        try Network(
          architecture: architecture, initialization: initialization, drawing: &stream,
          isCancelled: isCancelled))
    }
  }

  /// The units of each layer, where a sweep has left no list.
  private var layerSizes: [Placed<LayerSize>] {
    layers.map { Placed(value: $0.value.values[0], range: $0.range) }
  }

  /// The activation of each layer after the first.
  private var layerActivations: [Placed<Activation>] {
    activations.map { Placed(value: $0.value.values[0], range: $0.range) }
  }

  private var initialization: Initialization { `init`.values[0] }

  /// Whether hidden layers are normalized, be it in some runs of a sweep only.
  private var normalizesBatches: Bool { batchNormalization.values.contains(true) }

  /// The loss that training follows.
  var followedLoss: Loss {
    loss ?? .natural(for: layerActivations.last?.value ?? .linear)
  }

  /// One sigmoid output serves two classes; otherwise there is one output per class, and one per target. Nil for classes
  /// that only the run can tell.
  private func outputs(for answers: ExamplesOutline.Answers) -> Int? {
    switch answers {
    case .targets(let names, _): return names.count
    case .classes(let names):
      let isBinary =
        names?.count == 2 && layerActivations.last?.value == .sigmoid
        && followedLoss == .binaryCrossEntropy
      return isBinary ? 1 : names?.count
    }
  }
}

// MARK: - Checks

extension NetworkBlock {
  /// More parameters than fit into any machine that a lesson is meant for.
  private static let greatestParameterCount = 1_000_000_000

  /// Checks the chain of layers, each of one size; a sweep says what its runs are trained on.
  func checkLayers(
    sweptOver examples: Reference<ExampleSource>?, _ scope: inout Scope
  ) -> NetworkModel.Outline? {
    scope.part { checkCount(&$0) }
    scope.part { checkSoftmax(&$0) }
    scope.part { checkAutomaticLayers(sweptOver: examples, &$0) }
    scope.part { checkSize(data: source(sweptOver: examples), &$0) }
    // Of wrong layers, the last one is not the output for certain.
    if !scope.hasErrors {
      scope.part { checkOutputs(data: source(sweptOver: examples), &$0) }
    }
    scope.part { checkDropout(inSweep: examples != nil, &$0) }
    scope.part { checkNormalization(&$0) }
    return scope.hasErrors ? nil : outline(data: source(sweptOver: examples))
  }

  /// Where `auto` layers take their sizes from: in a sweep, what its runs are trained on, unless the network says otherwise.
  func source(sweptOver examples: Reference<ExampleSource>?) -> ExamplesOutline? {
    if let data { return data.outline }
    return examples?.outline
  }

  private func checkCount(_ scope: inout Scope) {
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
  }

  private func checkSoftmax(_ scope: inout Scope) {
    for activation in layerActivations.dropLast() where activation.value == .softmax {
      scope.error(.misplacedSoftmax, "softmax is for the last layer only", at: activation.range)
    }
  }

  /// What is known of a network whose layers are right.
  func outline(data: ExamplesOutline?) -> NetworkModel.Outline {
    let sizes = sizes(data: data)
    return NetworkModel.Outline(
      inputs: sizes.first ?? nil, hidden: sizes.dropFirst().dropLast().compactMap(\.self),
      outputs: sizes.last ?? nil, loss: followedLoss, precision: precision,
      normalizesBatches: normalizesBatches)
  }

  /// The units of each layer; nil where only the run can tell.
  private func sizes(data: ExamplesOutline?) -> [Int?] {
    layerSizes.enumerated().map { index, layer in
      if let units = layer.value.units { return units }
      if index == 0 { return data?.columns.exact }
      return index == layers.count - 1 ? data.flatMap { outputs(for: $0.answers) } : nil
    }
  }

  private func checkAutomaticLayers(
    sweptOver examples: Reference<ExampleSource>?, _ scope: inout Scope
  ) {
    let automatic = layerSizes.enumerated().filter { $0.element.value == .automatic }
    for (index, layer) in automatic where index != 0 && index != layers.count - 1 {
      scope.error(
        .badAutomaticLayer, "only the first and the last layer can be auto", at: layer.range)
    }
    if let (_, layer) = automatic.first, data == nil, examples == nil {
      scope.error(
        .badAutomaticLayer, "auto takes its size from data; say which with 'data:'", at: layer.range
      )
    }
    if automatic.isEmpty, $data.isGiven {
      scope.error(
        .inapplicableOption, "'data' is only for layers that are auto", at: $data.keyRange)
    }
  }

  private var hiddenLayerCount: Int { max(0, layers.count - 2) }

  private func checkDropout(inSweep: Bool, _ scope: inout Scope) {
    guard let dropout else { return }
    let (hidden, given) = (hiddenLayerCount, dropout.shares.count)
    if !dropout.isForAll, given != hidden {
      let isSweepMeant = inSweep && dropout.isOneForEachLayer
      let advice = isSweepMeant ? "; a sweep over these is [\(dropout.written ?? "")]" : ""
      scope.error(
        .layerCount,
        "there \(hidden == 1 ? "is 1 hidden layer" : "are \(hidden) hidden layers"), and dropout is"
          + " given for \(given)\(advice)", at: $dropout.range)
    }
    if hidden == 0 { scope.error(.layerCount, Self.noHiddenLayer, at: $dropout.keyRange) }
  }

  private func checkNormalization(_ scope: inout Scope) {
    if normalizesBatches, hiddenLayerCount == 0 {
      scope.error(.layerCount, Self.noHiddenLayer, at: $batchNormalization.keyRange)
    }
  }

  private static let noHiddenLayer = "this network has no hidden layer"

  private func checkSize(data: ExamplesOutline?, _ scope: inout Scope) {
    if Self.isTooLarge(sizes(data: data)) {
      scope.error(.tooMuch, Self.tooLarge, at: $layers.range)
    }
  }

  private static let tooLarge = "this network has more than \(greatestParameterCount) parameters"

  /// Whether layers of these sizes have too many parameters, those of sizes that are not known aside.
  private static func isTooLarge(_ sizes: [Int?]) -> Bool {
    var parameters = 0
    for case (let inputs?, let outputs?) in zip(sizes, sizes.dropFirst()) {
      let (product, overflows) = (inputs + 1).multipliedReportingOverflow(by: outputs)
      if overflows || product > greatestParameterCount - parameters { return true }
      parameters += product
    }
    return false
  }

  private func checkOutputs(data: ExamplesOutline?, _ scope: inout Scope) {
    guard let output = layerActivations.last, case let outputs?? = sizes(data: data).last else {
      return
    }
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

  /// Whether nothing keeps the outputs of wrong classes down: the loss looks at that of the right one alone.
  var hasUnrestrainedOutputs: Bool {
    layerActivations.last?.value == .sigmoid && followedLoss == .categoricalCrossEntropy
  }

  func warnOfUnrestrainedOutputs(_ scope: inout Scope) {
    scope.warning(
      .lossMismatch,
      "categorical_cross_entropy looks at the output of the right class alone, so sigmoid outputs,"
        + " which need not add up to 1, learn to be 1 for every class; use softmax, or"
        + " binary_cross_entropy", at: $loss.range)
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
