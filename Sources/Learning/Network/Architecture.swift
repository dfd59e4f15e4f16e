/// The shape of a network, without its weights.
public struct Architecture: Sendable, Equatable, Codable {
  /// The number of features, then the number of units of each layer.
  public let layers: [Int]
  /// One for each layer after the first.
  public let activations: [Activation]
  /// The loss whose gradient training follows.
  public let loss: Loss
  /// Whether the sums of hidden layers go through batch normalization before their activation.
  public let normalizesBatches: Bool
  /// One for each hidden layer: the share of activations that training leaves out; empty if it leaves out none.
  public let dropout: [Double]

  /// A shape that makes sense: sizes of at least 1, softmax in the last layer only, and a loss that suits the outputs.
  public init(
    layers: [Int], activations: [Activation], loss: Loss, normalizesBatches: Bool = false,
    dropout: [Double] = []
  ) {
    precondition(layers.count >= 2 && layers.allSatisfy { $0 >= 1 }, "layers have units")
    precondition(
      activations.count == layers.count - 1, "every layer but the first has an activation")
    precondition(!activations.dropLast().contains(.softmax), "softmax is for the last layer")
    self.layers = layers
    self.activations = activations
    self.loss = loss
    self.normalizesBatches = normalizesBatches
    // A share of 0 is no dropout: it draws nothing, and nothing is kept for it.
    self.dropout = dropout.contains { $0 > 0 } ? dropout : []
    precondition(
      dropout.isEmpty || dropout.count == layers.count - 2, "dropout is for hidden layers")
    precondition(dropout.allSatisfy { $0 >= 0 && $0 < 1 }, "something stays")
    precondition(loss.suits(output, outputs: outputs), "the loss suits the output layer")
  }

  /// The number of features of an example.
  public var inputs: Int { layers[0] }

  /// The number of outputs for an example.
  public var outputs: Int { layers[layers.count - 1] }

  /// The activation of the last layer.
  public var output: Activation { activations[activations.count - 1] }

  /// Whether a network in training computes other outputs than afterwards.
  var trainsDifferently: Bool { normalizesBatches || !dropout.isEmpty }

  /// The same shape without dropout.
  var withoutDropout: Architecture {
    Architecture(
      layers: layers, activations: activations, loss: loss, normalizesBatches: normalizesBatches)
  }

  /// The same shape with outputs that may be any numbers.
  var withLogits: Architecture {
    Architecture(
      layers: layers, activations: activations.dropLast() + [.linear], loss: .meanSquaredError,
      normalizesBatches: normalizesBatches, dropout: dropout)
  }

  /// How many hidden layers have dropout, each with a seed of its own.
  public var dropoutSeedCount: Int { dropout.count }

  /// The units of the layers between inputs and outputs.
  public var hidden: ArraySlice<Int> { layers.dropFirst().dropLast() }

  /// The number of weights and biases, and of scales and shifts.
  public var parameterCount: Int {
    zip(layers, layers.dropFirst()).reduce(0) { sum, layer in sum + (layer.0 + 1) * layer.1 }
      + (normalizesBatches ? 2 * hidden.reduce(0, +) : 0)
  }

  /// The number of classes that the outputs tell apart: one output tells two.
  public var classes: Int { outputs == 1 ? 2 : outputs }
}
