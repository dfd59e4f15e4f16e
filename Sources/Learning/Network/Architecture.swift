/// The shape of a network, without its weights.
public struct Architecture: Sendable, Equatable, Codable {
  /// The number of features, then the number of units of each layer.
  public let layers: [Int]
  /// One for each layer after the first.
  public let activations: [Activation]
  /// The loss whose gradient training follows.
  public let loss: Loss

  /// A shape that makes sense: sizes of at least 1, softmax in the last layer only, and a loss that suits the outputs.
  public init(layers: [Int], activations: [Activation], loss: Loss) {
    precondition(layers.count >= 2 && layers.allSatisfy { $0 >= 1 }, "layers have units")
    precondition(
      activations.count == layers.count - 1, "every layer but the first has an activation")
    precondition(!activations.dropLast().contains(.softmax), "softmax is for the last layer")
    self.layers = layers
    self.activations = activations
    self.loss = loss
    precondition(loss.suits(output, outputs: outputs), "the loss suits the output layer")
  }

  /// The number of features of an example.
  public var inputs: Int { layers[0] }

  /// The number of outputs for an example.
  public var outputs: Int { layers[layers.count - 1] }

  /// The activation of the last layer.
  public var output: Activation { activations[activations.count - 1] }

  /// The number of weights and biases.
  public var parameterCount: Int {
    zip(layers, layers.dropFirst()).reduce(0) { sum, layer in sum + (layer.0 + 1) * layer.1 }
  }

  /// The number of classes that the outputs tell apart: one output tells two.
  public var classes: Int { outputs == 1 ? 2 : outputs }
}
